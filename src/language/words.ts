import { CASE, GAP } from '../model/index.ts';

/** The words of a text before the network has seen them; training/words.py is the Python twin. */
export interface CutWords {
  readonly text: string;
  readonly count: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly gap: Uint8Array;
  readonly letters: Uint8Array;
  /** See `QUOTE`. */
  readonly quote: Uint8Array;
  /** Number of the word's line, counted over lines that have words. */
  readonly paragraph: Int32Array;
  /** How many quotation marks stand before the word. */
  readonly marks: Int32Array;
}

export const QUOTE = { out: 0, open: 1, in: 2, close: 3 } as const;

const WORD = /[\p{L}\p{N}\p{M}_]+|[^\p{White_Space}\p{L}\p{N}\p{M}_]/gu;
const LETTER = /[\p{L}\p{N}\p{M}_]/u;
const NUMBER = /\p{N}/u;
const UPPER = /\p{Lu}/gu;
const LOWER = /\p{Ll}/u;
const OPENING = '“«„';
const CLOSING = '”»';

function gapOf(text: string, from: number, to: number, first: boolean): number {
  if (first) return GAP.start;
  let lines = 0;
  for (let i = from; i < to; i++) if (text.charCodeAt(i) === 10) lines++;
  if (lines > 1) return GAP.paragraph;
  if (lines === 1) return GAP.line;
  return to > from ? GAP.space : GAP.none;
}

/** The letter case of a word: one of `CASE`. */
export function caseOf(word: string): number {
  if (!LETTER.test(word)) return CASE.sign;
  if (NUMBER.test(word)) return CASE.digit;
  const upper = word.match(UPPER)?.length ?? 0;
  const lower = LOWER.test(word);
  if (upper === 0) return lower ? CASE.lower : CASE.other;
  const one = word.length === 1 || (word.length === 2 && word.codePointAt(0)! > 0xffff);
  if (!lower) return one ? CASE.title : CASE.upper;
  return upper === 1 && word.search(UPPER) === 0 ? CASE.title : CASE.mixed;
}

/**
 * Cuts a text into words: runs of letters, digits and marks, or one other sign. Words and the white space between them
 * tile the text. The quotation state is told from double marks alone and starts anew on each line.
 *
 * @param text UTF-16; offsets in the result are code units
 * @example cutWords('“No,” she said.').count // 7
 */
export function cutWords(text: string): CutWords {
  const starts: number[] = [];
  const ends: number[] = [];
  for (const match of text.matchAll(WORD)) {
    starts.push(match.index);
    ends.push(match.index + match[0].length);
  }
  const count = starts.length;
  const words = {
    text,
    count,
    start: Int32Array.from(starts),
    end: Int32Array.from(ends),
    gap: new Uint8Array(count),
    letters: new Uint8Array(count),
    quote: new Uint8Array(count),
    paragraph: new Int32Array(count),
    marks: new Int32Array(count),
  };
  let paragraph = 0;
  let inside = false;
  let marks = 0;
  for (let i = 0; i < count; i++) {
    const word = text.slice(starts[i], ends[i]);
    const gap = gapOf(text, i === 0 ? 0 : ends[i - 1]!, starts[i]!, i === 0);
    if (gap === GAP.line || gap === GAP.paragraph) {
      paragraph++;
      inside = false;
    }
    words.gap[i] = gap;
    words.letters[i] = caseOf(word);
    words.paragraph[i] = paragraph;
    words.marks[i] = marks;
    words.quote[i] = inside ? QUOTE.in : QUOTE.out;
    if (OPENING.includes(word) || (word === '"' && !inside)) {
      words.quote[i] = QUOTE.open;
      inside = true;
      marks++;
    } else if (CLOSING.includes(word) || word === '"') {
      words.quote[i] = QUOTE.close;
      inside = false;
      marks++;
    }
  }
  return words;
}
