import type { Span } from '../../model/index.ts';

/** A word of a text as the index knows it, and where it stands. */
export interface FoldedWord {
  readonly word: string;
  readonly at: Span;
}

/** Letters, digits and signs of private use make words; marks belong to the letter before them. */
const WORD = /[\p{L}\p{N}\p{Co}][\p{L}\p{N}\p{Co}\p{M}]*/gu;
const ONE_WORD = /^[\p{L}\p{N}\p{Co}\p{M}]+$/u;
const PLAIN = /^[A-Za-z0-9]+$/;
const MARKS = /\p{M}/gu;
/** Letters that Unicode does not take apart, though a reader without them on the keyboard types them so. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
  ŧ: 't',
  ς: 'σ',
};
const LETTER = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'gu');

/**
 * A word as it is looked for: lower case, without diacritics, compatibility forms as the plain ones.
 * @example foldWord('Résumé') // 'resume'
 */
export function foldWord(word: string): string {
  if (PLAIN.test(word)) return word.toLowerCase();
  const plain = word.normalize('NFKD');
  // A few signs stand for a whole phrase or a fraction; they stay one word.
  const lower = (ONE_WORD.test(plain) ? plain : word.normalize('NFD')).toLowerCase();
  return lower
    .normalize('NFD')
    .replace(MARKS, '')
    .replace(LETTER, (letter) => LETTERS[letter]!);
}

/** The words of a text, folded, in their order. */
export function foldedWords(text: string): readonly FoldedWord[] {
  const words: FoldedWord[] = [];
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const folded = foldWord(word);
    if (folded !== '') words.push({ word: folded, at: [index, index + word.length] });
  }
  return words;
}

/** A text as it goes into the index: its folded words, parted by spaces. */
export const indexText = (text: string): string =>
  (text.match(WORD) ?? [])
    .map(foldWord)
    .filter((word) => word !== '')
    .join(' ');
