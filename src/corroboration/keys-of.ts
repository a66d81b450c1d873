import type { Content } from './content.ts';
import { mix, pair } from './hash.ts';

/** Words in a shingle, and shingles of which one is kept: any shared run of K + W - 1 words shares a key. */
const K = 4;
const W = 4;
/** Content words that a shingle must hold. */
const LEAST_TELLING = 2;

/** Winnowed shingles (Schleimer, Wilkerson & Aiken 2003) that hold so many content words: of each window of shingles the least. */
function winnow(words: readonly number[], least: number, most: number): number[] {
  const count = words.length - K + 1;
  if (count < 1) return [];
  const hashes = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    let hash = 0x51ed270b;
    let telling = 0;
    for (let j = 0; j < K; j++) {
      hash = pair(hash, words[i + j]!);
      telling += (words[i + j]! & 1) ^ 1;
    }
    hashes[i] = telling >= least && telling <= most ? hash >>> 0 : Number.POSITIVE_INFINITY;
  }
  const keys = new Set<number>();
  const windows = Math.max(1, count - W + 1);
  for (let i = 0; i < windows; i++) {
    let lowest = Number.POSITIVE_INFINITY;
    for (let j = i; j < Math.min(count, i + W); j++) if (hashes[j]! < lowest) lowest = hashes[j]!;
    if (lowest !== Number.POSITIVE_INFINITY) keys.add(lowest | 0);
  }
  return [...keys];
}

/** Keys by which equal runs of words are found, whoever says them. */
export const runKeys = (words: readonly number[]): number[] => winnow(words, LEAST_TELLING, K);

/** Keys by which equal runs are found that tell so little that they count for one speaker alone. */
export function ownRunKeys({ words, quoted }: Content, speaker: readonly number[]): number[] {
  if (quoted.length < K || speaker.length === 0) return [];
  const runs = winnow(words, LEAST_TELLING - 1, LEAST_TELLING - 1);
  return speaker.flatMap((name) => runs.map((run) => pair(name, run)));
}

/** Rows of a band and bands: on one day few share a speaker, so two rows do; over all days three are asked. */
const MINS = 24;
const SEEDS = Int32Array.from({ length: MINS }, (_, i) => mix(0x1234567 + i * 0x9e3779b1));
const mins = new Int32Array(MINS);

/** MinHash (Broder 1997) of the stems, in a buffer that the next call overwrites. */
function minHash(stems: readonly number[]): Int32Array {
  mins.fill(0x7fffffff);
  for (const stem of stems) {
    for (let i = 0; i < MINS; i++) {
      const hash = mix((stem >> 2) ^ SEEDS[i]!);
      if (hash < mins[i]!) mins[i] = hash;
    }
  }
  return mins;
}

/** Contents of at most so many words are found by any three that follow each other, by the same speaker on one day or the next. */
const SHORT = 14;

/** Keys by which a short quotation is found of which words were changed. */
export function shortKeys({ words, quoted }: Content, speaker: readonly number[], day: number | undefined): number[] {
  if (quoted.length < 4 || words.length > SHORT || day === undefined) return [];
  const out: number[] = [];
  for (let i = 0; i + 2 < words.length; i++) {
    if ((words[i]! & words[i + 1]! & words[i + 2]! & 1) === 1) continue;
    const run = pair(7, pair(words[i]!, pair(words[i + 1]!, words[i + 2]!)));
    for (const name of speaker) {
      const own = pair(name, run);
      out.push(pair(own, day), pair(own, day + 1));
    }
  }
  return out;
}

/** Bands of three by which the same content is found whoever says it. */
const ANYBODY = 9;

/** Fewer stems than this say too little for a paraphrase to be told. */
const LEAST_STEMS = 3;

/**
 * Keys by which the same content in other words is found: locality-sensitive hashing of its stems. By the same speaker on one day or the next
 * (bands of two), by the same speaker on any day (bands of three), by anybody on one day or the next (bands of three).
 *
 * @param speaker keys of the speaker's names
 * @param day days since 1970, undefined where it is not known
 */
export function paraphraseKeys({ stems }: Content, speaker: readonly number[], day: number | undefined): number[] {
  if (stems.length < LEAST_STEMS) return [];
  const least = minHash(stems);
  const out: number[] = [];
  for (const name of speaker)
    for (let i = 0; i < MINS; i += 3) out.push(pair(name, pair(i, pair(least[i]!, pair(least[i + 1]!, least[i + 2]!)))));
  if (day === undefined) return out;
  // Two days that follow each other share one of their two windows.
  const onDay = (band: number): void => {
    out.push(pair(band, day), pair(band, day + 1));
  };
  for (let i = 0; i < MINS; i += 2) {
    const band = pair(100 + i, pair(least[i]!, least[i + 1]!));
    for (const name of speaker) onDay(pair(name, band));
  }
  for (let i = 0; i < ANYBODY; i++) onDay(pair(200 + i, pair(least[i]!, pair(least[i + 7]!, least[i + 14]!))));
  return out;
}
