import type { Speaker } from '../model/index.ts';
import type { Told } from './told.ts';

/** True for a line of a transcript: "POE: …", "Q: …". */
export const isTranscriptLine = ({ view, cue, source, statement }: Told): boolean =>
  statement.because.some(({ rule }) => rule === 'transcript') ||
  (cue.length === 1 &&
    view.word(cue[0]!) === ':' &&
    source.length > 0 &&
    source.length <= 4 &&
    /^\p{Lu}[\p{Lu}\p{N}]*$/u.test(view.word(source.at(-1)!)));

/**
 * To whom each line of a transcript is said: where two speak by turns, each to the other.
 * @param told in the order of the text
 */
export function partnersOf(told: readonly Told[]): ReadonlyMap<Told, Speaker> {
  const lines = told.filter(isTranscriptLine);
  const speakers = [...new Set(lines.map((line) => line.speaker).filter((s) => s !== undefined))];
  if (lines.length < 3 || speakers.length !== 2) return new Map();
  return new Map(
    lines.filter((line) => line.speaker !== undefined).map((line) => [line, line.speaker === speakers[0] ? speakers[1]! : speakers[0]!]),
  );
}
