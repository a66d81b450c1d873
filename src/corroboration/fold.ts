const MARKS = /\p{M}/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the plain letters
const PLAIN = /^[\u0000-\u007f]*$/;
const DROPPED = /['’‘ʼ`.,·\u00ad-]/gu;

/**
 * A word for comparing: lower case, without accents, apostrophes, inner dots, thousands' commas and hyphens.
 * @example foldWord('Don’t') // 'dont'
 */
export function foldWord(word: string): string {
  const lower = word.toLowerCase();
  return (PLAIN.test(lower) ? lower : lower.normalize('NFKD').replace(MARKS, '')).replace(DROPPED, '');
}

/**
 * The words of a name for comparing, without its possessive.
 * @example foldName("The Kestrian Ministry of Defence's") // ['the', 'kestrian', 'ministry', 'of', 'defence']
 */
export const foldName = (name: string): readonly string[] =>
  name
    .replace(/['’]s?(?=[\s,]|$)/gu, '')
    .split(/[^\p{L}\p{N}\p{M}.'’]+/u)
    .map(foldWord)
    .filter((word) => word !== '');
