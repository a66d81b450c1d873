import { OTHER_LANGUAGES } from './lexicon.generated.ts';

/** Words of a text that are looked at. */
const SAMPLE = 1500;
/** A text with fewer words is taken to be English. */
const FEWEST = 20;
/** A language is told where its small words are at least this share of the text and half as many again as the English ones. */
const LEAST_SHARE = 0.1;
const LEAD = 1.5;

/** A text is in a script where half its letters are; Japanese mixes kana with Chinese signs, so a fifth is enough there. */
const SCRIPTS: readonly (readonly [name: string, script: RegExp])[] = [
  ['Japanese', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['Korean', /\p{Script=Hangul}/gu],
  ['Chinese', /\p{Script=Han}/gu],
  ['a language in Cyrillic script', /\p{Script=Cyrillic}/gu],
  ['a language in Arabic script', /\p{Script=Arabic}/gu],
  ['Hebrew', /\p{Script=Hebrew}/gu],
  ['Greek', /\p{Script=Greek}/gu],
  ['a language in Devanagari script', /\p{Script=Devanagari}/gu],
  ['Bengali', /\p{Script=Bengali}/gu],
  ['Thai', /\p{Script=Thai}/gu],
  ['Georgian', /\p{Script=Georgian}/gu],
  ['Armenian', /\p{Script=Armenian}/gu],
  ['a language in Ethiopic script', /\p{Script=Ethiopic}/gu],
];

const SMALL_WORDS: readonly (readonly [name: string, words: ReadonlySet<string>])[] = OTHER_LANGUAGES.map((line) => {
  const [name, words] = line.split(':');
  return [name!.trim(), new Set(words!.trim().split(' '))];
});

/**
 * The language of a text where it is plainly not English, by its script or by its small words; undefined for English, and
 * where there is too little to tell.
 *
 * @example guessOtherLanguage('Der Minister wies die Vorwürfe …') // 'German', in a text of twenty words or more
 */
export function guessOtherLanguage(text: string): string | undefined {
  const sample = text.slice(0, SAMPLE * 8);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return undefined;
  for (const [name, script] of SCRIPTS) if ((sample.match(script)?.length ?? 0) > letters * (name === 'Japanese' ? 0.2 : 0.5)) return name;
  const words = sample.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  if (words.length < FEWEST) return undefined;
  const counts = SMALL_WORDS.map(([name, small]) => ({ name, count: words.reduce((n, word) => n + (small.has(word) ? 1 : 0), 0) }));
  const english = counts[0]!.count;
  const best = counts.slice(1).reduce((a, b) => (b.count > a.count ? b : a));
  return best.count >= LEAST_SHARE * words.length && best.count > LEAD * english ? best.name : undefined;
}
