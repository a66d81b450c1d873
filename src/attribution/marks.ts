import { type Reading, type WordRange, wordFrom } from '../model/index.ts';

/** For each closed quotation the words that are its marks: from opening to closing mark and back. */
export interface Marks {
  readonly closing: ReadonlyMap<number, number>;
  readonly opening: ReadonlyMap<number, number>;
}

export function marksOf({ quotations, words }: Reading): Marks {
  const closing = new Map<number, number>();
  const opening = new Map<number, number>();
  for (const { at, closed } of quotations) {
    if (!closed) continue;
    const [open, close] = [wordFrom(words, at[0]), wordFrom(words, at[1] - 1)];
    closing.set(open, close);
    opening.set(close, open);
  }
  return { closing, opening };
}

/**
 * The run with the quotation marks that belong to what it holds: a mark just outside it whose partner is in it, and both
 * marks where they stand just around it.
 */
export function withMarks([first, last]: WordRange, { closing, opening }: Marks): WordRange {
  const after = opening.get(last + 1);
  const before = closing.get(first - 1);
  if (after === first - 1) return [first - 1, last + 1];
  return [before !== undefined && before <= last ? first - 1 : first, after !== undefined && after >= first ? last + 1 : last];
}
