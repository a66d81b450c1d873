/** What a cell may be made of; null and undefined are an empty cell, lists and objects become JSON. */
export type Value = string | number | boolean | null | undefined | object;

/**
 * What makes a spreadsheet take a cell for a formula: = + - @ and their full-width forms, a tab or a line break at its head;
 * also where white space or signs without width stand before them, which some programs pass over.
 */
const FORMULA = /^'*(?:[\t\r\n]|[\s\p{Cf}\p{Cc}]*[=+\-@＝＋－＠﹢﹣﹦﹫])/u;
const NEEDS_QUOTES = /[",;\t\r\n]|^[\s']|\s$/;

/**
 * A text that no spreadsheet runs: an apostrophe stands before what would be a formula. It can be taken off again:
 * see `restore`.
 *
 * @example defuse('=1+1') // "'=1+1"
 */
export const defuse = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** Takes off what `defuse` put before a text. */
export const restore = (text: string): string => (text.startsWith("'") && FORMULA.test(text) ? text.slice(1) : text);

/** A value as the text of a cell, before it is quoted. Numbers are written in full, with a point. */
export function textOfValue(value: Value): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return defuse(value.replace(/\p{Cs}/gu, '\uFFFD'));
  return defuse(JSON.stringify(value));
}

/** A text in quotation marks, where a reader of CSV could else take it apart. */
export const quoted = (text: string): string => (NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/**
 * One cell of a CSV file: harmless, and in quotation marks where it has to be.
 *
 * @see https://www.rfc-editor.org/rfc/rfc4180
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 * @example cellOf('“No,” he said') // '"“No,” he said"'
 */
export const cellOf = (value: Value): string => quoted(textOfValue(value));
