import { median, type PdfPiece } from './pdf-page.ts';

/** A gap between columns is at least this wide, in heights of the font; each side has so many lines of so many characters. */
const GUTTER = 0.85;
const LEAST_LINES = 3;
const LEAST_SIGNS = 8;
const STEP = 2;
const DEEPEST = 24;
/** A page of more lines than this is no page of a report, and would take long. */
const MOST_SEGMENTS = 5000;

/** A place across the page, and the run of segments, counted from the top, that it parts. */
interface Gutter {
  readonly x: number;
  readonly from: number;
  readonly to: number;
  readonly score: number;
}

const extent = (pieces: readonly PdfPiece[]): readonly [number, number] => [
  Math.min(...pieces.map(({ base }) => base)),
  Math.max(...pieces.map(({ base }) => base)),
];
const signs = (pieces: readonly PdfPiece[]): number => pieces.reduce((sum, { text }) => sum + text.length, 0) / pieces.length;

/** How well the band beside `x` between two lines parts the text there into columns; 0 if it does not. */
function scoreOf(inside: readonly PdfPiece[], x: number): number {
  const left = inside.filter((piece) => piece.right <= x);
  const right = inside.filter((piece) => piece.right > x);
  if (Math.min(left.length, right.length) < LEAST_LINES || signs(left) < LEAST_SIGNS || signs(right) < LEAST_SIGNS) return 0;
  const [a, b] = [extent(left), extent(right)];
  const together = Math.min(a[1], b[1]) - Math.max(a[0], b[0]);
  const size = median(inside.map((piece) => piece.size));
  return together < 2 * size ? 0 : Math.min(left.length, right.length);
}

/** The gap that parts most lines: a place across the page, and a band from top to bottom that no line crosses there. */
function findGutter(segments: readonly PdfPiece[]): Gutter | undefined {
  const width = Math.max(GUTTER * median(segments.map(({ size }) => size)), 4);
  const right = Math.max(...segments.map((segment) => segment.right));
  let best: Gutter | undefined;
  for (let x = Math.min(...segments.map(({ left }) => left)) + STEP; x + width < right; x += STEP) {
    let from = 0;
    for (let to = 0; to <= segments.length; to++) {
      const segment = segments[to];
      if (segment !== undefined && !(segment.left < x + width && segment.right > x)) continue;
      if (to - from >= 2 * Math.max(LEAST_LINES, best?.score ?? 0)) {
        const score = scoreOf(segments.slice(from, to), x);
        if (score > (best?.score ?? 0)) best = { x, from, to, score };
      }
      from = to + 1;
    }
  }
  return best;
}

/**
 * Parts a page into its columns in the order in which they are read: what stands across, then the columns below it from left
 * to right, then what stands across below them. A page of one column comes out whole.
 *
 * @param segments as `segmentsOf` gives them
 * @example orderColumns(segments).length // 2 for a page of two columns
 */
export function orderColumns(segments: readonly PdfPiece[], depth = 0): readonly (readonly PdfPiece[])[] {
  const few = segments.length < 2 * LEAST_LINES || segments.length > MOST_SEGMENTS || depth > DEEPEST;
  const byBase = [...segments].sort((a, b) => a.base - b.base || a.left - b.left);
  const gutter = few ? undefined : findGutter(byBase);
  if (gutter === undefined) return segments.length === 0 ? [] : [byBase];
  const { x, from, to } = gutter;
  const inside = byBase.slice(from, to);
  const parts = [
    byBase.slice(0, from),
    inside.filter(({ right }) => right <= x),
    inside.filter(({ right }) => right > x),
    byBase.slice(to),
  ];
  return parts.flatMap((part) => orderColumns(part, depth + 1));
}
