import { type Reading, spanOf } from '../../model/index.ts';
import type { Draft } from '../draft.ts';

/** "came under withering criticism", "has faced accusations" */
const BLAMED =
  /\b(?:c[ao]m(?:e|es|ing) under|fac(?:e|es|ed|ing)|dr(?:aw|aws|ew|awn|awing)|attract(?:s|ed|ing)?|receiv(?:e|es|ed|ing)|met with|earn(?:s|ed)?|sustain(?:s|ed)?|suffer(?:s|ed)?)\s+(?:[\p{L}-]+\s+){0,4}(?:criticism|fire|condemnation|accusations?|allegations?|backlash|blame|complaints|censure|scorn|ridicule|rebukes?)\b/iu;

/** Takes from a statement a source that is not who says it but who is blamed: "the board faced criticism for". */
export function withoutBlamed({ words, text }: Reading, drafts: readonly Draft[]): readonly Draft[] {
  return drafts.map((draft) => {
    const { source, cue } = draft;
    if (source === undefined || cue === undefined || source[1] >= cue[0] || words.sentence[source[1]] !== words.sentence[cue[0]])
      return draft;
    const between = text.slice(words.end[source[1]], words.end[cue[1]]);
    if (!BLAMED.test(between)) return draft;
    const because = { rule: 'blamed-source', at: [spanOf(words, source)], note: 'who comes under criticism is not who utters it' };
    return { ...draft, source: undefined, because: [...draft.because, because] };
  });
}
