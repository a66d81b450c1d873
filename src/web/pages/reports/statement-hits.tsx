import type { StatementList } from '../../../server/index.ts';
import { addressOf } from '../../address/address.ts';
import { Link } from '../../address/link.tsx';
import type { Answered } from '../../ask/use-answer.ts';
import { Code, Grade, State, Sureness, Wrong } from '../../parts/facts.tsx';
import { ListLinks } from '../../parts/list-links.tsx';
import { MoreRows } from '../../parts/more-rows.tsx';
import { Loading, ProblemNote } from '../../parts/states.tsx';
import { useRows } from '../../parts/use-rows.ts';
import { Snippet } from '../../text/snippet.tsx';
import { shown } from '../../words/codes.ts';
import { counted } from '../../words/counts.ts';
import { dateInWords } from '../../words/dates.ts';
import { NothingFound } from './nothing-found.tsx';

interface Props {
  readonly answer: Answered<StatementList>;
  readonly q: string;
  readonly sort: string;
  readonly limit: number;
}

/** The address of a statement within its report. */
export const statementAddress = (ref: string): string => {
  const [report, statement] = ref.split('/');
  return addressOf(`/reports/${report}`, { s: statement });
};

export function StatementHits({ answer, q, sort, limit }: Props) {
  const { data, trouble, again, former } = answer;
  const items = data?.items ?? [];
  const { list, at } = useRows('List', items.length);
  if (trouble !== undefined && data === undefined) return <ProblemNote trouble={trouble} again={again} />;
  if (data === undefined) return <Loading what="Looking for statements" rows={9} />;
  if (items.length === 0) return <NothingFound q={q} what="statements" />;
  return (
    <div className={former ? 'former' : ''} aria-busy={former}>
      <div className="found-line">
        <span>{counted(data.total, 'statement')}</span>
        <ListLinks csv={addressOf('/api/statements.csv', { q, sort })} q={q} />
      </div>
      <ol className="cards" ref={list}>
        {items.map((row, i) => (
          <li key={row.ref} className={`row ${i === at ? 'at' : ''}`} data-row>
            <p>
              <Link className="report-title" to={statementAddress(row.ref)} dir="auto">
                {row.speaker ?? (row.source === '' ? 'Nobody named' : row.source)}
              </Link>{' '}
              <span className="muted">
                {row.role !== null && `${row.role} · `}
                {row.act === null ? '' : shown('act', row.act)}
                {row.accused !== null && row.wrong !== null && ` · against ${row.accused}`}
              </span>
            </p>
            <Snippet context={row.context} />
            <p className="under">
              {row.wrong !== null && <Wrong wrong={row.wrong} />}
              {row.grade !== null && <Grade grade={row.grade} />}
              {row.channel !== null && row.channel !== 'unknown' && <Code kind="channel" code={row.channel} />}
              <Sureness confidence={row.confidence} brief />
              <State state={row.state} />
              <span dir="auto">
                {row.report.publisher ?? 'publisher not known'}, {dateInWords(row.report.published)}
              </span>
            </p>
          </li>
        ))}
      </ol>
      <MoreRows list={data} limit={limit} />
    </div>
  );
}
