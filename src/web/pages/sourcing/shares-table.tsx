import type { ShareRow } from '../../../server/index.ts';
import { addressOf } from '../../address/address.ts';
import { Link } from '../../address/link.tsx';
import { useRows } from '../../parts/use-rows.ts';
import { count, percent } from '../../words/counts.ts';
import { dateInWords } from '../../words/dates.ts';
import { VoiceBar } from './voice-bar.tsx';
import { searchOfShare, sortShares, VOICES } from './voices.ts';

interface Props {
  readonly rows: readonly ShareRow[];
  readonly q: string;
  readonly query: URLSearchParams;
}

/** One row a publisher or a span of time; each number leads to its statements. */
export function SharesTable({ rows, q, query }: Props) {
  const sort = query.get('sort') ?? '';
  const sorted = sortShares(rows, sort);
  const { list, at } = useRows('Shares', sorted.length);
  const rest = Object.fromEntries(query);
  const head = (name: string, words: string) => (
    <th key={name} scope="col" className="amount" aria-sort={sort === name ? 'descending' : undefined}>
      <Link to={addressOf('/sourcing', { ...rest, sort: sort === name ? '' : name })} going={{ replace: true }}>
        {words}
        {sort === name && <span aria-hidden="true"> ↓</span>}
      </Link>
    </th>
  );
  const byPublisher = rows[0]?.publisher !== null;
  const byTime = rows[0]?.period !== null;
  return (
    <div className="table-wrap cards-on-phone shares">
      <table ref={list}>
        <caption className="unseen">Shares of voices</caption>
        <thead>
          <tr>
            {byPublisher && <th scope="col">Publisher</th>}
            {byTime && <th scope="col">Published in</th>}
            <th scope="col" className="bar-column">
              Voices
            </th>
            {head('reports', 'Reports')}
            {head('statements', 'Statements')}
            {VOICES.map(({ voice, words }) => head(voice, words))}
          </tr>
        </thead>
        <tbody>
          {sorted.map((row, i) => (
            <tr key={`${row.publisher} ${row.period}`} data-row className={i === at ? 'at' : ''}>
              {byPublisher && (
                <td className="wide-on-phone">
                  <Amount to={searchOfShare(q, row, '')}>
                    <b dir="auto">{row.publisher === '' ? 'Publisher not known' : row.publisher}</b>
                  </Amount>
                </td>
              )}
              {byTime && <td className="wide-on-phone when">{row.period === '' ? 'no date' : dateInWords(row.period)}</td>}
              <td className="wide-on-phone bar-column">
                <VoiceBar row={row} />
              </td>
              <td className="amount" data-label="Reports">
                {count(row.reports)}
              </td>
              <td className="amount" data-label="Statements">
                <Amount to={searchOfShare(q, row, '')}>{count(row.statements)}</Amount>
              </td>
              {VOICES.map(({ voice, words, grades }) => (
                <td key={voice} className={`amount share ${row[voice] === 0 ? 'none' : ''}`} data-label={words}>
                  {row[voice] === 0 ? (
                    <span className="muted">–</span>
                  ) : (
                    <Amount to={searchOfShare(q, row, grades)}>
                      {percent(row[voice], row.statements)} <small>{count(row[voice])}</small>
                    </Amount>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A number that leads to its statements, where a search can ask for them. */
const Amount = ({ to, children }: { readonly to: string | undefined; readonly children: React.ReactNode }) =>
  to === undefined ? children : <Link to={addressOf('/reports', { show: 'statements', q: to })}>{children}</Link>;
