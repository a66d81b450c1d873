import { cellOf, quoted, textOfValue, type Value } from './cell.ts';

/** A column: its name, which never changes, what it holds in words, and its value of a row. */
export interface Column<Row> {
  readonly name: string;
  readonly holds: string;
  of(row: Row): Value;
}

/** A table: what makes a row of it, and its columns in their order. New columns are only added at the end. */
export interface Table<Source, Row> {
  readonly name: string;
  /** "one row for each …" */
  readonly summary: string;
  readonly columns: readonly Column<Row>[];
  rowsOf(source: Source): Iterable<Row>;
}

/** Characters that the widespread spreadsheets take in one cell; they cut the rest off without a word. */
export const SPREADSHEET_CELL = 32_767;

/** Lines of CSV for a table, and what was noticed on the way. */
export interface Lines<Source> {
  /** The header's line. */
  readonly header: string;
  /** The lines of all rows that one source gives; each ends with CR LF. */
  linesOf(source: Source): { readonly text: string; readonly rows: number };
  /** Cells so far that are longer than a spreadsheet takes, by column. */
  readonly long: ReadonlyMap<string, number>;
}

const LINE_END = '\r\n';

/**
 * Writes a table as CSV (RFC 4180: commas, CR LF, a header). Used for exports and for every list of the server.
 *
 * @example linesOfTable(reports).header // 'report,title,…\r\n'
 */
export function linesOfTable<Source, Row>(table: Table<Source, Row>): Lines<Source> {
  const long = new Map<string, number>();
  const { columns } = table;
  return {
    header: columns.map(({ name }) => cellOf(name)).join(',') + LINE_END,
    linesOf(source) {
      let text = '';
      let rows = 0;
      for (const row of table.rowsOf(source)) {
        const cells = columns.map((column) => {
          const text = textOfValue(column.of(row));
          if (text.length > SPREADSHEET_CELL) long.set(column.name, (long.get(column.name) ?? 0) + 1);
          return quoted(text);
        });
        text += cells.join(',') + LINE_END;
        rows++;
      }
      return { text, rows };
    },
    long,
  };
}
