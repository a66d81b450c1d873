import { pair } from './hash.ts';
import { KeyIndex } from './key-index.ts';
import type { Words } from './words.ts';

/** Words in a shingle of a text. */
const K = 5;
/** One shingle of so many is kept of a text; of these, one of so many more is looked up. */
export const KEPT = 4;
const LOOKED_UP = 2;
/** Shared shingles that are looked up before two texts are compared. */
const LEAST_HITS = 2;

/** What is kept of a text: the shingles whose hashes fall into one class, so that two texts keep the same ones. */
export interface Sketch {
  /** Sorted, none twice. */
  readonly shingles: Int32Array;
  readonly words: number;
}

/**
 * The sketch of a text: a MinHash of fixed share (mod sketch, Broder 1997 §3; Irber et al. 2022), from which both resemblance and containment
 * can be told. A short text keeps all of its shingles.
 */
export function sketchOf({ hash, count }: Words): Sketch {
  const all = new Set<number>();
  for (let i = 0; i + K <= count; i++) {
    let h = 0x3c6ef372;
    for (let j = 0; j < K; j++) h = pair(h, hash[i + j]!);
    if (h % KEPT === 0) all.add(h);
  }
  return { shingles: Int32Array.from(all).sort(), words: count };
}

export interface Copy {
  readonly other: number;
  /** Share of the shorter text that stands in the longer, 0 to 1. */
  readonly contained: number;
  /** Share of what either has that both have, 0 to 1. */
  readonly alike: number;
  readonly shared: number;
}

/** Fewer shared shingles (of the kept ones) are chance: a common phrase, a credit line. */
const LEAST_SHARED = 5;
const LEAST_CONTAINED = 0.25;

function compare(a: Sketch, b: Sketch, other: number): Copy | undefined {
  let [i, j, shared] = [0, 0, 0];
  const [x, y] = [a.shingles, b.shingles];
  while (i < x.length && j < y.length) {
    if (x[i] === y[j]) {
      shared++;
      i++;
      j++;
    } else if (x[i]! < y[j]!) i++;
    else j++;
  }
  const contained = shared / Math.max(1, Math.min(x.length, y.length));
  if (shared < LEAST_SHARED || contained < LEAST_CONTAINED) return undefined;
  return { other, contained, alike: shared / (x.length + y.length - shared), shared };
}

/**
 * Finds texts that share much of their words, whatever their number.
 *
 * @param onChange is told of a text whose copies have changed
 */
export function createCopies(onChange: (text: number) => void) {
  const index = new KeyIndex();
  const sketches: Sketch[] = [];
  const found: Copy[][] = [];
  const hits = new Map<number, number>();
  let closedKeys = 0;
  /** Adds a text; its number is how many came before it. */
  const add = (sketch: Sketch): void => {
    const self = sketches.length;
    sketches.push(sketch);
    found.push([]);
    hits.clear();
    for (const key of sketch.shingles) {
      if ((key / KEPT) % LOOKED_UP !== 0) continue;
      index.visit(key, (other) => hits.set(other, (hits.get(other) ?? 0) + 1));
      const closed = index.add(key, self);
      if (closed !== undefined) {
        closedKeys++;
        forget(closed);
      }
    }
    for (const [other, count] of hits) {
      if (count < LEAST_HITS) continue;
      const copy = compare(sketch, sketches[other]!, other);
      if (copy === undefined || liveHits(self, other) < LEAST_HITS) continue;
      found[self]!.push(copy);
      found[other]!.push({ ...copy, other: self });
      onChange(self);
      onChange(other);
    }
  };
  const lookedUp = (text: number): number[] => [...sketches[text]!.shingles].filter((key) => (key / KEPT) % LOOKED_UP === 0);
  /** Shared keys of two texts that are still open. */
  const liveHits = (a: number, b: number): number => {
    const other = new Set(lookedUp(b));
    return lookedUp(a).filter((key) => other.has(key) && index.isOpen(key)).length;
  };
  /** A key was closed: pairs of its texts that hang on it alone are taken back, as if it had never been open. */
  const forget = (members: readonly number[]): void => {
    const inKey = new Set(members);
    for (const text of members) {
      const list = found[text]!;
      if (list.length === 0) continue;
      found[text] = list.filter(({ other }) => !inKey.has(other) || liveHits(text, other) >= LEAST_HITS);
      if (found[text]!.length < list.length) onChange(text);
    }
  };
  return {
    add,
    /** Texts that share much with one, in no fixed order. */
    of: (text: number): readonly Copy[] => found[text] ?? [],
    closedKeys: (): number => closedKeys,
    between: (a: number, b: number): Copy | undefined => found[a]?.find(({ other }) => other === b),
  };
}
export type Copies = ReturnType<typeof createCopies>;
