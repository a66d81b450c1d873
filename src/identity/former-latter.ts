import { spanOf } from '../model/index.ts';
import type { Character } from './character.ts';
import type { Resolved, Scene } from './scene.ts';

/** "the former" and "the latter": the first and the second of the last two that were named. */
export function formerOrLatter(scene: Scene, first: number, last: number): Resolved | undefined {
  const { view, focus } = scene;
  const word = view.lower(last);
  if (last - first > 1 || view.lower(first) !== 'the' || (word !== 'former' && word !== 'latter')) return undefined;
  const sentence = view.sentence(first);
  const named = (c: Character) => (c.type === 'person' || c.type === 'organisation') && c.members.length === 0 && c.name !== null;
  const latter = focus.last(sentence, first, named, 2);
  const former = focus.last(sentence, first, (c) => named(c) && c !== latter, 2);
  const character = word === 'latter' ? latter : former;
  return {
    character,
    because: {
      rule: word,
      at: [spanOf(view.reading.words, [first, last])],
      note: character === undefined ? 'no two were named before' : `"the ${word}" is ${character.name}`,
    },
  };
}

/** A handle whose letters end with somebody's surname: "@MayorPoe" is Ann Poe; else a person known by the handle alone. */
export function handleOf(scene: Scene, first: number, last: number): Resolved | undefined {
  const { view } = scene;
  for (let i = first; i < last; i++) if (scene.runAt(i)?.kind === 'person') return undefined;
  let at = first;
  while (at < last && view.word(at) !== '@') at++;
  if (view.word(at) !== '@' || at >= last) return undefined;
  const handle = view.word(at + 1);
  const because = { rule: 'handle', at: [spanOf(view.reading.words, [at, at + 1])], note: `the handle @${handle}` };
  for (let from = 0; from + 2 < handle.length; from++) {
    const person = scene.people.named(handle.slice(from), view.sentence(at));
    if (person !== undefined) return { character: person, because };
  }
  const body = scene.bodies.byHandle(handle);
  if (body !== undefined) return { character: body, because };
  const key = `handle:${handle.toLowerCase()}`;
  const character = scene.known.get(key) ?? scene.cast.add('person', `@${handle}`, { words: [handle.toLowerCase()] });
  scene.known.set(key, character);
  return { character, because };
}
