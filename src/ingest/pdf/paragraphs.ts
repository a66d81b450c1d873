import { median, type PdfLine } from './pdf-page.ts';

/** Lines that make one paragraph. */
export type PdfParagraph = readonly PdfLine[];

const ENDED = /[.!?…:]["'”’»)\]]*$/u;
const BULLET = /^(?:[•▪■●◦‣–—*-]\s|\(?(?:\d{1,3}|[a-z])[.)]\s)/u;
const OTHER_SIZE = 1.12;

/** Of each size of type, how far its lines stand apart within a paragraph. */
export type Leading = (size: number) => number;

/** A block of lines with its left and right edge. */
interface Column {
  readonly lines: readonly PdfLine[];
  readonly left: number;
  readonly right: number;
}

const bucket = (size: number): number => Math.round(size * 2) / 2;
const sameSize = (a: PdfLine, b: PdfLine): boolean => Math.max(a.size, b.size) < OTHER_SIZE * Math.min(a.size, b.size);

function columnOf(lines: readonly PdfLine[]): Column {
  const counts = new Map<number, number>();
  for (const { left } of lines) counts.set(Math.round(left), (counts.get(Math.round(left)) ?? 0) + 1);
  const [left] = [...counts].reduce((best, next) => (next[1] > best[1] ? next : best));
  return { lines, left, right: Math.max(...lines.map(({ right }) => right)) };
}

/** Measures over the whole file how far lines of a size stand apart: the lower quartile, so that gaps between paragraphs do not count. */
export function leadingOf(columns: readonly (readonly PdfLine[])[]): Leading {
  const gaps = new Map<number, number[]>();
  for (const lines of columns) {
    for (const [i, line] of lines.entries()) {
      const next = lines[i + 1];
      if (next === undefined || !sameSize(line, next)) continue;
      const all = gaps.get(bucket(line.size)) ?? [];
      all.push(next.base - line.base);
      gaps.set(bucket(line.size), all);
    }
  }
  return (size) => {
    const all = gaps.get(bucket(size))?.sort((a, b) => a - b);
    return Math.max(all === undefined || all.length < 2 ? 1.3 * size : all[all.length >> 2]!, size * 0.8);
  };
}

/** True if the first word of `next` would have stood on the line before it: then that line was ended on purpose. */
function endedEarly(line: PdfLine, next: PdfLine, right: number): boolean {
  const perSign = (next.right - next.left) / Math.max(next.text.length, 1);
  const word = next.text.split(' ', 1)[0]!.length;
  return right - line.right > (word + 1.5) * perSign;
}

function begins(line: PdfLine, next: PdfLine, { left, right }: Column, leading: Leading): boolean {
  if (!sameSize(line, next) || BULLET.test(next.text)) return true;
  if (next.base - line.base > 1.2 * leading(next.size)) return true;
  const em = next.size;
  const indent = next.left - left;
  if (indent > 0.7 * em && indent < 6 * em && !BULLET.test(line.text) && line.left - left < 0.35 * em) return true;
  if (indent < -0.7 * em && line.left - left > -0.35 * em) return true;
  if (!endedEarly(line, next, right)) return false;
  return ENDED.test(line.text) || (/^\p{Lu}/u.test(next.text) && right - line.right > 0.4 * (right - left));
}

function paragraphsOf(column: Column, leading: Leading): readonly PdfParagraph[] {
  const paragraphs: PdfLine[][] = [];
  for (const line of column.lines) {
    const last = paragraphs.at(-1)?.at(-1);
    if (last === undefined || begins(last, line, column, leading)) paragraphs.push([line]);
    else paragraphs.at(-1)!.push(line);
  }
  return paragraphs;
}

/** True if a paragraph that ends with a column or page goes on in the next one. */
function goesOn(last: PdfLine, next: PdfLine, column: Column, after: Column): boolean {
  if (!sameSize(last, next) || BULLET.test(next.text) || ENDED.test(last.text)) return false;
  if (/^\p{Ll}/u.test(next.text)) return true;
  const full = column.right - last.right < 0.15 * (column.right - column.left);
  return full && next.left - after.left < 0.7 * next.size;
}

/**
 * Makes paragraphs of the columns of a file in reading order: by the distance between lines, indents, sizes of type, bullets
 * and lines that end before they are full. One that a column or page breaks off goes on in the next column.
 */
export function joinColumns(columns: readonly (readonly PdfLine[])[]): readonly PdfParagraph[] {
  const leading = leadingOf(columns);
  const all: PdfLine[][] = [];
  let before: Column | undefined;
  for (const column of columns.filter((lines) => lines.length > 0).map(columnOf)) {
    const [first, ...rest] = paragraphsOf(column, leading);
    const last = all.at(-1)?.at(-1);
    if (last !== undefined && before !== undefined && goesOn(last, first![0]!, before, column)) all.at(-1)!.push(...first!);
    else all.push([...first!]);
    all.push(...rest.map((lines) => [...lines]));
    before = column;
  }
  return all;
}

/** The size that most of the text is set in. */
export const bodySize = (paragraphs: readonly PdfParagraph[]): number =>
  median(paragraphs.flatMap((lines) => lines.flatMap(({ size, text }) => Array.from({ length: Math.ceil(text.length / 20) }, () => size))));
