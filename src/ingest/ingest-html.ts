import type { Article, Notice, Span, TextMap } from '../model/index.ts';
import { declaredCharset, decode } from './decode.ts';
import type { Hash, Known } from './known.ts';
import { normalise } from './normalise.ts';
import type { Page } from './page.ts';
import { readPage as readHere } from './read-page.ts';
import { composeMaps, textOffset } from './text-map.ts';
import { toArticle } from './to-article.ts';

/**
 * Reads a decoded page; `readPage` of this room, or what runs it in a thread. A fragment is all article: nothing around it is looked for.
 */
export type ReadPage = (html: string, fragment?: boolean) => Page | Promise<Page>;

export interface HtmlOptions {
  /** True for HTML that is nothing but a report: the body of a mail, the content of a feed's item. */
  readonly fragment?: boolean;
  /** Notices that came of decoding it. */
  readonly before?: readonly Notice[];
}

/** What is known for certain of a report: fields that say nothing must not hide what the page says. */
const said = (known: Known): Known => Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined && value !== ''));

/**
 * Makes an article of a web page that is decoded already: the body of a mail, an item of a feed.
 *
 * @param html the page or fragment, which the article's map leads to
 * @param bytes what it was read from, as received
 */
export async function ingestDecodedHtml(
  html: string,
  bytes: Uint8Array,
  known: Known,
  hash: Hash,
  readPage: ReadPage = readHere,
  { fragment = false, before = [] }: HtmlOptions = {},
): Promise<Article> {
  const { notices: ofPage, text: extracted, map: toPage, posts = [], ...facts } = await readPage(html, fragment);
  const { text, map, notices } = normalise(extracted);
  const moved = posts.map((post) => ({ ...post, at: movedSpan(map, post.at, text.length) }));
  return toArticle(
    { bytes, text, map: composeMaps(map, toPage, text.length), notices: [...before, ...ofPage, ...notices] },
    { ...facts, posts: moved, ...said(known) },
    hash,
  );
}

const movedSpan = (map: TextMap, [start, end]: Span, length: number): Span => [
  textOffset(map, start, length),
  textOffset(map, end, length),
];

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
  return ingestDecodedHtml(decoded.text, bytes, known, hash, readPage, { before: decoded.notices });
}
