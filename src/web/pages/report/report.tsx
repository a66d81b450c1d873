import { useCallback, useEffect, useRef } from 'react';
import type { ReportJson } from '../../../server/index.ts';
import { addressNow, go, oneOf, patch } from '../../address/address.ts';
import { Link } from '../../address/link.tsx';
import { useAnswer } from '../../ask/use-answer.ts';
import { useDecide } from '../../decide/use-decide.ts';
import { useKeys } from '../../keys/keys.ts';
import { Icon } from '../../parts/icon.tsx';
import { PageHead, useTitle } from '../../parts/page-head.tsx';
import { Empty, Hint, Loading, ProblemNote } from '../../parts/states.tsx';
import { Tabs } from '../../parts/tabs.tsx';
import type { PageProps } from '../../shell/pages.ts';
import { counted } from '../../words/counts.ts';
import { dateInWords } from '../../words/dates.ts';
import { AboutReport } from './about-report.tsx';
import { AddStatement } from './add-statement.tsx';
import { CardList } from './card-list.tsx';
import { Legend } from './legend.tsx';
import { MissedList } from './missed-list.tsx';
import { ReportFindings } from './report-findings.tsx';
import { ReportText } from './report-text.tsx';
import { openAdding, SelectBar } from './select-bar.tsx';
import { BELOW, showWords, wordsOf } from './show-words.ts';
import { SpeakerList } from './speaker-list.tsx';

const spanOf = (text: string | null): readonly [number, number] | undefined => {
  const [from, to] = (text ?? '').split('-').map(Number);
  return from !== undefined && to !== undefined && from < to ? [from, to] : undefined;
};

/** Page 2: a report, with everything that was found in it and decided about it. */
export function Report({ thing, query }: PageProps) {
  const { data: report, trouble, again } = useAnswer<ReportJson>(`/api/reports/${encodeURIComponent(thing)}`);
  useTitle(report?.title ?? 'Report');
  if (report === undefined) {
    return (
      <div className="page">
        {trouble === undefined ? (
          <Loading what="Opening the report" rows={10} />
        ) : (
          <>
            <PageHead title={trouble.code === 'not-found' ? `There is no report ${thing}` : 'The report cannot be shown'} />
            <ProblemNote trouble={trouble} again={again} />
            <p>
              <Link to="/reports">To all reports of the case</Link>
            </p>
          </>
        )}
      </div>
    );
  }
  return <Opened report={report} query={query} />;
}

