import type { Graph } from '../../../server/index.ts';
import { counted } from '../../words/counts.ts';
import { matrixOf } from './matrix-of.ts';
import { partyName } from './party-name.ts';

interface Props {
  readonly graph: Graph;
  readonly query: URLSearchParams;
  readonly onChoose: (accuser: string, accused: string) => void;
}

/** Who accuses (rows) whom (columns); a number counts first voices. */
export function MatrixTable({ graph, query, onChoose }: Props) {
  const { rows, columns, cells, left } = matrixOf(graph);
  const most = Math.max(1, ...cells.flatMap((row) => row.map((cell) => cell?.firstVoices ?? 0)));
  const chosen = `${query.get('accuser')}\n${query.get('accused')}`;
  return (
    <div className="stack">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by key */}
      <section className="table-wrap matrix" tabIndex={0} aria-label="Matrix">
        <table>
          <caption className="unseen">First voices of accusations: rows accuse, columns are accused</caption>
          <thead>
            <tr>
              <td className="corner">
                accuses ↓ <br /> accused →
              </td>
              {columns.map((column) => (
                <th key={column.id} scope="col">
                  <span dir="auto">{partyName(column)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, i) => (
              <tr key={row.id}>
                <th scope="row" dir="auto">
                  {partyName(row)}
                </th>
                {columns.map((column, j) => {
                  const edge = cells[i]![j];
                  return (
                    <td key={column.id} className={edge === undefined ? 'zero' : ''}>
                      {edge !== undefined && (
                        <button
                          type="button"
                          className={`${edge.reciprocal ? 'both' : ''} ${edge.firstVoices === 0 ? 'echoes-alone' : ''}`}
                          aria-pressed={chosen === `${row.id}\n${column.id}`}
                          style={{
                            backgroundColor: `color-mix(in srgb, var(--bad-soft), var(--bad) ${Math.round((30 * Math.max(0, edge.firstVoices - 1)) / most)}%)`,
                          }}
                          onClick={() => onChoose(row.id, column.id)}
                          aria-label={`${partyName(row)} accuses ${partyName(column)}: ${counted(edge.firstVoices, 'first voice')}${edge.reciprocal ? ', and is accused in return' : ''}`}
                        >
                          {edge.firstVoices}
                          {edge.reciprocal && <span aria-hidden="true">⇄</span>}
                        </button>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className="small muted">
        Numbers are first voices. 0: the reports pass on a statement of this voice that another report had first. ⇄: each accuses the other.
        {left > 0 && ` ${counted(left, 'accusation')} of parties with less weight stand in the table alone.`}
      </p>
    </div>
  );
}
