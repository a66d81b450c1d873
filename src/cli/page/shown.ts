const CONTROL = /[\p{Cc}\u2028\u2029]/gu;
/** Embeddings, overrides and isolates turn the order of a whole line; the others are drawn differently by every terminal. */
const UNSEEN = /[\u00AD\u200B\u2060\u202A-\u202E\u2066-\u206F\uFEFF\uFFF9-\uFFFB]/gu;
const LONE = /\p{Cs}/gu;
/** Signs that format others and that nobody can say the width of alone: joiners of hieroglyphs, the Arabic sign before a number. */
const FORMAT = /(?=\p{Cf})\P{Default_Ignorable_Code_Point}/gu;
/** A longer text is shown by its beginning and end. */
const LONGEST = 1600;
const TAIL = 300;
/** More marks on one letter than any writing needs. */
const MARKS = /(\p{M}{8})\p{M}+/gu;

/**
 * A text as a terminal may have it: one line, white space made single spaces, control characters as pictures ("␛") so that no
 * escape sequence of a report is ever obeyed, signs that turn the writing direction taken out, lone surrogates as "�".
 *
 * @example shown('\u001b[2Jgone') // '␛[2Jgone'
 */
export function shown(text: string): string {
  return text
    .replace(/[\s\u0085]+/gu, ' ')
    .replace(CONTROL, picture)
    .replace(UNSEEN, '')
    .replace(LONE, '\uFFFD')
    .replace(FORMAT, '\uFFFD')
    .replace(MARKS, '$1')
    .trim();
}

/**
 * A file's text as a terminal may have it: its lines stay, and control characters become pictures.
 * @example shownLines('a\u001b[2J\nb') // 'a␛[2J\nb'
 */
export const shownLines = (text: string): string => text.replace(/[^\P{Cc}\n\r\t]/gu, picture);

function picture(sign: string): string {
  const code = sign.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? '\u2421' : '\uFFFD';
}

/** A text in full, or its beginning and end where it is very long. */
export const excerpt = (text: string): string =>
  text.length <= LONGEST ? shown(text) : `${shown(text.slice(0, LONGEST - TAIL))} […] ${shown(text.slice(-TAIL))}`;
