import { type Reading, type WordRange, wordFrom } from '../model/index.ts';

/** "GENEVA (AFP) —", "PORT ANSEL, Velmora, March 3 -": capitals, what stands with them, and a dash that parts them from the report. */
const DATELINE =
  /^[^\S\n]*\p{Lu}[\p{Lu}\p{M}.'’ -]{2,40}(?:,[^\S\n][\p{L}.’' ]{2,30}){0,2}(?:,?[^\S\n]\p{Lu}\p{Ll}{2,8}\.?[^\S\n]\d{1,2})?[^\S\n]?(?:\([\p{L}./& -]{2,40}\))?[^\S\n]?(?:—|–|--|-(?=[^\S\n]))[^\S\n]*/u;

const MOST_WORDS = 16;

/** A content without the dateline that opens its paragraph: where a report was written is nobody's words. */
export function withoutDateline({ text, words, paragraphs }: Reading, range: WordRange): WordRange {
  const paragraph = paragraphs[words.paragraph[range[0]]!];
  if (paragraph === undefined || range[0] - paragraph[0] > MOST_WORDS) return range;
  const start = words.start[paragraph[0]]!;
  const match = DATELINE.exec(text.slice(start, start + 160).split('\n')[0]!);
  if (match === null) return range;
  const first = wordFrom(words, start + match[0].length);
  return range[0] < first && first <= range[1] ? [first, range[1]] : range;
}

/** The runs of a content without those that lie in a dateline: "LENN, May 8" and, behind the agency's name, what somebody says. */
export function outsideDateline(reading: Reading, ranges: readonly WordRange[]): readonly WordRange[] {
  const { text, words, paragraphs } = reading;
  const rest = ranges.filter((range) => {
    const paragraph = paragraphs[words.paragraph[range[0]]!];
    const start = words.start[paragraph?.[0] ?? 0]!;
    const match = DATELINE.exec(text.slice(start, start + 160).split('\n')[0]!);
    return match === null || words.end[range[1]]! > start + match[0].length;
  });
  return rest.length === 0 ? ranges : rest;
}
