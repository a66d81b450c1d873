import { type Column, linesOfTable } from '../export/index.ts';
import { Refusal } from './refusal.ts';

export interface PageAsked {
  readonly limit?: number;
  readonly cursor?: string;
}

/** Rows of one page where no number is asked for. */
export const PAGE = 50;

const encode = (key: string): string => btoa(encodeURIComponent(key)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

function decode(cursor: string): string | undefined {
  try {
    return decodeURIComponent(atob(cursor.replaceAll('-', '+').replaceAll('_', '/')));
  } catch {
    return undefined;
  }
}

/**
 * One page of a list that is at hand as a whole. It goes on behind the last row of the page before, wherever that stands now.
 *
 * @throws Refusal 'wrong-input' where the cursor is of another list, or its row is gone
 */
export function pageOf<T>(rows: readonly T[], idOf: (row: T) => string | number, { limit = PAGE, cursor }: PageAsked) {
  let from = 0;
  if (cursor !== undefined) {
    const key = decode(cursor);
    from = key === undefined ? 0 : rows.findIndex((row) => String(idOf(row)) === key) + 1;
    if (from === 0)
      throw new Refusal(
        'wrong-input',
        'Expected a cursor that this very list gave, found another, or its row is gone. Begin again without one.',
        { at: 'query/cursor' },
      );
  }
  const items = rows.slice(from, from + limit);
  const last = items.at(-1);
  return {
    total: rows.length,
    next: last !== undefined && from + items.length < rows.length ? encode(String(idOf(last))) : null,
    items,
  };
}

/** A list as a table: what of its answer are rows, and their columns in order. */
export interface ListTable {
  readonly rows: (answer: object) => readonly unknown[];
  readonly columns: readonly Column<unknown>[];
}

/** Columns that hold fields of a row as they are: their name, and the way to the field ("report.title"). */
export const columnsOf = (...names: readonly (string | readonly [name: string, path: string])[]): readonly Column<unknown>[] =>
  names.map((one) => {
    const [name, path] = typeof one === 'string' ? [one, one] : one;
    const steps = path.split('.');
    return {
      name,
      holds: path,
      of: (row) => steps.reduce<unknown>((value, step) => (value as Record<string, unknown> | null | undefined)?.[step], row) as string,
    };
  });

export const listTable = (field: string, ...names: readonly (string | readonly [name: string, path: string])[]): ListTable => ({
  rows: (answer) => (answer as Record<string, readonly unknown[]>)[field]!,
  columns: columnsOf(...names),
});

/** Begins a CSV file of rows. */
export function csvOf({ columns }: ListTable) {
  return linesOfTable<unknown, unknown>({
    name: 'list',
    summary: '',
    columns,
    rowsOf: (row) => [row],
  });
}
