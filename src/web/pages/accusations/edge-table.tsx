import type { Edge } from '../../../server/index.ts';
import { addressOf } from '../../address/address.ts';
import { Link } from '../../address/link.tsx';
import { Wrong } from '../../parts/facts.tsx';
import { Icon } from '../../parts/icon.tsx';
import { useRows } from '../../parts/use-rows.ts';
import { count } from '../../words/counts.ts';
import { dayInWords } from '../../words/dates.ts';
import { sortEdges } from './sort-edges.ts';

interface Props {
  readonly edges: readonly Edge[];
  readonly query: URLSearchParams;
  readonly onChoose: (accuser: string, accused: string) => void;
}

const COLUMNS = [
  ['accuser', 'Accuser', ''],
  ['accused', 'Accused, and of what', ''],
  ['', 'First voices', 'amount'],
  ['statements', 'Statements', 'amount'],
  ['publishers', 'Outlets', 'amount'],
  ['denials', 'Denials', 'amount'],
  ['first', 'First told', ''],
] as const;

/** Accusations as a table; sorted as the address says. */
export function EdgeTable({ edges, query, onChoose }: Props) {
  const sort = query.get('sort') ?? '';
  const sorted = sortEdges(edges, sort);
  const { list, at } = useRows('Accusations', sorted.length);
  const rest = Object.fromEntries(query);
  const isChosen = ({ accuser, accused }: Edge) => query.get('accuser') === accuser && query.get('accused') === accused;
  return (
    <div className="table-wrap cards-on-phone edge-table">
      <table ref={list}>
        <caption className="unseen">Who accuses whom</caption>
        <thead>
          <tr>
            {COLUMNS.map(([name, words, kind]) => (
              <th
                key={words}
                scope="col"
                className={kind}
                aria-sort={sort === name ? (kind === 'amount' ? 'descending' : 'ascending') : undefined}
              >
                <Link to={addressOf('/accusations', { ...rest, sort: name })} going={{ replace: true }}>
                  {words}
                  {sort === name && <span aria-hidden="true">{kind === 'amount' ? ' ↓' : ' ↑'}</span>}
                </Link>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.map((edge, i) => (
            <tr key={`${edge.accuser} ${edge.accused}`} data-row className={i === at || isChosen(edge) ? 'at' : ''}>
              <td className="wide half">
                <Link
                  to={addressOf('/accusations', { ...rest, accuser: edge.accuser, accused: edge.accused })}
                  going={{ still: true }}
                  aria-current={isChosen(edge) ? 'true' : undefined}
                  onClick={(event) => {
                    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
                    event.preventDefault();
                    onChoose(edge.accuser, edge.accused);
                  }}
                  dir="auto"
                >
                  {edge.accuserName ?? 'Unnamed voices'}
                </Link>
              </td>
              <td className="wide half" data-label="accuses" dir="auto">
                <b>{edge.accusedName ?? 'Nobody named'}</b>
                {edge.reciprocal && (
                  <span className="code two-way">
                    <span aria-hidden="true">⇄</span> each accuses the other
                  </span>
                )}
                <span className="wrongs">
                  {edge.wrongs.map(({ wrong }) => (
                    <Wrong key={wrong} wrong={wrong} />
                  ))}
                </span>
              </td>
              <td className="amount" data-label="First voices">
                {count(edge.firstVoices)}
                {edge.firstVoices === 0 && <span className="unseen">: in echoes alone</span>}
              </td>
              <td className="amount" data-label="Statements">
                {count(edge.statements)}
              </td>
              <td className="amount" data-label="Outlets">
                {count(edge.publishers)}
              </td>
              <td className={`amount ${edge.denials === 0 ? 'none' : ''}`} data-label="Denials">
                {edge.denials === 0 ? <span className="muted">–</span> : count(edge.denials)}
              </td>
              <td className="when">
                {dayInWords(edge.first)}
                {edge.open > 0 && (
                  <span
                    className="standing open"
                    title={`${edge.open} of ${edge.statements} statements are suggestions that nobody has decided on`}
                  >
                    {edge.open === edge.statements ? 'Suggestion' : `${edge.open} open`}
                  </span>
                )}
                {edge.open === 0 && (
                  <span className="standing accepted">
                    <Icon name="check" size={13} /> Decided
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
