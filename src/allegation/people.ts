import { THING_NOUNS } from './lexicon.generated.ts';

const PEOPLE =
  /(?:ers|ors|ists|ants|ians|men|women|people|police|officers|officials|forces|troops|media|group|company|bank|government|authorities|regime|state|man|woman|party|army|hackers|terrorists|criminals|gangs|militants|rebels|allies|aides|staff|staffers|team|campaign|administration|associates|cronies|agency|conspirators|republicans|democrats)$/;

const things: ReadonlySet<string> = new Set(THING_NOUNS);

/** True for a noun, in small letters, that people or bodies of people are named by. */
export const isPeople = (noun: string): boolean => PEOPLE.test(noun);

/** True for a noun, in small letters, of what does no wrong: what is said, done, owned, felt or counted. */
export const isThing = (noun: string): boolean =>
  [noun, noun.replace(/s$/, ''), noun.replace(/es$/, ''), noun.replace(/ies$/, 'y')].some((one) => things.has(one));
