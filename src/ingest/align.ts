import { createTextWriter, type MappedText } from './text-writer.ts';

const MISSES = 64;
const SPACE = /\s/;

interface Squeezed {
  readonly text: string;
  /** Of each character its offset in the source; -1 where it is not known. */
  readonly at: Int32Array;
}

/** A text without its white space. */
function squeeze({ text, map }: MappedText): Squeezed {
  const at = new Int32Array(text.length);
  let run = 0;
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    while (run + 1 < map.text.length && map.text[run + 1]! <= i) run++;
    if (SPACE.test(text[i]!)) continue;
    const source = map.source[run]!;
    at[count++] = source === -1 ? -1 : source + i - map.text[run]!;
  }
  return { text: text.replace(/\s+/gu, ''), at };
}

/**
 * Finds the lines of an extracted text in the page that it was taken from, white space apart, so that they map back to it.
 * Lines are looked for in order, then from the start; one that is not found has no place.
 *
 * @param lines the extracted text
 * @param page all text of the page with its map
 * @param html the page's source
 * @returns the same text with its map; -1 for line breaks and for lines that the page writes otherwise
 */
export function align(lines: string, page: MappedText, html: string): MappedText {
  const writer = createTextWriter();
  const whole = squeeze(page);
  let cursor = 0;
  let misses = 0;
  for (const piece of lines.split(/(\n+)/)) {
    const squeezed = piece.replace(/\s+/gu, '');
    if (squeezed === '' || misses > MISSES) {
      writer.put(piece);
      continue;
    }
    let found = whole.text.indexOf(squeezed, cursor);
    if (found === -1) found = whole.text.indexOf(squeezed);
    if (found === -1) {
      misses++;
      writer.put(piece);
      continue;
    }
    cursor = Math.max(cursor, found + squeezed.length);
    let last = -1;
    for (const sign of piece) {
      for (const unit of sign.length === 1 ? [sign] : [sign[0]!, sign[1]!]) {
        const blank = SPACE.test(unit);
        const from = blank ? (last !== -1 && SPACE.test(html[last + 1] ?? '') ? last + 1 : -1) : whole.at[found++]!;
        if (from === -1) writer.put(unit);
        else writer.copy(unit, from);
        last = from;
      }
    }
  }
  return writer.done();
}
