// How right an extracted text is: precision, recall and F1 of its words, each counted as often as it stands.

/** The words of a text: letters and digits with the marks on them, in lower case. */
const wordsOf = (text) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu) ?? [];

const counted = (words) => words.reduce((counts, word) => counts.set(word, (counts.get(word) ?? 0) + 1), new Map());

/** @returns {{ precision: number, recall: number, f1: number }} each 0 to 1 */
export function wordScore(found, expected) {
  const [foundWords, expectedWords] = [wordsOf(found), wordsOf(expected)];
  const left = counted(expectedWords);
  let right = 0;
  for (const word of foundWords) {
    const count = left.get(word) ?? 0;
    if (count === 0) continue;
    right++;
    left.set(word, count - 1);
  }
  const precision = foundWords.length === 0 ? 0 : right / foundWords.length;
  const recall = expectedWords.length === 0 ? 1 : right / expectedWords.length;
  return { precision, recall, f1: right === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

/** Paragraphs of one text that are not in the other, white space aside. */
export function paragraphsBeside(text, other) {
  const flat = (part) => wordsOf(part).join(' ');
  const there = new Set(other.split(/\n+/).map(flat));
  return text.split(/\n+/).filter((part) => flat(part) !== '' && !there.has(flat(part)));
}
