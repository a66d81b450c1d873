import { useCallback } from 'react';
import type { Log, LogRow } from '../../../server/index.ts';
import { addressOf, patch } from '../../address/address.ts';
import { Link } from '../../address/link.tsx';
import { addressOfThing } from '../../address/thing.ts';
import { useAnswer } from '../../ask/use-answer.ts';
import { ListLinks } from '../../parts/list-links.tsx';
import { MoreRows, rowsAsked } from '../../parts/more-rows.tsx';
import { Empty, Loading, ProblemNote } from '../../parts/states.tsx';
import { useRows } from '../../parts/use-rows.ts';
import { count, counted } from '../../words/counts.ts';
import { momentInWords } from '../../words/dates.ts';
import { KINDS, LogFilter } from './log-filter.tsx';

const FILTERS = ['kind', 'ref', 'by', 'from', 'to', 'order'] as const;

/** The events of the log, as far as the filter leaves them. */
export function LogList({ query }: { readonly query: URLSearchParams }) {
  const limit = rowsAsked(query);
  const filter = Object.fromEntries(FILTERS.map((name) => [name, query.get(name)]));
  const { data, trouble, again, former } = useAnswer<Log>(addressOf('/api/log', { ...filter, limit }));
  const narrowed = FILTERS.some((name) => name !== 'order' && query.has(name));
  const items = data?.items ?? [];
  const { list, at } = useRows('Log', items.length);
  const put = useCallback((name: string, value: string) => patch({ [name]: value, n: null }, { replace: true }), []);
  return (
    <div className="view">
      <LogFilter query={query} onChange={put} />
      {trouble !== undefined && data !== undefined && <ProblemNote trouble={trouble} />}
      {data === undefined &&
        (trouble === undefined ? <Loading what="Reading the log" rows={9} /> : <ProblemNote trouble={trouble} again={again} />)}
      {data !== undefined && items.length === 0 && (
        <Empty icon="history" title={narrowed ? 'No event matches' : 'The log is empty'}>
          <p>Take a filter away.</p>
          <Link className="button" to="/history">
            Show all
          </Link>
        </Empty>
      )}
      {items.length > 0 && (
        <div className={former ? 'former' : ''} aria-busy={former}>
          <div className="found-line">
            <span>{counted(data!.total, 'event')}</span>
            <ListLinks csv={addressOf('/api/log.csv', filter)} />
          </div>
          <ol className="log table-wrap" ref={list}>
            {items.map((row, i) => (
              <Row key={row.number} row={row} at={i === at} />
            ))}
          </ol>
          <MoreRows list={data!} limit={limit} />
        </div>
      )}
    </div>
  );
}

const Row = ({ row: { number, at: moment, event, ref, words, fact, hash }, at }: { readonly row: LogRow; readonly at: boolean }) => {
  const to = ref === null ? undefined : addressOfThing(ref);
  return (
    <li className={`log-row ${at ? 'at' : ''}`} data-row>
      <span className="log-number number">{count(number)}</span>
      <time dateTime={moment}>{momentInWords(moment)}</time>
      <span className={`log-kind ${event === 'reviewed' ? 'by-person' : ''}`}>{KINDS[event]}</span>
      <p dir="auto">
        {words}{' '}
        {to !== undefined && (
          <Link to={to} aria-label={`Open ${ref}`}>
            {ref}
          </Link>
        )}
      </p>
      <details>
        <summary>
          The event and its seal<span className="unseen"> ({number})</span>
        </summary>
        <pre>{JSON.stringify(fact, null, 2)}</pre>
        <p className="mono">{hash}</p>
      </details>
    </li>
  );
};
