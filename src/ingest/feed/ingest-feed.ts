import type { Item, Part } from '../../model/index.ts';
import { decode } from '../decode.ts';
import { ingestDecodedHtml } from '../ingest-html.ts';
import { ingestDecodedText } from '../ingest-text.ts';
import type { Known } from '../known.ts';
import { stripTags } from '../strip-tags.ts';
import type { Tools } from '../tools.ts';
import type { FeedItem, FeedText } from './open-feed.ts';

/** Words from which on an item counts as the whole report; a description is more often a teaser than a content is. */
const WORDS_OF_CONTENT = 40;
const WORDS_OF_DESCRIPTION = 120;
const CUT =
  /(?:\[\s*(?:…|\.{3}|&#8230;|&hellip;)\s*\]|…|\.{3}|\b(?:read more|continue reading|read the (?:full|whole|rest)[^.]{0,40}|read on))\W{0,6}$/i;
const LONGEST_SUMMARY = 1000;

const plain = ({ value, kind }: FeedText): string => (kind === 'html' ? stripTags(value).text : value).trim();
const flat = (text: FeedText | undefined): string | undefined => (text === undefined ? undefined : plain(text).replace(/\s+/gu, ' '));

const isWhole = (text: FeedText | undefined, words: number): text is FeedText => {
  if (text === undefined) return false;
  const shown = plain(text);
  return (shown.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) >= words && !CUT.test(shown);
};

/** The text of an item if the feed gives all of it; undefined where it gives a teaser or nothing. */
function reportOf({ content, summary }: FeedItem): FeedText | undefined {
  if (isWhole(content, WORDS_OF_CONTENT)) return content;
  return isWhole(summary, WORDS_OF_DESCRIPTION) ? summary : undefined;
}

const charsetOf = (bytes: Uint8Array): string | undefined =>
  /^\s*<\?xml[^>]{0,100}\bencoding\s*=\s*["']([\w-]+)/.exec(new TextDecoder('latin1').decode(bytes.subarray(0, 256)))?.[1];

/**
 * Reads a feed: an item that holds its report is an article, one that only teases it is its link, listed and not fetched. The
 * hash of an article's source is that of the item's content in UTF-8, which its map leads into.
 */
export async function* ingestFeed(bytes: Uint8Array, known: Known, tools: Tools): AsyncGenerator<Item> {
  const { text, notices } = decode(bytes, known.charset ?? charsetOf(bytes));
  for (const one of notices) yield { kind: 'notice', notice: one };
  const { openFeed } = await import('./open-feed.ts');
  let feed: ReturnType<typeof openFeed>;
  try {
    feed = openFeed(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return yield {
      kind: 'failure',
      code: 'feed-unreadable',
      message: `Expected an RSS, Atom or JSON feed, found none that can be read (${why}).`,
    };
  }
  for (const [i, item] of feed.items.entries()) {
    const part: Part = { kind: 'item', number: i + 1, ...(item.id === undefined ? {} : { id: item.id }) };
    const { url, byline, published, modified, origin } = item;
    const facts: Known = { title: flat(item.title), publisher: known.publisher ?? feed.title, url, byline, published, modified, origin };
    const report = reportOf(item);
    if (report !== undefined) {
      const source = new TextEncoder().encode(report.value);
      const article =
        report.kind === 'html'
          ? await ingestDecodedHtml(report.value, source, facts, tools.hash, tools.readPage, { fragment: true })
          : ingestDecodedText(report.value, source, facts, tools.hash);
      yield { kind: 'article', article, bytes: source, part };
    } else if (url !== undefined) {
      const summary = flat(item.summary ?? item.content)?.slice(0, LONGEST_SUMMARY);
      const told = { title: facts.title, publisher: facts.publisher, byline, published, modified, summary };
      const said = Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined && value !== ''));
      yield { kind: 'link', url, ...said, part };
    } else {
      yield { kind: 'failure', code: 'missing-text', message: 'Expected an item with its report or a link to it, found neither.', part };
    }
  }
}
