import { align, selfScore } from './align.ts';
import { type Content, weightOf } from './content.ts';

/**
 * What must hold of speakers and days for two contents to be one statement: any speakers, speakers who may be one (`open`), or the same; and
 * with `-day`, days that are one or follow each other.
 */
export type Need = 'any' | 'open' | 'same' | 'any-day' | 'open-day' | 'same-day';

/** Shared stems of two contents, weighted. */
export function sharedWeight(a: readonly number[], b: readonly number[]): number {
  let [i, j, sum] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    const [x, y] = [a[i]! >> 2, b[j]! >> 2];
    if (x === y) {
      sum += Math.min(weightOf(a[i]!), weightOf(b[j]!));
      i++;
      j++;
    } else if (x < y) i++;
    else j++;
  }
  return sum;
}

/** @param share how much of the content words of the shorter content both have */
const runsAlike = (a: readonly number[], b: readonly number[], quoted: boolean, share: number, opposed = false): Need | undefined => {
  const [self, other] = [selfScore(a), selfScore(b)];
  const [short, long] = self <= other ? [self, other] : [other, self];
  if (short < 2) return undefined;
  const { score } = align(a, b);
  // Told by reporters, "would" and "would not" are two statements; two quotations may be one of which a word was changed.
  if (opposed && !quoted && score >= 0.6 * long) return undefined;
  if (score >= 5 && score >= 0.85 * short && score >= 0.7 * long) return 'any';
  if (quoted && score >= 6 && score >= 0.9 * short) return 'any';
  const held = quoted || share >= HELD;
  if (held && score >= 4 && score >= 0.7 * short) return 'open';
  if ((quoted || share >= 0.55) && score >= 2.2 && score >= 0.55 * short) return quoted ? 'same' : 'same-day';
  if (quoted && score >= 1.8 && score >= 0.42 * short) return 'same-day';
  return undefined;
};

/** A part of a content that is told in the reporter's words must hold this share of the other's: a name with its title is no statement. */
const HELD = 0.75;

/** As little as this is asked of shared words before runs are aligned. */
const LEAST_SHARED = 0.4;

/**
 * What must hold of speakers and days for two contents to be the same statement, any one of these; empty where nothing would make them so.
 * Symmetric.
 *
 * - the same words in the same order, or a part of them: the same quotation, also trimmed or with words changed
 * - the same content words: a paraphrase
 */
export function alike(a: Content, b: Content): readonly Need[] {
  if (a.denies !== b.denies && a.negative !== b.negative) return [];
  const shared = sharedWeight(a.stems, b.stems);
  const least = Math.min(a.weight, b.weight);
  const both = a.quoted.length > 0 && b.quoted.length > 0;
  const apart = shared < 1 || shared < LEAST_SHARED * least;
  const runs = (apart ? undefined : runsAlike(a.words, b.words, both, shared / least, a.negative !== b.negative)) ?? quotedWithin(a, b);
  const words = a.negative === b.negative && !apart ? wordsAlike(shared, a.weight + b.weight - shared, least) : [];
  return runs === undefined ? words : runs === 'any' ? [runs] : [runs, ...words];
}

/** A paraphrase: the more of the words are shared, the less is asked of the speakers. */
function wordsAlike(shared: number, union: number, least: number): readonly Need[] {
  const [share, part] = [shared / union, shared / least];
  if ((shared >= 3 && share >= 0.5) || (shared >= 2.8 && share >= 0.75))
    return shared >= 5 && share >= 0.65 ? ['any-day', 'same'] : ['any-day'];
  if (shared >= 3.5 && share >= 0.42) return ['open-day'];
  if (shared >= 2.5 && (share >= 0.42 || (part >= 0.7 && share >= 0.28))) return ['same-day'];
  return [];
}

/** A quotation in the midst of a longer content: as much of it as stands in the other. */
function quotedWithin(a: Content, b: Content): Need | undefined {
  const partA = a.quoted.length >= 4 && a.quoted.length < a.words.length;
  const partB = b.quoted.length >= 4 && b.quoted.length < b.words.length;
  const found: (Need | undefined)[] = [];
  if (partA) found.push(runsAlike(a.quoted, b.words, b.quoted.length > 0, 1));
  if (partB) found.push(runsAlike(b.quoted, a.words, a.quoted.length > 0, 1));
  for (const need of ['any', 'open', 'same', 'same-day'] as const) if (found.includes(need)) return need;
  return undefined;
}
