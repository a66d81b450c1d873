import type { Because, WordRange } from '../model/index.ts';

/** A statement in the making, in words rather than characters. */
export interface Draft {
  readonly cue: WordRange | undefined;
  readonly source: WordRange | undefined;
  /** Runs of words in the order of the text; never empty. */
  readonly content: readonly WordRange[];
  /** Natural log-odds that this is a statement as a careful reader would mark it, before calibration. */
  readonly score: number;
  readonly because: readonly Because[];
  /** True where the draft takes its speaker from the draft before it in the text. */
  readonly continues?: boolean;
  /** True where the content is somebody's own words without quotation marks: a post, a turn of a transcript. */
  readonly verbatim?: boolean;
}

/** How many words lie in the runs. */
export const sizeOf = (ranges: readonly WordRange[]): number => ranges.reduce((sum, [first, last]) => sum + last - first + 1, 0);

/** How many words two lists of runs share. Both are in the order of the text. */
export function sharedWords(a: readonly WordRange[], b: readonly WordRange[]): number {
  let shared = 0;
  for (const [first, last] of a) {
    for (const [f, l] of b) shared += Math.max(0, Math.min(last, l) - Math.max(first, f) + 1);
  }
  return shared;
}

/** Where the draft's content, cue or source begins, whichever comes first. */
export const beginOf = (draft: Draft): number => Math.min(draft.content[0]![0], draft.cue?.[0] ?? Infinity, draft.source?.[0] ?? Infinity);
