const VOWEL = /[aeiouy]/;
const KEPT = /(?:ss|us|is|ous|news)$/;

/** Without a doubled last letter and a silent e. */
const bare = (word: string): string => {
  const n = word.length;
  if (n > 3 && word[n - 1] === word[n - 2] && !/[lsz]$/.test(word)) return word.slice(0, -1);
  return n > 3 && word.endsWith('e') ? word.slice(0, -1) : word;
};

/**
 * What the forms of one word share, by its ending: plural, past, -ing, -ly, -ation. After the first steps of Porter's stemmer (1980), kept
 * light: two words of different meaning should not become one.
 * @example stemOf('closing') // 'clos', as of 'closed' and 'closes'
 */
export function stemOf(word: string): string {
  if (word.length < 4 || /\d/.test(word)) return word;
  let w = word;
  if (w.endsWith('ies') && w.length > 4) w = `${w.slice(0, -3)}y`;
  else if (/(?:sh|ch|x|z|ss)es$/.test(w)) w = w.slice(0, -2);
  else if (w.endsWith('s') && !KEPT.test(w)) w = w.slice(0, -1);
  if (w.endsWith('ied') && w.length > 4) return `${w.slice(0, -3)}y`;
  if (w.endsWith('ingly') && w.length > 8) w = w.slice(0, -5);
  else if (w.endsWith('ing') && w.length > 5 && VOWEL.test(w.slice(0, -3))) w = w.slice(0, -3);
  else if (w.endsWith('ed') && w.length > 4 && VOWEL.test(w.slice(0, -2)) && !w.endsWith('eed')) w = w.slice(0, -2);
  else if (w.endsWith('ly') && w.length > 5) w = w.slice(0, -2);
  else if (w.endsWith('ation') && w.length > 8) w = w.slice(0, -5);
  else if (w.endsWith('ment') && w.length > 8) w = w.slice(0, -4);
  return bare(w);
}
