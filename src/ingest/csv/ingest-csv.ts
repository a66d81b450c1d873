import { type Item, notice, type Part, type Span } from '../../model/index.ts';
import { gather } from '../byte-source.ts';
import { decode } from '../decode.ts';
import type { Known } from '../known.ts';
import { normalise } from '../normalise.ts';
import { composeMaps } from '../text-map.ts';
import type { MappedText } from '../text-writer.ts';
import { toArticle } from '../to-article.ts';
import { MAX_TABLE_BYTES, type Tools } from '../tools.ts';
import { type Columns, FIELDS, mapColumns } from './columns.ts';
import { delimiterOf, MOST_CELLS, type Row, splitRows } from './split-rows.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const list = (names: readonly string[]): string =>
  names
    .slice(0, 12)
    .map((name) => `"${name.slice(0, 40)}"`)
    .join(', ');

/** Counts the bytes before each row as the rows go by; only UTF-8 can be counted from the text alone. */
function createCounter(text: string): (start: number, end: number) => Span {
  let done = 0;
  let bytes = 0;
  return (start, end) => {
    const from = bytes + encode(text.slice(done, start)).length;
    const to = from + encode(text.slice(start, end)).length;
    [done, bytes] = [end, to];
    return [from, to];
  };
}

const knownOf = (cells: readonly MappedText[], columns: Columns): Known =>
  Object.fromEntries(
    FIELDS.filter((field) => field !== 'text' && columns[field] !== undefined).map((field) => [field, cells[columns[field]!]?.text.trim()]),
  );

function readRow(row: Row, columns: Columns, width: number, part: Part, bytes: Uint8Array, { hash }: Tools): Item {
  const fail = (code: 'unreadable-row' | 'missing-text', message: string): Item => ({ kind: 'failure', code, message, part });
  if (row.open) return fail('unreadable-row', 'Expected a quotation mark that closes the cell, found the end of the table (cut off?).');
  if (row.cells.length !== width) {
    return fail(
      'unreadable-row',
      `Expected ${width} cells as in the first row, found ${row.cells.length}. Put cells that hold the delimiter in quotation marks.`,
    );
  }
  const cell = row.cells[columns.text!]!;
  if (cell.text.trim() === '') return fail('missing-text', 'Expected the report in the column of its text, found an empty cell.');
  const { text, map, notices } = normalise(cell.text);
  const article = toArticle({ bytes, text, map: composeMaps(map, cell.map, text.length), notices }, knownOf(row.cells, columns), hash);
  return { kind: 'article', article, bytes, part };
}

function firstOf(rows: Iterator<Row>): readonly MappedText[] {
  const first = rows.next();
  return first.done === true ? [] : first.value.cells;
}

/**
 * Reads a table (CSV, TSV) with one report a row: its first row names the columns. Rows that cannot be read are failures, each
 * with its number; blank rows are passed over. The hash of an article's source is that of its row in UTF-8; its map leads into the
 * decoded table.
 *
 * @see RFC 4180
 */
export async function* ingestCsv(stream: AsyncIterable<Uint8Array>, tools: Tools): AsyncGenerator<Item> {
  const all = await gather(stream, MAX_TABLE_BYTES);
  if (all === undefined) {
    const message = `Expected a table of at most ${MAX_TABLE_BYTES} bytes, found a larger one; nothing was read. Part it, or give NDJSON.`;
    return yield { kind: 'failure', code: 'text-too-long', message };
  }
  const { text, encoding, notices } = decode(all);
  for (const one of notices) yield { kind: 'notice', notice: one };
  // Where a byte order mark stands, a quotation mark that begins the first cell must still be seen; offsets stay as they are.
  const mark = text.startsWith('\uFEFF') ? 1 : 0;
  const rows = splitRows(text, delimiterOf(text), mark);
  const header = [...firstOf(rows)].map((cell) => cell.text.trim());
  if (header.length > MOST_CELLS) {
    const message = `Expected a table of at most ${MOST_CELLS} columns, found more; nothing was read. Leave out those that hold no report.`;
    return yield { kind: 'failure', code: 'missing-columns', message };
  }
  const columns = mapColumns(header);
  if (columns.text === undefined) {
    const message = `Expected a first row that names a column "text" (or "body", "content", "full text"), found ${list(header) || 'nothing'}. Name the column of the reports so.`;
    return yield { kind: 'failure', code: 'missing-columns', message };
  }
  const used = new Set(Object.values(columns));
  const unused = header.filter((_, i) => !used.has(i));
  if (unused.length > 0) {
    yield {
      kind: 'notice',
      notice: notice('unused-columns', `Found columns that say nothing Hearsay reads: ${list(unused)}; they were left alone.`),
    };
  }
  const count = createCounter(text);
  for (const row of rows) {
    if (row.cells.length === 1 && row.cells[0]!.text.trim() === '' && !row.open) continue;
    const at = encoding === 'utf-8' ? { at: count(row.start, row.end) } : {};
    const bytes = encode(text.slice(row.start, row.end));
    yield readRow(row, columns, header.length, { kind: 'row', number: row.number, ...at }, bytes, tools);
  }
}
