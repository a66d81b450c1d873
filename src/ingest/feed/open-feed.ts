import { parseFeed } from 'feedsmith';
import type { Origin } from '../../model/index.ts';

/** feedsmith is named in this file alone. */

/** A text of a feed with the kind that it is written in. */
export interface FeedText {
  readonly value: string;
  readonly kind: 'html' | 'text';
}

/** One item of a feed, whatever kind of feed it stands in. */
export interface FeedItem {
  readonly id: string | undefined;
  readonly title: FeedText | undefined;
  readonly url: string | undefined;
  readonly byline: string | undefined;
  readonly published: string | undefined;
  readonly modified: string | undefined;
  readonly origin: Origin | undefined;
  /** What the feed gives as the content of the item. */
  readonly content: FeedText | undefined;
  /** What it gives as its description, which may be all of it or a teaser. */
  readonly summary: FeedText | undefined;
}

export interface Feed {
  readonly title: string | undefined;
  readonly items: readonly FeedItem[];
}

/** What a feed's parser gives is what somebody wrote: every field is looked at before it is taken. */
type Loose = { readonly [key: string]: unknown };

const loose = (value: unknown): Loose => (typeof value === 'object' && value !== null ? (value as Loose) : {});
const list = (value: unknown): readonly Loose[] => (Array.isArray(value) ? value.map(loose) : []);
const string = (value: unknown): string | undefined => (typeof value === 'string' && value.trim() !== '' ? value : undefined);
const firstString = (value: unknown): string | undefined =>
  Array.isArray(value) ? value.map(string).find((one) => one !== undefined) : string(value);
const html = (value: unknown): FeedText | undefined => (string(value) === undefined ? undefined : { value: value as string, kind: 'html' });
const address = (value: string | undefined): string | undefined =>
  value !== undefined && /^https?:\/\//i.test(value.trim()) ? value.trim() : undefined;
const names = (values: readonly (string | undefined)[]): string | undefined => {
  const known = [...new Set(values.filter((value) => value !== undefined))];
  return known.length === 0 ? undefined : known.join(', ');
};

/** "desk@courier.example (Orla Venn)", as RSS writes authors. */
const personOf = (written: string | undefined): string | undefined => /^\S+@\S+\s+\((.+)\)$/.exec(written ?? '')?.[1] ?? written;

function atomText(value: unknown): FeedText | undefined {
  const { value: text, type } = loose(value);
  if (string(text) === undefined) return undefined;
  return { value: text as string, kind: type === undefined || type === 'text' || type === 'text/plain' ? 'text' : 'html' };
}

const originOf = (title: string | undefined, url: string | undefined): Origin | undefined =>
  title === undefined && url === undefined
    ? undefined
    : { ...(title === undefined ? {} : { title }), ...(url === undefined ? {} : { url }) };

/** An item of RSS or RDF. */
function rssItem(item: Loose): FeedItem {
  const guid = loose(item.guid);
  const dc = loose(item.dc);
  const source = loose(item.source);
  const creators = Array.isArray(dc.creators) ? dc.creators.map(string) : [];
  const authors = Array.isArray(item.authors) ? item.authors.map((author) => personOf(string(author) ?? string(loose(author).name))) : [];
  const permanent = guid.isPermaLink === false ? undefined : string(guid.value);
  const atom = loose(item.atom);
  return {
    id: string(guid.value) ?? string(loose(item.rdf).about),
    title: html(item.title),
    url: address(string(item.link)) ?? address(permanent),
    byline: names(creators.some((one) => one !== undefined) ? creators : authors),
    published: string(item.pubDate) ?? firstString(dc.dates) ?? string(dc.date),
    modified: string(atom.updated) ?? firstString(loose(item.dcterms).modified),
    origin: originOf(string(source.title), address(string(source.url))),
    content: html(loose(item.content).encoded),
    summary: html(item.description),
  };
}

function atomEntry(entry: Loose): FeedItem {
  const source = loose(entry.source);
  const links = list(entry.links);
  const own = links.find(({ rel }) => rel === undefined || rel === 'alternate');
  const [published, updated] = [string(entry.published), string(entry.updated)];
  const from = list(source.links).find(({ rel }) => rel === undefined || rel === 'alternate' || rel === 'self');
  return {
    id: string(entry.id),
    title: atomText(entry.title),
    url: address(string(own?.href)) ?? address(string(entry.id)),
    byline: names(list(entry.authors).map((author) => string(author.name))),
    published: published ?? updated,
    modified: published === undefined || updated === published ? undefined : updated,
    origin: originOf(string(loose(source.title).value), address(string(from?.href))),
    content: atomText(entry.content),
    summary: atomText(entry.summary),
  };
}

function jsonItem(item: Loose): FeedItem {
  const authors = list(item.authors).length > 0 ? list(item.authors) : [loose(item.author)];
  const text = string(item.content_text);
  const summary = string(item.summary);
  const title = string(item.title);
  return {
    id: string(item.id),
    title: title === undefined ? undefined : { value: title, kind: 'text' },
    url: address(string(item.url)) ?? address(string(item.external_url)) ?? address(string(item.id)),
    byline: names(authors.map((author) => string(author.name))),
    published: string(item.date_published),
    modified: string(item.date_modified),
    origin: originOf(undefined, address(string(item.url)) === undefined ? undefined : address(string(item.external_url))),
    content: html(item.content_html) ?? (text === undefined ? undefined : { value: text, kind: 'text' }),
    summary: summary === undefined ? undefined : { value: summary, kind: 'text' },
  };
}

/**
 * Reads a feed: RSS, RDF, Atom or JSON feed. Entities that the feed declares itself are not expanded: such a feed is refused.
 *
 * @throws where the text is no feed
 * @see https://www.rssboard.org/rss-specification, RFC 4287, https://jsonfeed.org/version/1.1
 */
export function openFeed(text: string): Feed {
  if (/^[^<]*(?:<[?!](?!DOCTYPE)[^>]*>\s*)*<!DOCTYPE[^>[]*\[/i.test(text)) throw new Error('it declares entities of its own');
  // A declaration that only names the kind of document says nothing; the parser refuses any.
  const { format, feed } = parseFeed(text.replace(/^([^<]*(?:<\?[^>]*\?>\s*)?)<!DOCTYPE[^>[]{0,400}>/i, '$1')) as unknown as {
    format: string;
    feed: Loose;
  };
  if (format === 'atom') return { title: string(loose(feed.title).value), items: list(feed.entries).map(atomEntry) };
  if (format === 'json') return { title: string(feed.title), items: list(feed.items).map(jsonItem) };
  return { title: string(feed.title), items: list(feed.items).map(rssItem) };
}
