import type { Because, Notice, WordView } from '../model/index.ts';
import type { Bodies } from './bodies.ts';
import type { Cast, Character } from './character.ts';
import type { Focus } from './focus.ts';
import type { NameRun } from './name-runs.ts';
import type { People } from './people.ts';

/** All that is known when a source is resolved; what is learnt on the way is kept here too. */
export interface Scene {
  readonly view: WordView;
  readonly cast: Cast;
  readonly people: People;
  readonly bodies: Bodies;
  readonly focus: Focus;
  /** The name that covers a word. */
  runAt(word: number): NameRun | undefined;
  /** The character of a name; undefined for one that names no speaker. */
  characterOf(run: NameRun): Character | undefined;
  /** Persons (and kept unnamed voices) by the nouns that describe them. */
  readonly byTrait: Map<string, Character[]>;
  /** Bodies known by an owner and a noun: "the Poe campaign". */
  readonly owned: Map<string, Character>;
  /** Groups, documents, joint speakers and pairs by a key of their words. */
  readonly known: Map<string, Character>;
  /** Who writes at a word: who signs below it, else the reporter. */
  author(word: number): Character;
  /** Whose turn of a transcript tells the statement whose source is resolved: "the governor" in it is somebody else. */
  readonly teller?: Character | undefined;
  readonly notices: Notice[];
}

/** Who a source is, and what told. `character` is undefined where nobody is said to have spoken. */
export interface Resolved {
  readonly character: Character | undefined;
  readonly because: Because;
}

export const trait = (scene: Scene, noun: string, character: Character): void => {
  character.traits.add(noun);
  const list = scene.byTrait.get(noun);
  if (list === undefined) scene.byTrait.set(noun, [character]);
  else if (!list.includes(character) && list.length < 64) list.push(character);
};
