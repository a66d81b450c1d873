import type { WordRange } from '../model/index.ts';
import { type Draft, sharedWords, sizeOf } from './draft.ts';

/** A draft with the draft that tells it. */
export interface Placed {
  readonly draft: Draft;
  readonly within: Draft | undefined;
}

/** Least share of common content at which two drafts are one statement read twice. */
const SAME = 0.5;
/** Least share of a content that must lie in another's for it to be told there. */
const TOLD = 0.9;

/**
 * Settles what several cues claim: of two drafts with the same content the likelier stays, and a draft whose content,
 * cue and source lie in another's content is told by that one. Contents that share a few words keep them both.
 *
 * @param drafts in the order of the text
 */
export function resolve(drafts: readonly Draft[]): readonly Placed[] {
  const kept: Draft[] = [];
  const byScore = [...drafts].sort((a, b) => b.score - a.score || a.content[0]![0] - b.content[0]![0]);
  const near = new Neighbours();
  for (const draft of byScore) {
    const rivals = near.around(draft);
    const size = sizeOf(draft.content);
    const twin = rivals.find((other) => {
      if (tells(other, draft) || tells(draft, other)) return false;
      const shared = sharedWords(draft.content, other.content);
      return shared > 0 && shared / (size + sizeOf(other.content) - shared) >= SAME;
    });
    if (twin !== undefined) continue;
    kept.push(draft);
    near.add(draft);
  }
  return kept.flatMap((draft) => {
    const within = tellerOf(draft, near.around(draft));
    // Told by another, but with a source from outside it: read again on its own, it gets the right one.
    const torn = within !== undefined && draft.source !== undefined && sharedWords([draft.source], within.content) === 0;
    return torn && draft.score < within.score ? [] : [{ draft, within: torn ? undefined : within }];
  });
}

/** True where one draft's content holds the other's cue: most of what it tells may be the other's content. */
const tells = (outer: Draft, { cue }: Draft): boolean =>
  cue !== undefined && outer.content.some(([first, last]) => first <= cue[0] && cue[1] <= last);

/** The smallest other draft whose content holds this one's cue and content. */
function tellerOf(draft: Draft, others: readonly Draft[]): Draft | undefined {
  const own: WordRange[] = [...draft.content];
  if (draft.cue !== undefined) own.push(draft.cue);
  const size = sizeOf(own);
  let best: Draft | undefined;
  for (const other of others) {
    if (other === draft || sizeOf(other.content) <= sizeOf(draft.content)) continue;
    if (sharedWords(own, other.content) < TOLD * size) continue;
    if (best === undefined || sizeOf(other.content) < sizeOf(best.content)) best = other;
  }
  return best;
}

/** Drafts by the stretch of text that they lie in, so that each is compared with few. */
class Neighbours {
  private static readonly stretch = 128;
  private readonly cells = new Map<number, Draft[]>();

  add(draft: Draft): void {
    for (const cell of Neighbours.cellsOf(draft)) {
      const list = this.cells.get(cell);
      if (list === undefined) this.cells.set(cell, [draft]);
      else list.push(draft);
    }
  }

  around(draft: Draft): Draft[] {
    const found = new Set<Draft>();
    for (const cell of Neighbours.cellsOf(draft)) for (const other of this.cells.get(cell) ?? []) found.add(other);
    return [...found];
  }

  private static cellsOf(draft: Draft): Set<number> {
    const cells = new Set<number>();
    for (const [first, last] of draft.content) {
      for (let c = Math.floor(first / Neighbours.stretch); c <= Math.floor(last / Neighbours.stretch); c++) cells.add(c);
    }
    return cells;
  }
}
