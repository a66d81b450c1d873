import type { PageDocument } from './dom.ts';
import { readJsonLd } from './json-ld.ts';

/** What a page says of itself outside its article. */
export interface PageFacts {
  /** As the page's data give it, or its one headline if the title in its head has it too. */
  readonly title: string | undefined;
  readonly byline: string | undefined;
  readonly publisher: string | undefined;
  readonly published: string | undefined;
  readonly url: string | undefined;
}

const first = (values: readonly (string | null | undefined)[]): string | undefined =>
  values.map((value) => value?.replace(/\s+/gu, ' ').trim()).find((value) => value !== undefined && value !== '');

/** Only a whole web address counts: "/story" or "#" says nothing without the page's own. */
const address = (value: string | undefined): string | undefined =>
  value !== undefined && /^https?:\/\/\S+$/i.test(value) ? value : undefined;

function headline(document: PageDocument): string | undefined {
  const [only, ...more] = [...document.querySelectorAll('h1')].map((element) => first([element.textContent]));
  const title = first([document.querySelector('title')?.textContent]);
  return only !== undefined && more.length === 0 && title?.includes(only) ? only : undefined;
}

/**
 * Reads title, byline, publisher, date and address: JSON-LD first, then the page's meta elements, then what it shows.
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
  return {
    title: first([linked.title, meta('og:title'), headline(document)]),
    byline: linked.byline,
    publisher: first([linked.publisher, meta('og:site_name'), meta('application-name')]),
    published: first([
      linked.published,
      meta('article:published_time'),
      meta('datePublished'),
      meta('date'),
      meta('dc.date'),
      attribute('time[itemprop="datePublished"]', 'datetime'),
      attribute('time[datetime]', 'datetime'),
    ]),
    url: address(first([attribute('link[rel="canonical"]', 'href'), meta('og:url'), linked.url])),
  };
}
