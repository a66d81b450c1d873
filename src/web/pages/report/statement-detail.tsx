import type { ReactNode } from 'react';
import type { ReportJson, ReportStatement } from '../../../server/index.ts';
import { patch } from '../../address/address.ts';
import { Link } from '../../address/link.tsx';
import { CorrectForm } from '../../decide/correct-form.tsx';
import { DecisionLines } from '../../decide/decision-line.tsx';
import { fieldsOf } from '../../decide/fields.ts';
import { NoteForm } from '../../decide/note-form.tsx';
import { SignBar } from '../../decide/sign-bar.tsx';
import { useDecide } from '../../decide/use-decide.ts';
import { Button } from '../../parts/button.tsx';
import { Code, Facts, Grade, Sureness, Wrong } from '../../parts/facts.tsx';
import { meaning } from '../../words/codes.ts';
import { dateInWords } from '../../words/dates.ts';
import { Elsewhere } from './elsewhere.tsx';
import { showWords, wordsOf } from './show-words.ts';

interface Props {
  readonly statement: ReportStatement;
  readonly report: ReportJson;
  /** Which form is open: "correct", "note" or none. */
  readonly form: string | null;
}

/** All that is known of one statement, why, and what a person can do about it. */
export function StatementDetail({ statement, report, form }: Props) {
  const { may, decide } = useDecide();
  const { sourcing, allegations, because, toldBy, decisions, standing, confidence, within, form: shape, added } = statement;
  const speaker = report.speakers.find(({ id }) => id === statement.speaker);
  const reasonFor = (start: string): string | undefined => because.find(({ rule }) => rule.startsWith(start))?.note;
  const open = (name: string | null) => patch({ form: name }, { replace: true });
  const facts: [string, ReactNode][] = [];
  if (speaker !== undefined)
    facts.push([
      'Speaker',
      <>
        {speaker.person === null ? (
          <b>{speaker.name ?? 'unnamed'}</b>
        ) : (
          <Link to={`/speakers/${encodeURIComponent(speaker.person)}`}>{speaker.name ?? 'unnamed'}</Link>
        )}
        {speaker.role !== null && <>, {speaker.role}</>}
      </>,
    ]);
  if (sourcing !== null) {
    facts.push([
      'Grade',
      <>
        <Grade grade={sourcing.grade} />
        <span className="reason">{reasonFor('grade') ?? meaning('grade', sourcing.grade)}</span>
      </>,
    ]);
    facts.push([
      'Channel',
      <>
        <Code kind="channel" code={sourcing.channel} />
        {reasonFor('channel') !== undefined && <span className="reason">{reasonFor('channel')}</span>}
      </>,
    ]);
    if (sourcing.addressee !== null) facts.push(['Said to', sourcing.addressee]);
    if (sourcing.outlet !== null) facts.push(['First outlet', sourcing.outlet]);
    if (sourcing.said !== null) facts.push(['Said on', dateInWords(sourcing.said)]);
  }
  if (toldBy.length > 0)
    facts.push([
      'Told by',
      <span className="chain" key="chain">
        {[...toldBy.map(({ name }) => name), report.publisher ?? 'this report'].map((name, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a teller may stand in the chain twice
          <span key={`${name} ${i}`}>{name}</span>
        ))}
      </span>,
    ]);
  facts.push(['Form', shape]);
  if (within !== null)
    facts.push([
      'Within',
      <Link key="within" to={`?s=${within}`} going={{ replace: true }}>
        statement {within.replace(/^s/, '')}
      </Link>,
    ]);
  if (!added) facts.push(['Reading', <Sureness key="sure" confidence={confidence} />]);
  return (
    <div className="detail">
      <Button tone="quiet" className="to-words" icon="up" onClick={() => showWords(wordsOf(statement.id))}>
        Its words in the text
      </Button>
      {may && (
        <fieldset className="acts decide-bar" aria-label="Decide">
          <Button
            tone="good"
            icon="check"
            letter="a"
            aria-pressed={standing.state === 'accepted'}
            onClick={() => void decide(statement, { action: 'accept' })}
          >
            Accept
          </Button>
          <Button
            tone="bad"
            icon="cross"
            letter="x"
            aria-pressed={standing.state === 'rejected'}
            onClick={() => void decide(statement, { action: 'reject' })}
          >
            Reject
          </Button>
          <Button icon="pencil" letter="e" aria-expanded={form === 'correct'} onClick={() => open(form === 'correct' ? null : 'correct')}>
            Correct
          </Button>
          <Button icon="note" letter="n" aria-expanded={form === 'note'} onClick={() => open(form === 'note' ? null : 'note')}>
            Note
          </Button>
        </fieldset>
      )}
      {may && form === 'correct' && (
        <CorrectForm thing={statement} fields={fieldsOf(statement, report)} text={report.text} onClose={() => open(null)} />
      )}
      {may && form === 'note' && <NoteForm thing={statement} onClose={() => open(null)} />}
      <SignBar thing={statement} standing={standing} />
      <Facts facts={facts} />
      {allegations.map((allegation, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two allegations may be alike in every word
        <section className="allegation" key={i} aria-label="Alleges">
          <p>
            <Wrong wrong={allegation.wrong} /> <Code kind="status" code={allegation.status} />
          </p>
          <Facts
            facts={(
              [
                ['Accused', allegation.accused],
                ['Victims', allegation.victims],
                ['Place', allegation.place],
                ['When', allegation.when],
              ] as const
            ).flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]))}
          />
        </section>
      ))}
      <Elsewhere statement={statement} />
      {decisions.length > 0 && (
        <section>
          <h3>What people decided</h3>
          <DecisionLines decisions={decisions} />
        </section>
      )}
      <details className="because">
        <summary>Why it was read so</summary>
        <ol>
          {because.map(({ rule, note }, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: one rule may decide twice
            <li key={`${rule} ${i}`}>
              {note} <span className="mono muted">{rule}</span>
            </li>
          ))}
        </ol>
      </details>
    </div>
  );
}
