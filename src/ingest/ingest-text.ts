import type { Article, Notice } from '../model/index.ts';
import { decode } from './decode.ts';
import type { Hash, Known } from './known.ts';
import { normalise } from './normalise.ts';
import { toArticle } from './to-article.ts';

/**
 * Makes an article of a text that is decoded already: the body of a mail, a cell of a table.
 *
 * @param source the text, which the article's map leads to
 * @param bytes what it was read from, as received
 * @param before notices that came of decoding it
 */
export function ingestDecodedText(source: string, bytes: Uint8Array, known: Known, hash: Hash, before: readonly Notice[] = []): Article {
  const { text, map, notices } = normalise(source);
  return toArticle({ bytes, text, map, notices: [...before, ...notices] }, known, hash);
}

/**
 * Reads the bytes of a plain text. Never throws: what is wrong with them is a notice.
 *
 * @param bytes as received, in any encoding that `decode` knows
 * @returns the article; its map leads to the decoded text
 * @example ingestText(new TextEncoder().encode('“No,” she said.'), { id: 'a1' }, hash)
 */
export function ingestText(bytes: Uint8Array, known: Known, hash: Hash): Article {
  const decoded = decode(bytes, known.charset);
  return ingestDecodedText(decoded.text, bytes, known, hash, decoded.notices);
}
