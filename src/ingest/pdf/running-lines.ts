import { linesOf } from './lines.ts';
import { median, type PdfLine, type PdfPage, type PdfPiece } from './pdf-page.ts';

/** What is printed around the text of a page and not in it: running heads, feet, page numbers. */
export interface Parted {
  readonly pages: readonly PdfPage[];
  /** The lines left out, as they stand. */
  readonly leftOut: readonly PdfLine[];
}

const EDGE_LINES = 3;
const NUMBER = /^(?:page\s*)?[-–—|[(]?\s*(?:\d{1,4}|[ivxl]{1,6})\s*[-–—|\])]?(?:\s*(?:of|\/)\s*\d{1,4})?$/i;
/** How far from the next line a page number stands that no other page confirms, in heights of the font. */
const ALONE = 2;

/** The same line but for its numbers. */
const shape = (line: PdfPiece): string =>
  line.text
    .toLowerCase()
    .replace(/\b[ivxl]{1,6}\b|\d+/g, '#')
    .replace(/\s+/g, ' ');

interface Edge {
  readonly line: PdfLine;
  readonly page: PdfPage;
  /** The distance to the next line towards the middle. */
  readonly gap: number;
}

function edgesOf(page: PdfPage): readonly Edge[] {
  const lines = linesOf(page.pieces, page.number);
  const fromTop = lines.slice(0, EDGE_LINES).map((line, i) => ({ line, page, gap: (lines[i + 1]?.base ?? Infinity) - line.base }));
  const fromBottom = lines
    .slice(-EDGE_LINES)
    .map((line, i, { length }) => ({ line, page, gap: line.base - (lines[lines.length - length + i - 1]?.base ?? -Infinity) }));
  const inMargin = ({ line }: Edge): boolean => line.base < page.height * 0.16 || line.base > page.height * 0.84;
  return [...fromTop, ...fromBottom].filter(inMargin);
}

/** True if lines that are alike stand on enough pages to be one that runs through them: two if it has words, else three. */
function runs(edges: readonly Edge[], pages: number): boolean {
  const least = /\p{L}{4}/u.test(edges[0]?.line.text ?? '') ? 2 : Math.min(3, Math.ceil(pages / 3));
  return new Set(edges.map(({ page }) => page.number)).size >= Math.max(2, least);
}

/** True if a line stands where a line that runs through other pages stands there, set as small: left and right pages differ. */
const inPlaceOf = ({ line, page }: Edge, others: readonly Edge[], body: number): boolean =>
  Math.abs(line.size - body) > 0.1 * body &&
  others.some((o) => o.page !== page && Math.abs(o.line.base - line.base) < 1 && Math.abs(o.line.size - line.size) < 0.1);

/**
 * Takes out of pages the lines at their upper and lower edges that stand on several pages alike but for their numbers, and
 * page numbers that stand alone.
 */
export function partRunningLines(pages: readonly PdfPage[]): Parted {
  const edges = pages.flatMap(edgesOf);
  const groups = new Map<string, Edge[]>();
  for (const edge of edges) {
    const key = shape(edge.line);
    const alike = groups.get(key);
    if (alike === undefined) groups.set(key, [edge]);
    else alike.push(edge);
  }
  const gone = new Set<Edge>();
  for (const alike of groups.values()) {
    const base = median(alike.map(({ line, page }) => line.base / page.height));
    const level = alike.filter(({ line, page }) => Math.abs(line.base / page.height - base) < 0.03);
    if (runs(level, pages.length)) for (const edge of level) gone.add(edge);
  }
  const body = median(pages.flatMap(({ pieces }) => pieces.map(({ size }) => size)));
  for (const edge of edges) if (inPlaceOf(edge, [...gone], body)) gone.add(edge);
  for (const edge of edges) if (NUMBER.test(edge.line.text) && edge.gap > ALONE * edge.line.size) gone.add(edge);
  const leftOut = [...new Map([...gone].map(({ line }) => [`${line.page} ${line.base} ${line.text}`, line])).values()];
  const isGone = (piece: PdfPiece, page: PdfPage): boolean =>
    leftOut.some(
      (line) =>
        line.page === page.number &&
        Math.abs(line.base - piece.base) < 0.45 * Math.max(line.size, piece.size) &&
        piece.left >= line.left - 1 &&
        piece.right <= line.right + 1,
    );
  return { pages: pages.map((page) => ({ ...page, pieces: page.pieces.filter((piece) => !isGone(piece, page)) })), leftOut };
}
