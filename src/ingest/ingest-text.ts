import type { Article } from '../model/index.ts';
import { decode } from './decode.ts';
import type { Hash, Known } from './known.ts';
import { normalise } from './normalise.ts';
import { toArticle } from './to-article.ts';

/**
 * Reads the bytes of a plain text. Never throws: what is wrong with them is a notice.
 *
 * @param bytes as received, in any encoding that `decode` knows
 * @returns the article; its map leads to the decoded text
 * @example ingestText(new TextEncoder().encode('“No,” she said.'), { id: 'a1' }, hash)
 */
export function ingestText(bytes: Uint8Array, known: Known, hash: Hash): Article {
  const decoded = decode(bytes, known.charset);
  const { text, map, notices } = normalise(decoded.text);
  return toArticle({ bytes, text, map, notices: [...decoded.notices, ...notices] }, known, hash);
}
