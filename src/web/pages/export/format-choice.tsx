import type { Vocabulary } from '../../../server/index.ts';
import { oneOf, patch } from '../../address/address.ts';

type Format = Vocabulary['formats'][number];

interface Props {
  readonly formats: readonly Format[];
  readonly format: Format;
  readonly query: URLSearchParams;
}

/** The table that the address names, or the first; undefined for a format without tables. */
export const tableOf = ({ tables }: Format, query: URLSearchParams): string | undefined =>
  tables.length === 0
    ? undefined
    : oneOf(
        query,
        'table',
        tables.map(({ name }) => name),
      );

/** Which format, and of a table which table. */
export function FormatChoice({ formats, format, query }: Props) {
  const table = tableOf(format, query);
  const set = (changes: Readonly<Record<string, string | null>>) => patch(changes, { replace: true });
  return (
    <>
      <fieldset className="format-list">
        <legend>Format</legend>
        {formats.map(({ name, extension, summary }) => (
          <label key={name} className="format">
            <input
              type="radio"
              name="format"
              checked={name === format.name}
              onChange={() => set({ format: name === formats[0]!.name ? null : name, table: null, bom: null })}
            />
            <span>
              <b>{name.toUpperCase()}</b> <span className="muted">.{extension}</span>
              <span className="small muted">{summary}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {format.tables.length > 0 && (
        <fieldset className="format-list">
          <legend>Table</legend>
          {format.tables.map(({ name, summary }, i) => (
            <label key={name} className="format">
              <input type="radio" name="table" checked={name === table} onChange={() => set({ table: i === 0 ? null : name })} />
              <span>
                <b>{name}</b>
                <span className="small muted">{summary}</span>
              </span>
            </label>
          ))}
        </fieldset>
      )}
      {format.bom && (
        <label className="check-line">
          <input
            type="checkbox"
            checked={query.get('bom') === 'yes'}
            onChange={(event) => set({ bom: event.target.checked ? 'yes' : null })}
          />
          <span>
            Begin with a byte order mark <span className="muted">(Excel then reads letters beyond ASCII right)</span>
          </span>
        </label>
      )}
    </>
  );
}
