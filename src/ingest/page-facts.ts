import type { PageDocument } from './dom.ts';
import { readJsonLd } from './json-ld.ts';

/** What a page says of itself outside its article. */
export interface PageFacts {
  /** As the page's data give it, or its one headline if the title in its head has it too. */
  readonly title: string | undefined;
  readonly byline: string | undefined;
  readonly publisher: string | undefined;
  readonly published: string | undefined;
  /** When it was last changed. */
  readonly modified: string | undefined;
  readonly url: string | undefined;
}

/** Characters; what is longer is no title, name or date. */
const LONGEST = 2000;

const first = (values: readonly (string | null | undefined)[]): string | undefined =>
  values
    .map((value) => (value === undefined || value === null || value.length > LONGEST ? undefined : value.replace(/\s+/gu, ' ').trim()))
    .find((value) => value !== undefined && value !== '');

/** Only a whole web address counts: "/story" or "#" says nothing without the page's own. */
const address = (value: string | undefined): string | undefined =>
  value !== undefined && /^https?:\/\/\S+$/i.test(value) ? value : undefined;

function headline(document: PageDocument): string | undefined {
  const [only, ...more] = [...document.querySelectorAll('h1')].map((element) => first([element.textContent]));
  const title = first([document.querySelector('title')?.textContent]);
  return only !== undefined && more.length === 0 && title?.includes(only) ? only : undefined;
}

/**
 * Reads title, byline, publisher, dates and address: JSON-LD first, then the page's meta elements, then what it
 * shows, by the names of hNews and h-entry too.
 *
 * @see https://microformats.org/wiki/hnews
 *
 * @example pageFacts(parsePage('<meta property="og:site_name" content="The Kelvin Bay Courier">')).publisher
 */
export function pageFacts(document: PageDocument): PageFacts {
  const blocks = [...document.querySelectorAll('script[type="application/ld+json"]')].map((element) => element.textContent ?? '');
  const linked = readJsonLd(blocks);
  const attribute = (selector: string, name: string): string | null | undefined => document.querySelector(selector)?.getAttribute(name);
  const meta = (key: string): string | null | undefined =>
    attribute(`meta[property="${key}"]`, 'content') ??
    attribute(`meta[name="${key}"]`, 'content') ??
    attribute(`meta[itemprop="${key}"]`, 'content');
  const shown = (selector: string): string | null | undefined => document.querySelector(selector)?.textContent;
  /** A moment of hNews: the machine's form in an attribute, else what is shown. */
  const moment = (name: string): string | null | undefined => {
    const of = `.hentry .${name}, .hnews .${name}, .h-entry .dt-${name}`;
    return document.querySelector(of)?.getAttribute('datetime') ?? document.querySelector(of)?.getAttribute('title') ?? shown(of);
  };
  return {
    title: first([
      linked.title,
      meta('og:title'),
      shown('.hentry .entry-title, .hnews .entry-title, .h-entry .p-name'),
      headline(document),
    ]),
    byline: first([linked.byline, shown('.hentry .author .fn, .hnews .author .fn, .h-entry .p-author')]),
    publisher: first([
      linked.publisher,
      meta('og:site_name'),
      meta('application-name'),
      shown('.hnews .source-org .org, .hnews .source-org.org, .hnews .source-org .fn'),
    ]),
    published: first([
      linked.published,
      meta('article:published_time'),
      meta('datePublished'),
      meta('date'),
      meta('dc.date'),
      attribute('time[itemprop="datePublished"]', 'datetime'),
      moment('published'),
      attribute('time[datetime]', 'datetime'),
    ]),
    modified: first([
      linked.modified,
      meta('article:modified_time'),
      meta('og:updated_time'),
      meta('dateModified'),
      attribute('time[itemprop="dateModified"]', 'datetime'),
      moment('updated'),
    ]),
    url: address(first([attribute('link[rel="canonical"]', 'href'), meta('og:url'), linked.url])),
  };
}
