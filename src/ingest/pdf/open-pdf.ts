import { getDocument, PasswordResponses, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type PdfDocument, type PdfPage, type PdfPiece, PdfUnreadable } from './pdf-page.ts';

/** pdfjs-dist is named in this file alone. */

/** What a PDF may have before the rest of it is left unread. */
export const PDF_LIMITS = { pages: 2000, pieces: 1_000_000 } as const;

interface Item {
  readonly str?: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
}

type Matrix = readonly [number, number, number, number, number, number];

/** The product of two affine matrices, as PDF writes them. */
const times = (m: Matrix, n: readonly number[]): Matrix => [
  m[0] * n[0]! + m[2] * n[1]!,
  m[1] * n[0]! + m[3] * n[1]!,
  m[0] * n[2]! + m[2] * n[3]!,
  m[1] * n[2]! + m[3] * n[3]!,
  m[0] * n[4]! + m[2] * n[5]! + m[4],
  m[1] * n[4]! + m[3] * n[5]! + m[5],
];

/** One piece of text with its place, in points from the upper left corner of the page as it is shown. */
function pieceOf({ str, transform, width }: Item, view: Matrix): (PdfPiece & { readonly turn: number }) | undefined {
  if (str === undefined || str.trim() === '' || transform.length < 6) return undefined;
  const [a, b, c, d, x, y] = times(view, transform);
  const size = Math.hypot(c, d);
  if (!(size > 0.5) || !Number.isFinite(x + y + width)) return undefined;
  const turn = Math.round(Math.atan2(b, a) / (Math.PI / 2));
  // White space at either end is no text: it may stand for the gap between two columns.
  const text = str.trim();
  const perSign = width / str.length;
  const before = str.length - str.trimStart().length;
  return { text, left: x + before * perSign, right: x + (before + text.length) * perSign, base: y, size, turn: ((turn % 4) + 4) % 4 };
}

/** Turns pieces that run up, down or upside down so that they run to the right. */
function upright(piece: PdfPiece & { readonly turn: number }, { width, height }: { width: number; height: number }): PdfPiece {
  const { text, left, base, size, turn } = piece;
  const length = piece.right - left;
  if (turn === 1) return { text, size, left: base, right: base + length, base: width - left };
  if (turn === 3) return { text, size, left: height - base, right: height - base + length, base: left };
  if (turn === 2) return { text, size, left: width - left, right: width - left + length, base: height - base };
  return { text, left, right: piece.right, base, size };
}

async function readPage(page: PDFPageProxy, number: number, room: number): Promise<PdfPage> {
  const viewport = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent();
  const all = (items.slice(0, room) as unknown as readonly Item[])
    .map((item) => pieceOf(item, viewport.transform as unknown as Matrix))
    .filter((piece) => piece !== undefined);
  const signs = [0, 0, 0, 0];
  for (const piece of all) signs[piece.turn]! += piece.text.length;
  // Most of the page tells which way it is read; what runs otherwise (a mark in the margin) is no part of its lines.
  const way = signs.indexOf(Math.max(...signs));
  const [width, height] = way % 2 === 0 ? [viewport.width, viewport.height] : [viewport.height, viewport.width];
  const pieces = all.filter(({ turn }) => turn === way).map((piece) => upright(piece, viewport));
  return { number, width, height, pieces };
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value.trim() !== '' ? value : undefined);

/**
 * Reads the text layer of a PDF: its pieces with their places, page by page. Runs no script of the file and loads no font.
 *
 * @throws PdfUnreadable where the bytes are no PDF that can be opened, or ask for a password
 * @see ISO 32000-2
 */
export async function openPdf(bytes: Uint8Array): Promise<PdfDocument> {
  // pdfjs takes the bytes away from whoever hands them in; so it gets a copy.
  const task = getDocument({
    data: new Uint8Array(bytes),
    verbosity: 0,
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    enableXfa: false,
    maxImageSize: 1,
  });
  try {
    task.onPassword = () => {
      throw new PdfUnreadable('locked', 'it asks for a password');
    };
    const document = await task.promise;
    const { info } = await document.getMetadata().catch(() => ({ info: {} }));
    const pages: PdfPage[] = [];
    const broken: number[] = [];
    let room: number = PDF_LIMITS.pieces;
    for (let number = 1; number <= Math.min(document.numPages, PDF_LIMITS.pages) && room > 0; number++) {
      try {
        const page = await document.getPage(number);
        const read = await readPage(page, number, room);
        room -= read.pieces.length;
        pages.push(read);
        page.cleanup();
      } catch {
        broken.push(number);
      }
    }
    return { pages, pageCount: document.numPages, broken, title: text((info as { Title?: unknown }).Title) };
  } catch (error) {
    if (error instanceof PdfUnreadable) throw error;
    const { name, message, code } = error as { name?: string; message?: string; code?: number };
    const locked = name === 'PasswordException' || code === PasswordResponses.NEED_PASSWORD;
    throw new PdfUnreadable(locked ? 'locked' : 'broken', locked ? 'it asks for a password' : (message ?? String(error)));
  } finally {
    await task.destroy();
  }
}
