import { createTextWriter, type MappedText } from '../text-writer.ts';

/** More columns than table programs have; of a row with more cells only one more is given, and it fits no header. */
export const MOST_CELLS = 16_384;

/** A row of a table: its cells, each with the way back to the table's text. */
export interface Row {
  /** 1 for the first: what a table program shows, so blank rows count. */
  readonly number: number;
  readonly cells: readonly MappedText[];
  readonly start: number;
  readonly end: number;
  /** True if a quotation mark opens a cell and none closes it before the text ends. */
  readonly open: boolean;
}

/**
 * Cuts a table into rows and cells, quotation marks and line ends within cells included.
 *
 * @param text the decoded table
 * @param delimiter what parts the cells
 * @param from where the first row begins
 * @see RFC 4180
 * @example [...splitRows('a,"b ""c"""', ',')][0].cells[1].text // 'b "c"'
 */
export function* splitRows(text: string, delimiter: string, from = 0): Generator<Row> {
  let at = from;
  let number = 0;
  while (at < text.length) {
    const start = at;
    const cells: MappedText[] = [];
    let open = false;
    for (;;) {
      const writer = createTextWriter();
      if (text[at] === '"') {
        at++;
        for (;;) {
          const mark = text.indexOf('"', at);
          if (mark === -1) {
            open = true;
            writer.copy(text.slice(at), at);
            at = text.length;
            break;
          }
          const doubled = text[mark + 1] === '"';
          writer.copy(text.slice(at, doubled ? mark + 1 : mark), at);
          at = mark + (doubled ? 2 : 1);
          if (!doubled) break;
        }
      }
      const rest = at;
      while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') at++;
      writer.copy(text.slice(rest, at), rest);
      if (cells.length <= MOST_CELLS) cells.push(writer.done());
      if (text[at] !== delimiter) break;
      at++;
    }
    const end = at;
    if (text[at] === '\r') at++;
    if (text[at] === '\n') at++;
    yield { number: ++number, cells, start, end, open };
  }
}

/** What parts the cells of a table: whichever of tab, semicolon and comma its first row has most of, outside of quotation marks. */
export function delimiterOf(text: string): string {
  const first = text
    .slice(0, 65_536)
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/\r?\n/, 1)[0]!;
  const count = (sign: string): number => first.split(sign).length - 1;
  return ['\t', ';'].reduce((best, sign) => (count(sign) > count(best) ? sign : best), ',');
}
