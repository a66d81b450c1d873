import type { Article } from '../model/index.ts';
import { declaredCharset, decode } from './decode.ts';
import type { Hash, Known } from './known.ts';
import { normalise } from './normalise.ts';
import type { Page } from './page.ts';
import { readPage as readHere } from './read-page.ts';
import { composeMaps } from './text-map.ts';
import { toArticle } from './to-article.ts';

/** Reads a decoded page; `readPage` of this room, or what runs it in a thread. */
export type ReadPage = (html: string) => Page | Promise<Page>;

/**
 * Reads the bytes of a web page. Never throws: what is wrong with them is a notice. What the caller knows goes before what
 * the page says.
 *
 * @param bytes as received
 * @param readPage where the page is to be read; here and now if not given
 * @returns the article; its map leads to the decoded page, -1 where the place is not known
 * @example await ingestHtml(bytes, { url: 'https://courier.example/port' }, hash)
 */
export async function ingestHtml(bytes: Uint8Array, known: Known, hash: Hash, readPage: ReadPage = readHere): Promise<Article> {
  const decoded = decode(bytes, known.charset ?? declaredCharset(bytes));
  if (decoded.text === '') {
    return toArticle({ bytes, text: '', map: { text: [0], source: [0] }, notices: decoded.notices }, known, hash);
  }
  const { notices: ofPage, text: extracted, map: toPage, ...facts } = await readPage(decoded.text);
  const { text, map, notices } = normalise(extracted);
  const given = Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined && value !== ''));
  return toArticle(
    { bytes, text, map: composeMaps(map, toPage, text.length), notices: [...decoded.notices, ...ofPage, ...notices] },
    { ...facts, ...given },
    hash,
  );
}
