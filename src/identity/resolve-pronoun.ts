import { type Because, notice, spanOf, type WordView } from '../model/index.ts';
import { BODY, PLACE } from './bodies.ts';
import type { Character } from './character.ts';
import { fitsGender } from './focus.ts';
import type { Gender } from './lexicon.ts';
import type { Resolved, Scene } from './scene.ts';

const GENDER: Readonly<Record<string, Gender>> = {
  he: 'male',
  him: 'male',
  his: 'male',
  himself: 'male',
  she: 'female',
  her: 'female',
  hers: 'female',
  herself: 'female',
};
const THEY = /^(?:they|them|their|theirs|themselves|both)$/;
const IT = /^(?:it|its|itself)$/;
const I = /^(?:i|me|my|mine|myself|we|us|our|ours|ourselves)$/;

/** At a paragraph's begin, what it adds to a mention's weight to be the one whom the report names most so far. */
const TOPIC = 0.6;

export const isPronoun = (word: string): boolean => word in GENDER || THEY.test(word) || IT.test(word) || I.test(word);
export const isPersonal = (word: string): boolean => word in GENDER;

/** A people or a party named as an adjective ("Democratic") is nobody that a pronoun means, unless it spoke. */
const adjectival = (c: Character): boolean =>
  c.type === 'organisation' &&
  c.name !== null &&
  !c.traits.has(BODY) &&
  !c.traits.has(PLACE) &&
  c.members.length === 0 &&
  c.spans.length === 0;
const plural = (c: Character): number =>
  adjectival(c) ? 0 : c.plural || c.members.length > 0 ? 1 : c.type === 'group' ? 1 : c.type === 'organisation' ? 0.45 : 0;
const thing = (c: Character): number =>
  c.members.length > 0 || adjectival(c) ? 0 : c.type === 'organisation' || c.type === 'document' ? 1 : 0;

/** Resolves a pronoun against who has been spoken of; two that fit equally give nobody, with a notice. */
export function resolvePronoun(scene: Scene, at: number): Resolved {
  const { view, focus } = scene;
  const word = view.lower(at);
  const because = (rule: string, note: string): Because => ({ rule, at: [spanOf(view.reading.words, [at, at])], note });
  const sentence = view.sentence(at);
  if (I.test(word)) {
    if (!view.quoted(at)) return { character: scene.author(at), because: because('author', `"${word}" outside a quotation is the writer`) };
    const speaker = focus.last(sentence, at, (c) => c.type === 'person' || c.type === 'unnamed');
    return { character: speaker, because: because('quoted-self', `"${word}" in a quotation is who is quoted`) };
  }
  const gender = GENDER[word];
  const fits = gender !== undefined ? (c: Character) => fitsGender(c, gender) : THEY.test(word) ? plural : thing;
  const { character, equal } = focus.best(sentence, at, fits, opensParagraph(view, at) ? TOPIC : 0);
  if (equal.length > 0) {
    const names = equal.map((c) => c.name ?? 'somebody unnamed').join(' and ');
    scene.notices.push(
      notice('ambiguous-pronoun', `"${word}" fits ${names} equally; it is given to nobody`, spanOf(view.reading.words, [at, at])),
    );
    return { character: undefined, because: because('ambiguous-pronoun', `fits ${names} equally`) };
  }
  if (character === undefined) return { character: undefined, because: because('pronoun', `nobody before fits "${word}"`) };
  return { character, because: because('pronoun', `"${word}" is ${character.name ?? 'the one spoken of before'}`) };
}

/** True in the first sentence of a paragraph, where a pronoun goes on with whom the report is about. */
const opensParagraph = (view: WordView, at: number): boolean => {
  const first = view.reading.sentences[view.sentence(at)]?.[0] ?? 0;
  return first === 0 || view.paragraph(first - 1) !== view.paragraph(first);
};
