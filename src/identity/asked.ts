import { type Statement, type WordView, wordsIn } from '../model/index.ts';
import type { Resolved } from './scene.ts';

const ASKED = /^(?:asked|questioned|pressed|quizzed|grilled)$/;
const BE = /^(?:was|were|is|are|been|being|be|when|if|once)$/;

/**
 * "Poe was asked about the toll", "asked about the toll, Poe said": who asks stands nowhere, and the source, if there is
 * one, is who was asked.
 *
 * @returns nobody, with the reason; undefined for any other statement
 */
export function askedOf(view: WordView, statement: Statement): Resolved | undefined {
  const range = wordsIn(view.reading.words, statement.cue[0] ?? [0, 0]);
  if (range === undefined || statement.cue.length === 0) return undefined;
  let at = range[0];
  while (at < range[1] && !ASKED.test(view.lower(at))) at++;
  if (!ASKED.test(view.lower(at)) || view.lower(range[1] + 1) === 'by' || view.lower(range[1]) === 'by') return undefined;
  let before = at - 1;
  while (view.pos(before) === 'RB') before--;
  const opens = view.sentence(before) !== view.sentence(at) || /^(?:,|["“])$/.test(view.word(before));
  const passive = BE.test(view.lower(before)) || (statement.source.length === 0 && opens);
  if (!passive) return undefined;
  const note = `"${view.word(at)}" without a word of who asked`;
  return { character: undefined, because: { rule: 'asked', at: statement.cue, note } };
}
