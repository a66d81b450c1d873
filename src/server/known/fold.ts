/** A text to be compared: lower case, without diacritics, its words alone. */
export const foldWords = (text: string): readonly string[] =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** True if each of the words begins one of the text's words. */
export const holdsWords = (text: string, asked: readonly string[]): boolean => {
  if (asked.length === 0) return true;
  const words = foldWords(text);
  return asked.every((part) => words.some((word) => word.startsWith(part)));
};
