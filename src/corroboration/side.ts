import { foldName } from './fold.ts';
import { hashText } from './hash.ts';
import { capitals, states, stateWords } from './lexicon.ts';
import { stemOf } from './stem.ts';

/** How far a word for a state may stand before the office or body that it owns: "the Kestrian deputy foreign minister". */
const REACH = 5;
const PEOPLE = /(?:ians?|eans?|ans?|ese|ish|is?|ns?|ns|ia|a|s)$/;

/**
 * A state by its name or its people, under one name: those of the list by the list, others by what their forms share.
 * @example polityOf('chinese') // 'china'
 * @example polityOf('orlavian') // 'orlav', as of 'orlavia'
 */
export function polityOf(word: string): string {
  const known = states.get(word) ?? capitals.get(word);
  if (known !== undefined) return known;
  const stem = word.replace(PEOPLE, '');
  return stem.length >= 4 ? stem : word;
}

interface Token {
  readonly word: string;
  readonly capital: boolean;
}

const tokensOf = (text: string): Token[] =>
  text
    .replace(/['’]s?(?=[\s,]|$)/gu, '')
    .split(/[^\p{L}\p{N}\p{M}.'’]+/u)
    .filter((raw) => raw !== '')
    .map((raw) => ({ word: foldName(raw)[0] ?? '', capital: /^\p{Lu}/u.test(raw) }))
    .filter(({ word }) => word !== '');

const kindOf = (tokens: readonly Token[], i: number) => stateWords.get(tokens[i]!.word) ?? stateWords.get(stemOf(tokens[i]!.word));

/** The state named at a place, in one word or two. */
function stateAt(tokens: readonly Token[], i: number): string | undefined {
  const two = `${tokens[i]!.word} ${tokens[i + 1]?.word ?? ''}`;
  return states.get(two) ?? states.get(tokens[i]!.word) ?? capitals.get(two) ?? capitals.get(tokens[i]!.word);
}

/**
 * The states on whose side somebody speaks or stands, by the words of a name or role: a state itself, or the state whose office or body it is.
 * Cities and regions with a council or police of their own count in the same way.
 *
 * @param alone true for the name of a body or of one accused, which may be a state's without more words
 * @example politiesOf('Kestrian foreign minister', false) // ['kestr']
 * @example politiesOf('Orlavia', true) // ['orlav']
 */
export function politiesOf(text: string, alone: boolean): readonly string[] {
  const tokens = tokensOf(text);
  const out = new Set<string>();
  for (let i = 0; i < tokens.length; i++) {
    const party = i + 1 < tokens.length && /^(?:communist|ruling)$/.test(tokens[i]!.word) && tokens[i + 1]!.word === 'party';
    const kind = party ? 'body' : kindOf(tokens, i);
    if (kind === 'never') return [...out];
    if (kind === undefined) continue;
    const owner = ownerOf(tokens, i);
    if (owner !== undefined) out.add(owner);
  }
  if (out.size === 0 && alone && tokens.length > 0) {
    const named = tokens.filter(({ word }) => word !== 'the');
    const state = named.length <= 2 && named.length > 0 ? stateAt(named, 0) : undefined;
    if (state !== undefined) out.add(state);
    else if (named.length === 1 && named[0]!.capital) out.add(polityOf(named[0]!.word));
  }
  return [...out];
}

/** Whose office or body it is: the capitalised word before it, or behind "of". */
function ownerOf(tokens: readonly Token[], at: number): string | undefined {
  for (let i = at - 1; i >= Math.max(0, at - REACH); i--) {
    const state = i > 0 ? (stateAt(tokens, i - 1) ?? stateAt(tokens, i)) : stateAt(tokens, i);
    if (state !== undefined) return state;
  }
  for (let i = Math.max(0, at - REACH); i < at; i++) {
    const { word, capital } = tokens[i]!;
    if (capital && word !== 'the' && kindOf(tokens, i) === undefined && !TITLE.has(word)) return polityOf(word);
  }
  for (let i = at + 1; i < Math.min(tokens.length, at + REACH); i++) {
    if (!/^(?:of|in|for)$/.test(tokens[i]!.word)) continue;
    const next = tokens[i + 1]?.word === 'the' ? i + 2 : i + 1;
    if (next >= tokens.length) continue;
    const state = stateAt(tokens, next);
    if (state !== undefined) return state;
    if (tokens[next]!.capital && kindOf(tokens, next) === undefined && !TITLE.has(tokens[next]!.word)) return polityOf(tokens[next]!.word);
  }
  return undefined;
}

/** Words that open an office's name in capitals and name no owner. */
const TITLE = new Set(
  'foreign defence defense interior prime deputy vice first home finance justice health education information press senior chief high national state federal local supreme central ministry department minister office mr mrs ms dr sir the a an culture energy trade transport labour labor security public police general attorney social human environment agriculture fisheries'.split(
    ' ',
  ),
);

/** A number for a side, for use as a key. */
export const sideKey = (polity: string): number => hashText(polity, 11);
