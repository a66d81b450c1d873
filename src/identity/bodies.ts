import { spanOf, textAt, type WordView } from '../model/index.ts';
import type { Cast, Character } from './character.ts';
import { foldName } from './fold.ts';
import { governments, surveyNouns } from './lexicon.ts';
import type { NameRun } from './name-runs.ts';

/** The trait of a body that is a place: a state speaks, but is no agency. */
export const PLACE = '@place';

/** The trait of a name that was once read as a body's; "Chinese" and "Muslim" are names of no body. */
export const BODY = '@body';

const SMALL = new Set(['of', 'the', 'and', 'for', 'on', 'in', 'to', 'at', 'de', 'du', 'des', 'la', 'le']);

/** Shortest and longest acronym that is looked for. */
const ACRONYM = /^[A-Z][A-Z&]{1,6}s?$/;

/**
 * Gives every body's and place's name its character: equal names, acronyms in brackets or by their first letters
 * ("the Lake Rescue Board (LRB)"), and a short name that begins or ends a longer one.
 */
export class Bodies {
  readonly of = new Map<NameRun, Character>();
  private readonly byName = new Map<string, Character>();
  /** Names as a handle writes them: in one word. */
  private readonly byLetters = new Map<string, Character>();
  private readonly byInitials = new Map<string, Character>();
  /** Names by their last word, for "the commission". */
  private readonly byWord = new Map<string, Character[]>();

  constructor(
    private readonly view: WordView,
    private readonly cast: Cast,
    runs: readonly NameRun[],
    people: ReadonlyMap<NameRun, Character>,
  ) {
    const named = runs
      .filter((run) => !people.has(run) && (run.kind === 'body' || run.kind === 'place' || run.kind === 'other'))
      .map((run) => ({ run, text: this.textOf(run), words: foldName(this.textOf(run)).filter((word) => word !== 'the') }))
      .filter(({ words }) => words.length > 0);
    for (const { run, text, words } of [...named].sort((a, b) => b.words.length - a.words.length || a.run.words[0] - b.run.words[0])) {
      const character = this.known(text, words) ?? this.make(text, words);
      character.mentions.push(run.words);
      if (run.kind === 'place') character.traits.add(PLACE);
      if (run.kind === 'body') character.traits.add(BODY);
      if (character.type === 'document') character.traits.add(words.at(-1)!);
      this.of.set(run, character);
      this.takeBracket(run, character);
    }
    this.tieCapitals();
  }

  /** The bodies whose names hold this noun: "commission" gives the Harbour Commission. */
  withWord(word: string): readonly Character[] {
    return this.byWord.get(word) ?? [];
  }

  /** The body that a short name or its first letters mean, if the report names one. */
  called(text: string): Character | undefined {
    return this.known(text, foldName(text));
  }

  /** The body whose name a handle writes: "nursesleague". */
  byHandle(handle: string): Character | undefined {
    return this.byLetters.get(handle.toLowerCase());
  }

  /** The body of that name, made if there is none. */
  named(text: string): Character {
    const words = foldName(text).filter((word) => word !== 'the');
    return this.known(text, words) ?? this.make(text, words);
  }

  private textOf(run: NameRun): string {
    return textAt(this.view.reading.text, spanOf(this.view.reading.words, run.words)).replace(/\s+/gu, ' ');
  }

  private known(text: string, words: readonly string[]): Character | undefined {
    const key = words.join(' ');
    const equal = this.byName.get(key);
    if (equal !== undefined) return equal;
    const letters = text.replace(/^the /i, '').replace(/[.\s]/g, '');
    if (words.length === 1 && ACRONYM.test(letters)) return this.byInitials.get(letters.toLowerCase());
    if (words.length < 2) return this.shortened(words[0]!);
    return (
      this.withWord(words.at(-1)!).find((c) => ends(c.words, words)) ??
      this.withWord(words[0]!).find((c) => starts(c.words, words) && c.words.length > words.length && SMALL.has(c.words[words.length]!))
    );
  }

  /** "State" for the State Department: the first of two words, where one body alone is named so. */
  private shortened(word: string): Character | undefined {
    if (!/^(?:state|justice|treasury|defense|defence|commerce|labor|labour|interior|education|energy|transport|transportation)$/.test(word))
      return undefined;
    const all = this.withWord(word).filter((c) => c.words[0] === word && /^(?:department|ministry|office)$/.test(c.words[1] ?? ''));
    return all.length === 1 ? all[0] : undefined;
  }

  private make(text: string, words: readonly string[]): Character {
    const type = surveyNouns.has(words.at(-1)!) && words.length > 1 ? 'document' : 'organisation';
    const character = this.cast.add(type, text.replace(/^the /i, ''), { words });
    this.byName.set(words.join(' '), character);
    const letters = words.join('').replace(/[^a-z0-9]/g, '');
    if (!this.byLetters.has(letters)) this.byLetters.set(letters, character);
    if (words.length > 1) {
      const all = words.map((word) => word[0]).join('');
      const big = words
        .filter((word) => !SMALL.has(word))
        .map((word) => word[0])
        .join('');
      for (const initials of [all, big])
        if (initials.length > 1 && !this.byInitials.has(initials)) this.byInitials.set(initials, character);
    }
    for (const word of new Set(words)) {
      const list = this.byWord.get(word);
      if (list === undefined) this.byWord.set(word, [character]);
      else if (list.length < 64) list.push(character);
    }
    return character;
  }

  /** "Long Name (LN)": the short name in brackets is another name for the long one. */
  private takeBracket(run: NameRun, character: Character): void {
    const next = run.words[1] + 1;
    const short = this.view.word(next + 1);
    if (this.view.word(next) !== '(' || this.view.word(next + 2) !== ')' || !ACRONYM.test(short)) return;
    if (!this.byName.has(short.toLowerCase())) this.byName.set(short.toLowerCase(), character);
  }

  /** "Beijing" is China's government only if the report names China; then both are one. */
  private tieCapitals(): void {
    for (const [run, character] of this.of) {
      const ties = governments.get(character.words.join(' '));
      if (ties === undefined) continue;
      const government = ties
        .map((tie) => this.byName.get(`${tie} government`) ?? this.byName.get(tie))
        .find((c) => c !== undefined && c.type === 'organisation' && c !== character);
      if (government !== undefined) this.capitals.set(run, government);
    }
  }

  /** Capitals that may stand for a government, for those that speak. */
  readonly capitals = new Map<NameRun, Character>();
}

const ends = (long: readonly string[], short: readonly string[]): boolean =>
  long.length > short.length && short.every((word, i) => word === long[long.length - short.length + i]);
const starts = (long: readonly string[], short: readonly string[]): boolean => short.every((word, i) => word === long[i]);
