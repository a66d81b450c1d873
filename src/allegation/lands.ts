import { LANDS } from './lexicon.generated.ts';

/** Each land by the words that it is named by, in small letters: "us" and "american" for "united-states". */
const byWords: ReadonlyMap<string, string> = new Map(
  LANDS.flatMap((line) => {
    const [land = '', others = ''] = line.split(' = ');
    return [land, ...others.split(' ')].map((word) => [word, land] as const);
  }),
);
const LONGEST = 3;
/** Words that are no land's in small letters: "us". */
const CAPITALS = /^(?:us|uk|eu|uae|usa|prc|dprk)$/;

/** The lands that are named in some words, by noun or adjective. */
export function landsIn(words: string): ReadonlySet<string> {
  const tokens = words.replaceAll('.', '').match(/\p{L}+/gu) ?? [];
  const out = new Set<string>();
  for (let i = 0; i < tokens.length; i++) {
    for (let length = Math.min(LONGEST, tokens.length - i); length > 0; length--) {
      const key = tokens
        .slice(i, i + length)
        .join('-')
        .toLowerCase();
      const land = byWords.get(key);
      if (land === undefined || (CAPITALS.test(key) && tokens[i] !== tokens[i]!.toUpperCase())) continue;
      out.add(land);
      i += length - 1;
      break;
    }
  }
  return out;
}

/** A land's name as it is written, for an adjective made from it; undefined for other words. @example landOf('Chinese') // 'China' */
export function landOf(adjective: string): string | undefined {
  const land = byWords.get(adjective.toLowerCase());
  if (land === undefined || !/^\p{Lu}/u.test(adjective) || CAPITALS.test(adjective.toLowerCase())) return undefined;
  return land.replace(/(^|-)(\p{L})/gu, (_, before, letter: string) => (before === '-' ? ' ' : '') + letter.toUpperCase());
}

/** True if some words name one of some lands. */
export const namesOneOf = (lands: ReadonlySet<string>, words: string): boolean =>
  lands.size > 0 && [...landsIn(words)].some((land) => lands.has(land));
