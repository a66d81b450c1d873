import type { Article, Failure, PageStart, TextMap } from '../../model/index.ts';
import type { Hash, Known } from '../known.ts';
import { normalise } from '../normalise.ts';
import { textOffset } from '../text-map.ts';
import { toArticle } from '../to-article.ts';
import { extractPdf, type PdfText } from './extract-pdf.ts';

/** Reads the bytes of a PDF; `extractPdf`, or what runs it in a thread. */
export type ReadPdf = (bytes: Uint8Array) => Promise<PdfText>;

const NOWHERE: TextMap = { text: [0], source: [-1] };

/** Where the pages begin once the text is normalised; two pages that would begin at one place keep the later one. */
function placed(pages: readonly PageStart[], map: TextMap, length: number): readonly PageStart[] {
  const moved = pages.map(({ page, at }) => ({ page, at: textOffset(map, at, length) }));
  return moved.filter(({ at }, i) => moved[i + 1]?.at !== at);
}

/**
 * Reads the bytes of a PDF. What the caller knows goes before what the file says.
 *
 * @returns the article with the page of every character (its map leads nowhere: a PDF has no text that one could point
 * into), or why there is none
 */
export async function ingestPdf(bytes: Uint8Array, known: Known, hash: Hash, readPdf: ReadPdf = extractPdf): Promise<Article | Failure> {
  const pdf = await readPdf(bytes);
  if ('code' in pdf) return pdf;
  const { text, map, notices } = normalise(pdf.text);
  const facts = { ...known, title: known.title ?? pdf.title, pages: placed(pdf.pages, map, text.length) };
  return toArticle({ bytes, text, map: NOWHERE, notices: [...pdf.notices, ...notices] }, facts, hash);
}
