import type { Span } from '../model/index.ts';

/** A line that is not blank, without the white space around it. */
export interface EdgeLine {
  readonly text: string;
  readonly at: Span;
}

const LONGEST = 600;

function trim(text: string, start: number, end: number): EdgeLine | undefined {
  let from = start;
  let to = end;
  while (from < to && /\s/.test(text[from]!)) from++;
  while (to > from && /\s/.test(text[to - 1]!)) to--;
  return from === to ? undefined : { text: text.slice(from, to), at: [from, to] };
}

/** The first lines of a text that are not blank, `count` at most; of a longer line its first 600 characters. */
export function firstLines(text: string, count: number): readonly EdgeLine[] {
  const lines: EdgeLine[] = [];
  for (let from = 0; from < text.length && lines.length < count; ) {
    const found = text.indexOf('\n', from);
    const end = found === -1 ? text.length : found;
    const line = trim(text, from, Math.min(end, from + LONGEST));
    if (line !== undefined) lines.push(line);
    from = end + 1;
  }
  return lines;
}

/** The last lines of a text that are not blank, the last one first; of a longer line its last 600 characters. */
export function lastLines(text: string, count: number): readonly EdgeLine[] {
  const lines: EdgeLine[] = [];
  for (let end = text.length; end > 0 && lines.length < count; ) {
    const found = text.lastIndexOf('\n', end - 1);
    const line = trim(text, Math.max(found + 1, end - LONGEST), end);
    if (line !== undefined) lines.push(line);
    end = found;
  }
  return lines;
}
