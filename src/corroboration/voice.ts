import type { SourceType, Speaker } from '../model/index.ts';
import { foldName } from './fold.ts';
import { hashText } from './hash.ts';
import { formsOfOne, functionWords, spellings, stateWords } from './lexicon.ts';
import { politiesOf, polityOf } from './side.ts';
import { stemOf } from './stem.ts';

/** Who speaks, as far as one report tells: what is compared across reports. Equal descriptions are one voice. */
export interface Voice {
  readonly index: number;
  /** All of the description as one text: what two voices differ in, and an order that does not depend on the reports'. */
  readonly id: string;
  readonly type: SourceType;
  readonly name: string | null;
  /** The name's words, folded; of a body without small words and with states under one name. */
  readonly words: readonly string[];
  /** The name's words as they stand, folded. */
  readonly folded: string;
  /** The name's words in a fixed order, for bodies that are worded differently. */
  readonly bag: string;
  readonly role: readonly string[];
  readonly polities: readonly string[];
  /** True for the name of a state and nothing more. */
  readonly isState: boolean;
  /** "ccp" of the Chinese Communist Party, where the report or the name's letters give it. */
  readonly acronyms: readonly string[];
  /** Those of the acronyms that a report itself uses. */
  readonly letters: readonly string[];
  /** What the source's words say of somebody unnamed. */
  readonly wording: readonly string[];
  /** Numbers under which the same speaker may be found. */
  readonly keys: readonly number[];
}

const SMALL = new Set(['the', 'of', 'for', 'and', 'a', 'an', 'in', 'on']);
const SUFFIXES = new Set(['jr', 'sr', 'ii', 'iii', 'iv', 'esq', 'md', 'phd']);
const HONOURS = new Set(
  'mr mrs ms miss dr sir dame lord lady professor prof president minister senator sen governor gov general gen'.split(' '),
);
const ACRONYM = /^[A-Z][A-Z.&]{1,7}$/;

/** The words of a person's name without titles and "Jr". */
export function personWords(name: string): readonly string[] {
  const words = foldName(name);
  const kept = words.filter((word, i) => (i === 0 || !SUFFIXES.has(word)) && !(HONOURS.has(word) && words.length > 1));
  return kept.length > 0 ? kept : words;
}

const spelled = (word: string): string => spellings.get(word) ?? word;

