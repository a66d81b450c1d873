const BROKEN = /([\p{L}\p{M}]+(?:[-‐][\p{L}\p{M}]+)*)[-‐\u00ad]$/u;
const GOES_ON = /^[\p{L}\p{M}]+/u;
/** First halves that keep their hyphen wherever a line ends; few, since "ex-" may be "expected" and "pro-" "proposed". */
const KEPT = new Set(['self', 'vice']);

/** The words of a text, those with hyphens whole, in lower case. */
export const wordsOf = (text: string): ReadonlySet<string> =>
  new Set(text.toLowerCase().match(/[\p{L}\p{M}]+(?:[-‐][\p{L}\p{M}]+)*/gu) ?? []);

/**
 * How a line joins the next: 'space'; 'join' where the hyphen at its end only parts a word; 'keep' where it belongs to the
 * word. Which of the two is told by how the text writes the word elsewhere; else a hyphen before a small letter goes, unless
 * it follows a word such as "self".
 *
 * @example joinOf('the govern-', 'ment said', words) // 'join'
 */
export function joinOf(line: string, next: string, words: ReadonlySet<string>): 'space' | 'join' | 'keep' {
  const first = BROKEN.exec(line)?.[1];
  const second = GOES_ON.exec(next)?.[0];
  if (first === undefined) return /\p{L}[-‐]$/u.test(line) && /^\p{N}/u.test(next) ? 'keep' : 'space';
  if (line.endsWith('\u00ad')) return 'join';
  if (second === undefined) return /^\p{N}/u.test(next) ? 'keep' : 'space';
  // "pre- and post-war": the hyphen stands for what follows later.
  if (/^(?:and|or|to)$/.test(second)) return 'space';
  const [a, b] = [first.toLowerCase(), second.toLowerCase()];
  if (words.has(`${a}-${b}`)) return 'keep';
  if (words.has(a + b)) return 'join';
  if (!/^\p{Ll}/u.test(second) || KEPT.has(a)) return 'keep';
  return 'join';
}
