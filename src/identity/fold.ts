/**
 * The words of a name for comparing: lower case, without accents, dots, quotation marks and possessives.
 * @example foldName("Marcia “Cia” Price's") // ['marcia', 'cia', 'price']
 */
export const foldName = (name: string): readonly string[] =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]s?(?=\s|$)/gu, '')
    .split(/[\s/]+/u)
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '').replace(/(?<=\p{L})\.(?=\p{L})/gu, ''))
    .filter((word) => word !== '');

const SUFFIXES = new Set(['jr', 'sr', 'ii', 'iii', 'iv', 'esq', 'md', 'phd']);

/** The words of a person's name, without "Jr." and "III". */
export const foldPerson = (name: string): readonly string[] => {
  const words = foldName(name);
  const kept = words.filter((word, i) => i === 0 || !SUFFIXES.has(word));
  return kept.length > 0 ? kept : words;
};

/** True if the words of `short` stand in `long` in the same order. */
export function inOrder(short: readonly string[], long: readonly string[]): boolean {
  let at = 0;
  for (const word of long) if (word === short[at]) at++;
  return at === short.length;
}