/** The words of a body's name: "the Orlavian Ministry of Defence" and "Orlavia's defense ministry" have the same. */
export function bodyWords(name: string): readonly string[] {
  const words = foldName(name).filter((word) => !SMALL.has(word));
  const capital = /^\p{Lu}/u;
  const raw = name.split(/[^\p{L}\p{N}\p{M}.'’]+/u);
  return words.map((word) => {
    const isName = raw.some((r) => capital.test(r) && foldName(r)[0] === word);
    const polity = isName ? polityOf(word) : word;
    return polity !== word && (words.length > 1 || polity.length >= 4) ? polity : stemOf(spelled(word));
  });
}

const roleWords = (role: string): readonly string[] => [
  ...new Set(
    foldName(role)
      .filter((word) => !functionWords.has(word) && !SMALL.has(word))
      .map((word) => stemOf(spelled(word))),
  ),
];

/** Names of nothing but capitals, without their dots. */
function lettersOf(names: readonly string[]): readonly string[] {
  const out = new Set<string>();
  for (const name of names) {
    const letters = name.replace(/^the /i, '').replace(/[.\s]/g, '');
    if (ACRONYM.test(letters) && letters.length <= 6) out.add(letters.toLowerCase());
  }
  return [...out];
}

/** First letters of a name's words, small words left out. */
export const initialsOf = (name: string): string =>
  foldName(name)
    .filter((word) => !SMALL.has(word))
    .map((word) => word[0])
    .join('');

const isUnnamed = (type: SourceType): boolean => type === 'unnamed' || type === 'group' || type === 'author' || type === 'none';

/** Keeps one voice for each description. */
export function createVoices() {
  const known = new Map<string, Voice>();
  const all: Voice[] = [];
  /**
   * @param mentions the words of its mentions
   * @param source the words by which a statement names its source
   * @param near words beside its mentions, in which its state may stand: "Kestria's foreign minister, Ilya Dorn"
   */
  const voiceOf = (speaker: Speaker, mentions: readonly string[], source: string, near: string): Voice => {
    const { type, name } = speaker;
    const role = roleWords(speaker.role ?? '');
    const unnamed = name === null;
    const wording = unnamed ? roleWords(source) : [];
    const isPerson = type === 'person';
    const words = name === null ? [] : isPerson ? personWords(name) : bodyWords(name);
    const told = isPerson ? [...politiesOf(`${speaker.role ?? ''}`, false), ...politiesOf(near, false)] : [];
    const polities = isPerson
      ? told.slice(0, 1)
      : type === 'organisation' && name !== null
        ? politiesOf(name, true)
        : unnamed
          ? politiesOf(source, false)
          : [];
    const isBody = type === 'organisation' && name !== null;
    const letters = isBody ? lettersOf([name, ...mentions]) : [];
    const acronyms = isBody ? [...new Set([...letters, ...(words.length >= 2 ? [initialsOf(name)] : [])])] : [];
    const id = JSON.stringify([type, name, [...role].sort(), [...polities].sort(), [...acronyms].sort(), wording]);
    const found = known.get(id);
    if (found !== undefined) return found;
    const bag = [...words].sort().join(' ');
    const isState = !isPerson && name !== null && polities.length > 0 && !foldName(name).some((word) => stateWords.has(stemOf(word)));
    const voice: Voice = {
      id,
      folded: name === null ? '' : foldName(name).join(' '),
      index: all.length,
      type,
      name,
      words,
      bag,
      role,
      polities,
      isState,
      acronyms,
      letters,
      wording,
      keys: [],
    };
    const made = { ...voice, keys: keysOf(voice) };
    known.set(id, made);
    all.push(made);
    return made;
  };
  return { voiceOf, all: all as readonly Voice[] };
}
export type Voices = ReturnType<typeof createVoices>;

function keysOf({ type, words, bag, polities, acronyms, wording, name }: Voice): readonly number[] {
  const keys: string[] = [];
  if (type === 'person' && words.length > 0) keys.push(`person ${words.at(-1)}`);
  else if (name !== null) keys.push(`body ${bag}`, ...acronyms.map((letters) => `letters ${letters}`));
  else if (wording.length > 0) keys.push(`unnamed ${[...wording].sort().join(' ')}`);
  keys.push(...polities.map((polity) => `side ${polity}`));
  return [...new Set(keys)].slice(0, 4).map((key) => hashText(key, 5));
}

/** Whether two voices may be one: `same` and `different` as far as names tell, else `open`. */
export type Likeness = 'same' | 'open' | 'different';

const shares = (a: readonly string[], b: readonly string[]): boolean => a.some((one) => b.includes(one));

/** True if one given name can stand for the other: equal, forms of one, an initial, or none given. */
export function givenFits(a: readonly string[], b: readonly string[]): boolean {
  if (a.length < 2 || b.length < 2) return true;
  const [x, y] = [a[0]!, b[0]!];
  return x === y || formsOfOne(x, y) || (x.length === 1 && y.startsWith(x)) || (y.length === 1 && x.startsWith(y));
}

/** Compares two voices by what their reports say of them; symmetric. */
export function likeness(a: Voice, b: Voice): Likeness {
  if (a === b) return a.type === 'none' || a.type === 'author' || (a.name === null && a.wording.length === 0) ? 'open' : 'same';
  if (a.type === 'none' || b.type === 'none' || a.type === 'author' || b.type === 'author') return 'open';
  const sides = shares(a.polities, b.polities);
  if (a.name === null || b.name === null) return unnamedLikeness(a, b, sides);
  if (a.type === 'person' && b.type === 'person') {
    return a.words.at(-1) === b.words.at(-1) && givenFits(a.words, b.words) ? 'same' : 'different';
  }
  if (a.type === 'person' || b.type === 'person') return sides ? 'same' : 'open';
  if (a.bag === b.bag || shares(a.acronyms, b.acronyms)) return 'same';
  const [short, long] = a.words.length <= b.words.length ? [a, b] : [b, a];
  if (sides && (short.isState || long.isState || short.words.every((word) => long.words.includes(word)))) return 'same';
  if (short.words.length > 0 && short.words.every((word) => long.words.includes(word))) return 'open';
  return sides ? 'open' : 'different';
}

function unnamedLikeness(a: Voice, b: Voice, sides: boolean): Likeness {
  if (a.name === null && b.name === null) {
    const shared = a.wording.filter((word) => b.wording.includes(word)).length;
    const all = a.wording.length + b.wording.length - shared;
    if (all > 0 && shared / all >= 0.5) return 'same';
    return a.type === 'group' && b.type === 'group' ? 'different' : 'open';
  }
  const [unnamed, named] = a.name === null ? [a, b] : [b, a];
  if (isUnnamed(unnamed.type) && unnamed.type === 'group') return 'different';
  const inRole = unnamed.wording.filter((word) => named.role.includes(word) || named.words.includes(word)).length;
  return inRole >= 2 || (sides && inRole >= 1) ? 'same' : 'open';
}
