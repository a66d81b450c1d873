import type { ReportList, ReportRow } from '../../../server/index.ts';
import { addressOf } from '../../address/address.ts';
import { Link } from '../../address/link.tsx';
import type { Answered } from '../../ask/use-answer.ts';
import { Wrong } from '../../parts/facts.tsx';
import { ListLinks } from '../../parts/list-links.tsx';
import { MoreRows } from '../../parts/more-rows.tsx';
import { Loading, ProblemNote } from '../../parts/states.tsx';
import { useRows } from '../../parts/use-rows.ts';
import { Snippet } from '../../text/snippet.tsx';
import { count, counted, percent } from '../../words/counts.ts';
import { dateInWords } from '../../words/dates.ts';
import { NothingFound } from './nothing-found.tsx';

interface Props {
  readonly answer: Answered<ReportList>;
  readonly q: string;
  readonly sort: string;
  readonly limit: number;
}

const SORTED: Readonly<Record<string, 'ascending' | 'descending'>> = { date: 'ascending', '-date': 'descending', publisher: 'ascending' };

export function ReportTable({ answer, q, sort, limit }: Props) {
  const { data, trouble, again, former } = answer;
  const items = data?.items ?? [];
  const { list, at } = useRows('List', items.length);
  if (trouble !== undefined && data === undefined) return <ProblemNote trouble={trouble} again={again} />;
  if (data === undefined) return <Loading what="Looking for reports" rows={9} />;
  if (items.length === 0) return <NothingFound q={q} what="reports" />;
  const now = sort === '' ? data.sort : sort;
  const active = (...codes: readonly string[]) => codes.find((code) => code === now);
  const byDate = active('-date', 'date');
  const byPublisher = active('publisher');
  return (
    <div className={former ? 'former' : ''} aria-busy={former}>
      <div className="found-line">
        <span>
          {counted(data.total, 'report')}
          {data.notes.filter((note) => !data.query.repairs.some(({ message }) => message === note)).map((note) => ` · ${note}`)}
        </span>
        <ListLinks csv={addressOf('/api/reports.csv', { q, sort })} q={q} />
      </div>
      <div className="table-wrap cards-on-phone">
        <table ref={list}>
          <caption className="unseen">Reports{q === '' ? '' : ` found by ${q}`}</caption>
          <thead>
            <tr>
              <th aria-sort={byPublisher === undefined ? undefined : 'ascending'}>
                Report, <SortLink words="publisher" q={q} to="publisher" active={byPublisher} />
              </th>
              <th aria-sort={byDate === undefined ? undefined : SORTED[byDate]}>
                <SortLink words="Published" q={q} to={byDate === '-date' ? 'date' : '-date'} active={byDate} />
              </th>
              <th className="amount">Statements</th>
              <th className="amount" title="Statements of voices that are not named">
                Unnamed
              </th>
              <th>Gravest allegation</th>
              <th>Decided</th>
            </tr>
          </thead>
          <tbody>
            {items.map((row, i) => (
              <Row key={row.ref} row={row} at={i === at} q={q} />
            ))}
          </tbody>
        </table>
      </div>
      <MoreRows list={data} limit={limit} />
    </div>
  );
}

function SortLink({
  words,
  q,
  to,
  active,
}: {
  readonly words: string;
  readonly q: string;
  readonly to: string;
  readonly active: string | undefined;
}) {
  return (
    <Link to={addressOf('/reports', { q, sort: to })} going={{ still: true }}>
      {words}
      {active !== undefined && <span aria-hidden="true">{SORTED[active] === 'ascending' ? ' ↑' : ' ↓'}</span>}
    </Link>
  );
}

function Row({ row, at, q }: { readonly row: ReportRow; readonly at: boolean; readonly q: string }) {
  return (
    <tr data-row className={at ? 'at' : ''}>
      <td className="wide">
        <Link className="report-title" to={`/reports/${row.ref}`} dir="auto">
          {row.title ?? 'Without a title'}
        </Link>
        <p className="under">
          <span dir="auto">{row.publisher ?? 'publisher not known'}</span>
          {row.byline !== null && <span dir="auto">{row.byline}</span>}
        </p>
        {row.statements === 0 && row.context.text === '' && <p className="small muted">No text could be read in it; the bytes are kept.</p>}
        {q !== '' && row.context.text !== '' && <Snippet context={row.context} />}
      </td>
      <td data-label="Published">
        <time className="when" dateTime={row.published ?? undefined}>
          {dateInWords(row.published)}
        </time>
      </td>
      <td className="amount" data-label="Statements">
        {count(row.statements)}
      </td>
      <td className={`amount ${row.unnamed === 0 ? 'none' : ''}`} data-label="Unnamed">
        {row.unnamed === 0 ? <span className="muted">–</span> : count(row.unnamed)}
      </td>
      <td className={row.wrong === null ? 'none' : ''} data-label="Alleged">
        {row.wrong === null ? <span className="muted">–</span> : <Wrong wrong={row.wrong} />}
      </td>
      <td data-label="Decided">
        <Progress decided={row.decided} of={row.statements} />
      </td>
    </tr>
  );
}

/** How many of the statements people decided on: a bar, and the words. */
function Progress({ decided, of }: { readonly decided: number; readonly of: number }) {
  return (
    <span className="progress-cell">
      <span className="bar-meter" aria-hidden="true">
        <span style={{ width: of === 0 ? 0 : `${(100 * decided) / of}%` }} />
      </span>
      <span className="number small" title={percent(decided, of)}>
        {count(decided)}/{count(of)}
      </span>
    </span>
  );
}
