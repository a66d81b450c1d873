import { spanOf, textAt, type WordView } from '../model/index.ts';
import type { Cast, Character } from './character.ts';
import { foldPerson, inOrder } from './fold.ts';
import { type Gender, genderMark, genderOfName, governments, isGivenName, sameGiven, titles } from './lexicon.ts';
import type { NameRun } from './name-runs.ts';

/** Names that share a word are compared with at most so many people. */
const MOST_NAMESAKES = 64;

/** What the titles before a name tell of gender. */
function titleGender(view: WordView, run: NameRun): Gender | undefined {
  for (let i = run.titled; i < run.words[0]; i++) {
    const gender = genderMark(titles.get(view.lower(i)));
    if (gender !== undefined) return gender;
  }
  return undefined;
}

/** "Robert C. Bobby Scott" and "Bobby Scott"; "Rob Mook" and "Robert Mook"; never "Ann Lee" and "Tom Lee". */
function samePerson(short: readonly string[], long: readonly string[]): boolean {
  if (short.at(-1) !== long.at(-1)) return short.length > 1 && inOrder(short, long);
  if (inOrder(short, long)) return true;
  const [given, ...rest] = short;
  return (
    given !== undefined &&
    long.slice(0, -1).some((word) => sameGiven(given, word)) &&
    rest.slice(0, -1).every((word) => long.includes(word) || long.some((w) => w[0] === word))
  );
}

const KIN =
  /^(?:wife|husband|widow|widower|son|daughter|brother|sister|mother|father|nephew|niece|uncle|aunt|cousin|grandson|granddaughter)$/;

/** How many words behind a name "her husband" still is that person's. */
const NEAR = 20;

/** "his wife, Ann Poe", "Ann Poe, his widow" and "Ann Poe said that her husband". */
function isKin(view: WordView, { titled, words: [, last] }: NameRun): boolean {
  const before = view.word(titled - 1) === ',' ? titled - 2 : titled - 1;
  const owned = (i: number) => KIN.test(view.lower(i)) && /^(?:PRP\$|POS)$/.test(view.pos(i - 1));
  if (owned(before) || (view.word(last + 1) === ',' && owned(last + 3))) return true;
  for (let i = last + 2; i < last + NEAR && view.sentence(i) === view.sentence(last); i++) {
    if (/^NNP/.test(view.pos(i))) return false;
    if (owned(i) && view.pos(i - 1) === 'PRP$') return !/^NNP/.test(view.pos(view.word(i + 1) === ',' ? i + 2 : i + 1));
  }
  return false;
}

/** "Greedy Ann": a given name behind a word that is none. */
const isNickname = (words: readonly string[]): boolean => words.length === 2 && isGivenName(words[1]!) && !isGivenName(words[0]!);

