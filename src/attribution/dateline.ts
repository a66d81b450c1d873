import { type Reading, type WordRange, wordFrom } from '../model/index.ts';

/** "GENEVA (AFP) —", "PORT ANSEL, Velmora, March 3 -": capitals, what stands with them, and a dash that parts them from the report. */
const DATELINE =
  /^[^\S\n]*\p{Lu}[\p{Lu}\p{M}.'’ -]{2,40}(?:,[^\S\n][\p{L}.’' ]{2,30}){0,2}(?:,?[^\S\n]\p{Lu}\p{Ll}{2,8}\.?[^\S\n]\d{1,2})?[^\S\n]?(?:\([\p{L}./& -]{2,40}\))?[^\S\n]?(?:—|–|--|-(?=[^\S\n]))[^\S\n]*/u;

const MOST_WORDS = 16;

/** Where the words behind the dateline of a word's paragraph begin, in characters; undefined where it opens with none. */
function behindDateline({ text, words, paragraphs }: Reading, word: number): number | undefined {
  const paragraph = paragraphs[words.paragraph[word]!];
  if (paragraph === undefined || word - paragraph[0] > MOST_WORDS) return undefined;
  const start = words.start[paragraph[0]]!;
  const match = DATELINE.exec(text.slice(start, start + 160).split('\n')[0]!);
  return match === null ? undefined : start + match[0].length;
}

/** A content without the dateline that opens its paragraph: where a report was written is nobody's words. */
export function withoutDateline(reading: Reading, range: WordRange): WordRange {
  const begin = behindDateline(reading, range[0]);
  if (begin === undefined) return range;
  const first = wordFrom(reading.words, begin);
  return range[0] < first && first <= range[1] ? [first, range[1]] : range;
}

/** The runs of a content without those that lie in a dateline: "LENN, May 8" and, behind the agency's name, what somebody says. */
export function outsideDateline(reading: Reading, ranges: readonly WordRange[]): readonly WordRange[] {
  const rest = ranges.filter((range) => reading.words.end[range[1]]! > (behindDateline(reading, range[0]) ?? 0));
  return rest.length === 0 ? ranges : rest;
}
