import { type Because, spanOf } from '../model/index.ts';
import type { Character } from './character.ts';
import type { Resolved, Scene } from './scene.ts';

const ASKS = /^(?:q|question|interviewer)$/;
const ANSWERS = /^(?:a|answer|interviewee)$/;

/**
 * "Q:" and "A:". Who asks is the last voice that a label named before and that is not the one who answers, else the writer;
 * who answers is the person most spoken of before the first such line, else nobody who is known.
 *
 * @param labelled whom labels have named so far: "SMITH:"
 */
export function questionOrAnswer(scene: Scene, first: number, last: number, labelled: readonly Character[]): Resolved | undefined {
  const { view } = scene;
  const word = view.lower(first);
  const answers = ANSWERS.test(word);
  if (first !== last || view.word(first + 1) !== ':' || !(answers || ASKS.test(word))) return undefined;
  const because = (note: string): Because => ({ rule: 'question-answer', at: [spanOf(view.reading.words, [first, first])], note });
  const answerer = scene.known.get('label:answer') ?? mostSpokenOf(scene);
  if (answerer !== undefined) scene.known.set('label:answer', answerer);
  if (answers) {
    const found = answerer ?? unknown(scene);
    const note = found.name === null ? 'who answers is not named' : `${found.name} is spoken of before and answers`;
    return { character: found, because: because(note) };
  }
  const asker = [...labelled].reverse().find((c) => c !== answerer) ?? scene.author(first);
  return { character: asker, because: because(asker.name === null ? 'the writer asks' : `${asker.name} asks`) };
}

const mostSpokenOf = (scene: Scene): Character | undefined =>
  scene.focus.mostNamed((c) => c.type === 'person' && c.members.length === 0 && !isByline(scene, c));

/** One who answers and whom the text does not name. */
function unknown(scene: Scene): Character {
  const answerer = scene.cast.add('unnamed', null);
  scene.known.set('label:answer', answerer);
  return answerer;
}

/** True for one who is named in the line "By …" alone. */
function isByline({ view }: Scene, { mentions }: Character): boolean {
  return mentions.length === 1 && view.lower(mentions[0]![0] - 1) === 'by';
}
