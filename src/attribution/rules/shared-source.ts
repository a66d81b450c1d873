import { type Reading, spanOf, type WordRange } from '../../model/index.ts';
import type { Draft } from '../draft.ts';

/** A verb joined to another by "and" is at most so many steps away in the tree. */
const STEPS = 3;

/** The word of the range whose head lies outside it. */
function topOf({ words }: Reading, [first, last]: WordRange): number {
  for (let i = first; i <= last; i++) {
    const head = words.head[i]!;
    if (head < first || head > last || head === i) return i;
  }
  return first;
}

/**
 * A cue without a source that is joined to a cue with one ("the minister condemned the raid and called for talks") shares
 * that source.
 */
export function shareSources(reading: Reading, drafts: readonly Draft[]): readonly Draft[] {
  const { words, labels } = reading;
  const cueAt = new Map<number, Draft>();
  for (const draft of drafts) {
    if (draft.cue === undefined || draft.source === undefined) continue;
    for (let i = draft.cue[0]; i <= draft.cue[1]; i++) cueAt.set(i, draft);
  }
  return drafts.map((draft) => {
    if (draft.source !== undefined || draft.cue === undefined) return draft;
    let at = topOf(reading, draft.cue);
    for (let step = 0; step < STEPS && labels.relation[words.relation[at]!] === 'conj'; step++) {
      at = words.head[at]!;
      const other = cueAt.get(at);
      if (other?.source === undefined || other.source[0] > draft.cue[0] || words.sentence[at] !== words.sentence[draft.cue[0]]) continue;
      const note = 'the cue is joined to one before it and shares its source';
      return {
        ...draft,
        source: other.source,
        because: [...draft.because, { rule: 'shared-source', at: [spanOf(words, other.source)], note }],
      };
    }
    return draft;
  });
}
