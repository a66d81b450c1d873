import type { PdfLine, PdfPiece } from './pdf-page.ts';

/** Gap between pieces, in heights of the font, that is a space; and one that may part two columns. */
const SPACE = 0.13;
const APART = 0.75;
const SAME_BASE = 0.45;

const sizeOf = (pieces: readonly PdfPiece[]): number => {
  const signs = new Map<number, number>();
  for (const { size, text } of pieces) signs.set(size, (signs.get(size) ?? 0) + text.length);
  return [...signs].reduce((best, next) => (next[1] > best[1] ? next : best))[0];
};

/** Pieces that stand on one line, from left to right. */
function rowsOf(pieces: readonly PdfPiece[]): readonly (readonly PdfPiece[])[] {
  const rows: { base: number; size: number; pieces: PdfPiece[] }[] = [];
  const sorted = [...pieces].sort((a, b) => a.base - b.base || a.left - b.left);
  for (const piece of sorted) {
    const row = rows.findLast(
      (one, i) => i >= rows.length - 3 && Math.abs(one.base - piece.base) < SAME_BASE * Math.max(Math.min(one.size, piece.size), 1),
    );
    if (row === undefined) rows.push({ base: piece.base, size: piece.size, pieces: [piece] });
    else row.pieces.push(piece);
  }
  return rows.map((row) => row.pieces.sort((a, b) => a.left - b.left));
}

function join(pieces: readonly PdfPiece[]): PdfPiece {
  let text = '';
  let right = Number.NEGATIVE_INFINITY;
  for (const piece of pieces) {
    if (text !== '' && piece.left - right > SPACE * piece.size) text += ' ';
    text += piece.text;
    right = Math.max(right, piece.right);
  }
  const size = sizeOf(pieces);
  const longest = pieces.reduce((best, piece) => (piece.text.length > best.text.length ? piece : best));
  return { text, left: pieces[0]!.left, right, base: longest.base, size };
}

/** Joins pieces that stand side by side, parted wherever the gap might be one between two columns. */
export function segmentsOf(pieces: readonly PdfPiece[]): readonly PdfPiece[] {
  return rowsOf(pieces).flatMap((row) => {
    const groups: PdfPiece[][] = [];
    let right = Number.NEGATIVE_INFINITY;
    for (const piece of row) {
      // The same words a hair's breadth beside themselves are a letter made bold, not said twice.
      const shadow = groups.at(-1)?.at(-1);
      if (shadow?.text === piece.text && Math.abs(shadow.left - piece.left) < 0.2 * piece.size) continue;
      if (piece.left - right > APART * piece.size) groups.push([]);
      groups.at(-1)!.push(piece);
      right = groups.at(-1)!.length === 1 ? piece.right : Math.max(right, piece.right);
    }
    return groups.map(join);
  });
}

/** The lines of one column from top to bottom. */
export const linesOf = (segments: readonly PdfPiece[], page: number): readonly PdfLine[] =>
  rowsOf(segments).map((row) => ({ ...join(row), page }));