const tidy = (name: string): string =>
  name
    .replace(/\s+/gu, ' ')
    .replace(/['’]s?$/u, '')
    .trim();

/**
 * Gives every person's name its character. Full names come first, the longest before the rest, so that a headline's short
 * name finds the full name that the report gives later. Two people with one surname stay two: a bare surname goes to the
 * one whose title fits, else to the one last named in full, else to the one named most.
 */
export class People {
  readonly of = new Map<NameRun, Character>();
  /** Short names that fit several people: all whom they fit. */
  readonly namesakes = new Map<NameRun, readonly Character[]>();
  private readonly byWord = new Map<string, Character[]>();
  private readonly fullMentions = new Map<Character, number>();
  /** Those brought in as somebody's wife or son: a bare surname means the other. */
  private readonly kin = new Set<Character>();
  private readonly lastNamed = new Map<string, { readonly character: Character; readonly sentence: number }>();

  constructor(
    private readonly view: WordView,
    private readonly cast: Cast,
    runs: readonly NameRun[],
  ) {
    const surnames = new Set(
      runs
        .filter((run) => run.kind === 'person')
        .map((run) => foldPerson(this.textOf(run)))
        .filter((words) => words.length > 1)
        .map((words) => words.at(-1)!),
    );
    const named = runs
      .filter((run) => run.kind === 'person' || this.isSurname(run, surnames))
      .map((run) => ({ run, words: foldPerson(this.textOf(run)), text: tidy(this.textOf(run)) }));
    const full = named.filter(({ words }) => words.length > 1);
    const byLength = (a: (typeof full)[number], b: (typeof full)[number]) =>
      Number(isNickname(a.words)) - Number(isNickname(b.words)) || b.words.length - a.words.length || a.run.words[0] - b.run.words[0];
    for (const entry of [...full].sort(byLength)) {
      const character = this.known(entry.words) ?? this.nicknamed(entry.words) ?? this.make(entry.text, entry.words, entry.run);
      this.learn(character, entry.run);
      this.of.set(entry.run, character);
      if (isKin(view, entry.run)) this.kin.add(character);
      this.fullMentions.set(character, (this.fullMentions.get(character) ?? 0) + 1);
    }
    for (const { run, words, text } of named) {
      const known = this.of.get(run);
      if (known !== undefined) {
        this.lastNamed.set(words.at(-1)!, { character: known, sentence: view.sentence(run.words[0]) });
        continue;
      }
      const only = words[0];
      if (only === undefined) continue;
      const namesakes = this.withoutKin((this.byWord.get(only) ?? []).filter((c) => c.words.at(-1) === only));
      if (namesakes.length > 1 && run.titled === run.words[0]) this.namesakes.set(run, namesakes);
      const character = this.byShortName(only, titleGender(view, run), view.sentence(run.words[0])) ?? this.make(text, words, run);
      this.learn(character, run);
      this.of.set(run, character);
    }
  }

  /** The person whom a name in any letter case fits, for "SMITH:" and names that the network missed. */
  named(text: string, sentence: number): Character | undefined {
    const words = foldPerson(text);
    if (words.length === 0) return undefined;
    return words.length > 1 ? this.known(words) : this.byShortName(words[0]!, undefined, sentence);
  }

  /** A single word that the network tagged as a place or a body, but that is the surname of somebody named in full. */
  private isSurname({ words: [first, last], kind }: NameRun, surnames: ReadonlySet<string>): boolean {
    if (first !== last || kind === 'person') return false;
    const word = this.view.lower(first);
    if (!surnames.has(word) || governments.has(word) || (kind === 'place' && /^(?:in|at|from|near|to|,)$/.test(this.view.lower(first - 1))))
      return false;
    return !/^NNP/.test(this.view.pos(last + 1)) || this.view.tight(last + 1);
  }

  private textOf(run: NameRun): string {
    return textAt(this.view.reading.text, spanOf(this.view.reading.words, run.words));
  }

  private known(words: readonly string[]): Character | undefined {
    return (this.byWord.get(words.at(-1)!) ?? []).slice(0, MOST_NAMESAKES).find((character) => samePerson(words, character.words));
  }

  /** "Greedy Ann" is the one Ann whom the report names in full. */
  private nicknamed(words: readonly string[]): Character | undefined {
    if (!isNickname(words)) return undefined;
    const all = (this.byWord.get(words[1]!) ?? []).filter((character) => character.words[0] === words[1] && character.words.length > 1);
    return all.length === 1 ? all[0] : undefined;
  }

  private byShortName(word: string, gender: Gender | undefined, sentence: number): Character | undefined {
    const all = (this.byWord.get(word) ?? []).slice(0, MOST_NAMESAKES);
    const surname = all.filter((character) => character.words.at(-1) === word);
    let fitting: readonly Character[] = surname.length > 0 ? surname : all;
    if (gender !== undefined && fitting.length > 1) {
      const same = fitting.filter((character) => character.gender === gender);
      fitting = same.length > 0 ? same : fitting.filter((character) => character.gender === undefined);
    }
    fitting = this.withoutKin(fitting);
    if (fitting.length <= 1) return fitting[0];
    const last = this.lastNamed.get(word);
    const most = fitting.reduce((a, b) => ((this.fullMentions.get(b) ?? 0) > (this.fullMentions.get(a) ?? 0) ? b : a));
    if (last === undefined || !fitting.includes(last.character)) return most;
    const often = (this.fullMentions.get(most) ?? 0) >= 3 * (this.fullMentions.get(last.character) ?? 0);
    return often && sentence - last.sentence > 2 ? most : last.character;
  }

  /** Without those brought in as somebody's relatives, if there are others. */
  private withoutKin(all: readonly Character[]): readonly Character[] {
    const others = all.filter((character) => !this.kin.has(character));
    return others.length > 0 ? others : all;
  }

  private make(text: string, words: readonly string[], run: NameRun): Character {
    const character = this.cast.add('person', text, { words, gender: titleGender(this.view, run) ?? genderOfName(words[0] ?? '') });
    for (const word of new Set(words)) {
      const list = this.byWord.get(word);
      if (list === undefined) this.byWord.set(word, [character]);
      else list.push(character);
    }
    return character;
  }

  private learn(character: Character, run: NameRun): void {
    const gender = titleGender(this.view, run);
    if (gender !== undefined) character.gender = gender;
    character.mentions.push(run.words);
  }
}
