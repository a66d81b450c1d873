import type { Character } from './character.ts';
import type { Phrase } from './phrase.ts';
import { isPronoun, resolvePronoun } from './resolve-pronoun.ts';
import type { Scene } from './scene.ts';

/** Whose a thing is: "Poe's account" and "his account"; undefined where nobody owns it. */
export function ownerOf(scene: Scene, phrase: Phrase): Character | undefined {
  const owner = phrase.owners.at(-1);
  if (owner !== undefined) return scene.characterOf(owner);
  if (phrase.determiner !== 'own' || !isPronoun(scene.view.lower(phrase.first)) || scene.view.pos(phrase.first) !== 'PRP$')
    return undefined;
  return resolvePronoun({ ...scene, notices: [] }, phrase.first).character;
}
