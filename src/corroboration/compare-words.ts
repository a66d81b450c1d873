import { align, selfScore } from './align.ts';
import type { Content } from './content.ts';

/** How the words of two contents agree. */
export interface WordLikeness {
  /** Share of the shorter that stands in the other, 0 to 1. */
  readonly short: number;
  readonly long: number;
  /** Share of the shorter that the agreeing part reaches over, changed words within it included, 0 to 1. */
  readonly cover: number;
  /** Content words that agree, function words counting 0.4. */
  readonly score: number;
  /** True if every word agrees. */
  readonly equal: boolean;
  /** Which one is the shorter: -1 the first, 1 the second, 0 neither. */
  readonly shorter: -1 | 0 | 1;
}

const equalRuns = (a: readonly number[], b: readonly number[]): boolean => a.length === b.length && a.every((word, i) => word === b[i]);

/** Compares two runs of words. */
export function compareRuns(a: readonly number[], b: readonly number[]): WordLikeness {
  const [self, other] = [selfScore(a), selfScore(b)];
  const shorter = self < other ? -1 : self > other ? 1 : 0;
  const [short, long] = [Math.min(self, other), Math.max(self, other)];
  if (equalRuns(a, b)) return { short: 1, long: 1, cover: 1, score: self, equal: true, shorter: 0 };
  if (short === 0) return { short: 0, long: 0, cover: 0, score: 0, equal: false, shorter };
  const { score, from, to } = align(a, b);
  const cover = Math.max(to[0] - from[0] + 1, to[1] - from[1] + 1) / Math.min(a.length, b.length);
  return { short: score / short, long: score / long, cover: Math.min(1, cover), score, equal: false, shorter };
}

/** The quoted words of two contents, or all words where one of them has none in quotation marks. */
export function compareContents(a: Content, b: Content): WordLikeness & { readonly quoted: boolean } {
  const quoted = a.quoted.length > 0 && b.quoted.length > 0;
  const whole = compareRuns(a.words, b.words);
  if (!quoted || (a.quoted === a.words && b.quoted === b.words)) return { ...whole, quoted };
  const inMarks = compareRuns(a.quoted, b.quoted);
  return inMarks.short >= whole.short ? { ...inMarks, quoted } : { ...whole, quoted: false };
}
