import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';
import { type Paint, paintWith, type Role } from './style.ts';

/** Some text of a row and what it is; text without a role is not painted. */
export type Piece = readonly [text: string, role?: Role];

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;
const unpainted = paintWith(false);

/** Width in terminal cells. */
export const widthOf = (text: string): number => stringWidth(text);

/**
 * Sets pieces of text one after another and cuts them into rows that fit the width. A word wider than a row is cut between
 * letters as a reader sees them, never within an emoji or before a combining mark. A no-break space holds two words together
 * and is given as a space.
 *
 * @param pieces texts cleaned by `shown`
 * @param columns terminal cells, at least 1
 */
export function wrap(pieces: readonly Piece[], columns: number, paint: Paint = unpainted): readonly string[] {
  const width = Math.max(1, columns);
  const line = pieces.map(([text, role]) => (role === undefined ? cutWords(text, width) : paint(role, cutWords(text, width)))).join('');
  return wrapAnsi(line, width, { trim: true, hard: true })
    .split('\n')
    .map((row) => held(row.replaceAll('\u00A0', ' ')));
}

const cutWords = (text: string, width: number): string =>
  text
    .split(' ')
    .map((word) => (word.length > width / 2 && stringWidth(word) > width ? cutWord(word, width) : word))
    .join(' ');

function cutWord(word: string, width: number): string {
  const rows: string[] = [];
  let row = '';
  let used = 0;
  for (const { segment } of segmenter.segment(word)) {
    const cells = stringWidth(segment);
    if (used + cells > width && row !== '') {
      rows.push(row);
      row = '';
      used = 0;
    }
    row += segment;
    used += cells;
  }
  return [...rows, row].join(' ');
}

/** A row with right-to-left writing, held together so that the page's signs beside it keep their place; other rows as they are. */
const held = (row: string): string => (RIGHT_TO_LEFT.test(row) ? `\u2068${row}\u2069` : row);

/** The text, or as much of it as fits with "…" at its end. */
export function clip(text: string, columns: number): string {
  if (text.length <= columns / 2 || stringWidth(text) <= columns) return held(text);
  let out = '';
  let used = 0;
  for (const { segment } of segmenter.segment(text)) {
    used += stringWidth(segment);
    if (used > columns - 1) break;
    out += segment;
  }
  return held(`${out.trimEnd()}…`);
}

/** Filled with spaces at its end up to the width. */
export const pad = (text: string, columns: number): string => text + ' '.repeat(Math.max(0, columns - stringWidth(text)));
