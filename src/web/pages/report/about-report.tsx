import { type ReactNode, useState } from 'react';
import type { ReportJson } from '../../../server/index.ts';
import { CorrectForm } from '../../decide/correct-form.tsx';
import { DecisionLines } from '../../decide/decision-line.tsx';
import type { Field } from '../../decide/fields.ts';
import { NoteForm } from '../../decide/note-form.tsx';
import { useDecide } from '../../decide/use-decide.ts';
import { Button } from '../../parts/button.tsx';
import { Facts, Standing } from '../../parts/facts.tsx';
import { Icon } from '../../parts/icon.tsx';
import { bytes, count } from '../../words/counts.ts';
import { dateInWords, momentInWords } from '../../words/dates.ts';

const fieldsOf = ({ title, publisher, byline, published, url }: ReportJson): Field[] => [
  { name: 'title', label: 'Title', kind: 'text', value: title ?? '' },
  { name: 'publisher', label: 'Publisher', kind: 'text', value: publisher ?? '' },
  { name: 'byline', label: 'Byline', kind: 'text', value: byline ?? '' },
  { name: 'published', label: 'Published', kind: 'date', value: published ?? '' },
  { name: 'url', label: 'Address', kind: 'text', value: url ?? '' },
];

/** What is known of the report itself: where it came from, its hashes, its original. */
export function AboutReport({ report }: { readonly report: ReportJson }) {
  const { may } = useDecide();
  const [form, setForm] = useState<'correct' | 'note'>();
  const { received, engine, credits, posts, pages, headers, original } = report;
  const rows: (readonly [string, ReactNode])[] = [
    ['Number', <span key="ref">{report.ref}</span>],
    [
      'Id',
      <span key="id" className="mono">
        {report.id}
      </span>,
    ],
    ['Publisher', report.publisher],
    ['Byline', report.byline],
    ['Published', report.published === null ? null : dateInWords(report.published)],
    ['Changed', report.modified === null ? null : dateInWords(report.modified)],
    ['Captured', report.captured === null ? null : momentInWords(report.captured)],
    // An address out of a report is shown, never followed: it would tell others who reads.
    [
      'Address',
      report.url === null ? null : (
        <span key="url" className="mono">
          {report.url}
        </span>
      ),
    ],
    [
      'Credit lines',
      credits.length === 0 ? null : (
        <ul key="credits">
          {credits.map(({ text, at }) => (
            <li key={at[0]} dir="auto">
              {text}
            </li>
          ))}
        </ul>
      ),
    ],
    [
      'Posts in it',
      posts.length === 0 ? null : (
        <ul key="posts">
          {posts.map(({ at, network, url }) => (
            <li key={at[0]}>
              {network} <span className="mono">{url}</span>
            </li>
          ))}
        </ul>
      ),
    ],
    ['Pages', pages.length === 0 ? null : count(pages.length)],
    ...headers.map(({ name, value }) => [name, value] as const),
    [
      'Received',
      `${momentInWords(received.at)}, as ${received.kind}, ${bytes(received.size)}${received.part === null ? '' : `, part ${received.part}`}`,
    ],
    [
      'From',
      <span key="from" className="mono">
        {received.origin}
      </span>,
    ],
    ['Characters', count(report.characters)],
    [
      'Hash of bytes',
      <span key="source" className="mono">
        {report.sourceHash}
      </span>,
    ],
    [
      'Hash of text',
      <span key="text" className="mono">
        {report.textHash}
      </span>,
    ],
    ['Read by', engine === null ? 'no engine yet' : `${engine.model}, Hearsay ${engine.version}`],
    [
      'Model hash',
      engine === null ? null : (
        <span key="model" className="mono">
          {engine.modelHash}
        </span>
      ),
    ],
  ];
  return (
    <div className="stack pane-padded">
      {report.standing.state !== 'open' && <Standing standing={report.standing} />}
      <Facts facts={rows.filter(([, value]) => value !== null && value !== '')} />
      <div className="acts">
        {original.kept && original.href !== null && (
          <a className="button" href={original.href} download>
            <Icon name="export" />
            Save the original
          </a>
        )}
        {may && (
          <>
            <Button icon="pencil" onClick={() => setForm(form === 'correct' ? undefined : 'correct')} aria-expanded={form === 'correct'}>
              Correct
            </Button>
            <Button icon="note" onClick={() => setForm(form === 'note' ? undefined : 'note')} aria-expanded={form === 'note'}>
              Note
            </Button>
          </>
        )}
      </div>
      {form === 'correct' && <CorrectForm thing={report} fields={fieldsOf(report)} onClose={() => setForm(undefined)} />}
      {form === 'note' && <NoteForm thing={report} onClose={() => setForm(undefined)} />}
      {report.decisions.length > 0 && (
        <section>
          <h3>What people decided</h3>
          <DecisionLines decisions={report.decisions} />
        </section>
      )}
    </div>
  );
}