function Opened({ report, query }: { readonly report: ReportJson; readonly query: URLSearchParams }) {
  const chosen = query.get('s');
  const form = query.get('form');
  const pane = oneOf(query, 'pane', ['statements', 'missed', 'speakers', 'rules', 'about']);
  const placeText = query.get('at');
  const place = spanOf(placeText);
  const { may, decide } = useDecide();
  const choose = useCallback(
    (id: string | null) => patch({ s: id, form: null, at: null, pane: null }, { replace: addressNow().query.get('s') !== null }),
    [],
  );
  const touched = useRef(false);
  const chooseInText = useCallback(
    (id: string) => {
      touched.current = true;
      choose(id);
    },
    [choose],
  );
  useEffect(() => {
    const inText = touched.current;
    touched.current = false;
    // Where the cards stand below the text, whoever touches words is led to their card; the card leads back.
    if (inText && window.matchMedia(BELOW).matches) document.getElementById(`card-${chosen}`)?.scrollIntoView({ block: 'start' });
    else showWords(placeText !== null ? '.m-found' : wordsOf(chosen));
  }, [chosen, placeText]);
  const at = report.statements.findIndex(({ id }) => id === chosen);
  const statement = report.statements[at];
  const move = (by: number) => {
    const next =
      report.statements[at < 0 ? (by > 0 ? 0 : -1) : Math.max(0, Math.min(report.statements.length - 1, at + by))] ??
      report.statements.at(-1);
    if (next !== undefined) choose(next.id);
  };
  const open = (name: string) => statement !== undefined && may && patch({ form: name }, { replace: true });
  useKeys('Report', [
    { keys: 'j / ArrowDown', words: 'next statement', do: () => move(1) },
    { keys: 'k / ArrowUp', words: 'statement before', do: () => move(-1) },
    { keys: 'a', words: 'accept the statement', do: () => statement !== undefined && may && void decide(statement, { action: 'accept' }) },
    { keys: 'x', words: 'reject it', do: () => statement !== undefined && may && void decide(statement, { action: 'reject' }) },
    { keys: 'e', words: 'correct it', do: () => open('correct') },
    { keys: 'n', words: 'note on it', do: () => open('note') },
    { keys: 's', words: 'add a statement from the selected words', do: () => may && openAdding(report.text) },
    { keys: ']', words: 'next report', do: () => report.after !== null && go(`/reports/${report.after}`) },
    { keys: '[', words: 'report before', do: () => report.before !== null && go(`/reports/${report.before}`) },
    { keys: 'Escape', words: 'close', do: () => (form !== null ? patch({ form: null, at: null }, { replace: true }) : choose(null)) },
  ]);
  return (
    <div className="page report-page" data-pane={pane}>
      <header className="report-head">
        <p className="crumbs">
          <Link to="/reports">Reports</Link>
          <span className="neighbours">
            {report.before !== null && (
              <Link to={`/reports/${report.before}`} title="Report before ([)">
                <Icon name="left" size={16} />
                Before
              </Link>
            )}
            {report.after !== null && (
              <Link to={`/reports/${report.after}`} title="Next report (])">
                Next
                <Icon name="right" size={16} />
              </Link>
            )}
          </span>
        </p>
        <h1 tabIndex={-1} dir="auto">
          {report.title ?? report.received.origin}
        </h1>
        <p className="under">
          <b dir="auto">{report.publisher ?? 'Publisher not known'}</b>
          <time dateTime={report.published ?? undefined}>{dateInWords(report.published)}</time>
          {report.byline !== null && <span dir="auto">{report.byline}</span>}
          <span>{counted(report.statements.length, 'statement')}</span>
        </p>
      </header>
      <div className="report-columns">
        <section className="text-column" aria-label="Text">
          {report.notices.length > 0 && (
            <Hint tone="warn" icon="warn">
              <ul>
                {report.notices.map(({ code, message }, i) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a notice may come twice
                  <li key={`${code} ${i}`}>{message}</li>
                ))}
              </ul>
            </Hint>
          )}
          {report.text === '' ? (
            <Empty icon="file" title="There is no text in it">
              <p>Nothing could be read in what came in; the bytes are kept as they are. Under “About” they can be saved.</p>
            </Empty>
          ) : (
            <>
              <Legend />
              <ReportText report={report} chosen={chosen} onChoose={chooseInText} place={place} />
            </>
          )}
          {may && form !== 'add' && <SelectBar report={report} />}
        </section>
        <aside className="pane" aria-label="What was found">
          <Tabs
            name="pane"
            label="What was found"
            tabs={[
              { value: 'statements', words: 'Statements', count: report.statements.length },
              { value: 'missed', words: 'Missed', count: report.missed.length },
              { value: 'speakers', words: 'Speakers', count: report.speakers.length },
              { value: 'rules', words: 'House rules' },
              { value: 'about', words: 'About' },
            ]}
          />
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by key */}
          <section className="pane-body" tabIndex={0} aria-label={pane}>
            {may && form === 'add' && <AddStatement key={placeText} report={report} place={place} />}
            {pane === 'statements' && <CardList report={report} chosen={chosen} form={form} onChoose={choose} />}
            {pane === 'missed' && <MissedList report={report} />}
            {pane === 'speakers' && <SpeakerList report={report} />}
            {pane === 'rules' && <ReportFindings report={report} />}
            {pane === 'about' && <AboutReport report={report} />}
          </section>
        </aside>
      </div>
    </div>
  );
}
