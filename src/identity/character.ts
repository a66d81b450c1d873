import type { SourceType, Span, WordRange } from '../model/index.ts';
import type { Gender } from './lexicon.ts';

/** A speaker in the making. */
export interface Character {
  readonly key: number;
  readonly type: SourceType;
  /** The fullest name so far; null for one that is kept unnamed. */
  name: string | null;
  /** The words of that name, folded; for a document or body without a name its noun. */
  words: readonly string[];
  gender: Gender | undefined;
  /** Several people or bodies named together. */
  readonly members: readonly Character[];
  /** True where the words speak of more than one: a group, aides, a joint statement. */
  readonly plural: boolean;
  role: string | null;
  /** Nouns and modifiers by which the report describes it, folded and singular: "senator", "vermont". */
  readonly traits: Set<string>;
  /** Where it is mentioned, in words. */
  readonly mentions: WordRange[];
  /** Where it is mentioned, in characters, if not by whole words. */
  readonly spans: Span[];
}

export interface Traits {
  readonly gender?: Gender | undefined;
  readonly members?: readonly Character[];
  readonly plural?: boolean;
  readonly words?: readonly string[];
}

/** Makes characters, each with a key of its own. */
export class Cast {
  readonly characters: Character[] = [];

  add(type: SourceType, name: string | null, { gender, members = [], plural = false, words = [] }: Traits = {}): Character {
    const character: Character = {
      key: this.characters.length,
      type,
      name,
      words,
      gender,
      members,
      plural,
      role: null,
      traits: new Set(),
      mentions: [],
      spans: [],
    };
    this.characters.push(character);
    return character;
  }
}
