import { CASE, GAP, type WordRange } from '../model/index.ts';
import type { NetworkWindow } from './network.ts';
import type { Pieces } from './pieces.ts';
import type { CutWords } from './words.ts';

/** Pieces a window holds, without [CLS] and [SEP], and how far apart windows begin. */
export const WINDOW = { room: 382, step: 254 } as const;

/** A window's words, and among them those for which no other window stands more centrally. */
export interface WindowRange {
  readonly words: WordRange;
  readonly core: WordRange;
}

/** The pieces of every word, in one row: those of word i are `ids[from[i]] … ids[from[i + 1] - 1]`. */
export interface PieceRow {
  readonly ids: Int32Array;
  readonly from: Int32Array;
}

export function layPieces(words: CutWords, pieces: Pieces): PieceRow {
  const from = new Int32Array(words.count + 1);
  const ids: number[] = [];
  for (let i = 0; i < words.count; i++) {
    for (const id of pieces.of(words.text.slice(words.start[i], words.end[i]))) ids.push(id);
    from[i + 1] = ids.length;
  }
  return { ids: Int32Array.from(ids), from };
}

/** Index of the first word whose pieces begin at or after `piece`. */
function wordAtPiece(from: Int32Array, piece: number): number {
  let low = 0;
  let high = from.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (from[middle]! >= piece) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * Overlapping windows that cover all words; the cores tile them.
 *
 * @example a text of 600 pieces gives windows over pieces 0–382 and 254–600, with the cores meeting at piece 318
 */
export function cutWindows({ from }: PieceRow): readonly WindowRange[] {
  const count = from.length - 1;
  if (count === 0) return [];
  const ranges: WordRange[] = [];
  let first = 0;
  for (;;) {
    const room = from[first]! + WINDOW.room;
    const past = wordAtPiece(from, room + 1);
    const last = (from[past]! > room ? past - 1 : past) - 1;
    ranges.push([first, last]);
    if (last >= count - 1) break;
    first = Math.min(Math.max(first + 1, wordAtPiece(from, from[first]! + WINDOW.step)), last + 1);
  }
  let begin = 0;
  return ranges.map((words, k) => {
    const next = ranges[k + 1];
    const end = next === undefined ? count : wordAtPiece(from, (from[next[0]]! + from[words[1] + 1]!) >> 1);
    const core: WordRange = [begin, Math.max(begin, end) - 1];
    begin = Math.max(begin, end);
    return { words, core };
  });
}

/** The window as the network takes it. */
export function layWindow(words: CutWords, row: PieceRow, range: WindowRange, pieces: Pieces): NetworkWindow {
  const [first, last] = range.words;
  const size = row.from[last + 1]! - row.from[first]! + 2;
  const count = last - first + 1;
  const columns = () => new Int32Array(count);
  const window = {
    pieces: new Int32Array(size),
    gap: new Int32Array(size).fill(GAP.inside),
    letters: new Int32Array(size),
    quote: new Int32Array(size),
    at: columns(),
    paragraph: columns(),
    marks: columns(),
    core: columns(),
  };
  window.pieces[0] = pieces.cls;
  window.pieces[size - 1] = pieces.sep;
  for (const edge of [0, size - 1]) {
    window.gap[edge] = GAP.start;
    window.letters[edge] = CASE.none;
  }
  for (let i = first; i <= last; i++) {
    const at = row.from[i]! - row.from[first]! + 1;
    const end = row.from[i + 1]! - row.from[first]! + 1;
    const k = i - first;
    for (let p = at; p < end; p++) {
      window.pieces[p] = row.ids[row.from[i]! + p - at]!;
      window.letters[p] = words.letters[i]!;
      window.quote[p] = words.quote[i]!;
    }
    window.gap[at] = words.gap[i]!;
    window.at[k] = at;
    window.paragraph[k] = words.paragraph[i]!;
    window.marks[k] = words.marks[i]!;
    window.core[k] = i >= range.core[0] && i <= range.core[1] ? 1 : 0;
  }
  return window;
}
