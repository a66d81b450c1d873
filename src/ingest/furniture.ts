import type { PageElement } from './dom.ts';

/** Parts of a class or id ("article__media-caption" has article, media and caption) that name what stands around a report's words. */
const PARTS =
  /^(?:caption|captions|credit|byline|bylines|dateline|timestamp|kicker|standfirst|deck|dek|newsletter|newsletters|promo|epic|contributions|advert|advertisement|advertisements|ads|sponsored|carousel|carouselslide|gallery|slideshow|share|sharing|tags|topics|bio|tips|save|related|recommended|paywall)$/;
/** Whole words of a class or id, and the names that some sites give their parts in other attributes. */
const WORDS =
  /^(?:author-(?:box|bio|info|card|name)|about-the-author|article-(?:dates|info|info-block|meta|source)|post-(?:meta|date|author)|entry-meta|story-meta|field__label|bottom-of-article|key-events|print-(?:submitted|footer|source.*)|trust-badge|(?:byline|metadata|image|media|links)-block|topic-list|related-internet-links|top-stories|features|article-body-ad|interstitial)$/;
const NAMED_BY = ['class', 'id', 'data-component', 'data-qa', 'data-testid'];
/** No more than this share of the words that are read may be taken for furniture at once. */
const MOST = 0.3;

/** Paragraphs that every reader passes over, whatever holds them. */
const TEXTS =
  /^(?:advertisement|advert|(?:skip )?advertisement(?:[ ·|–-].{0,30})?|scroll to continue|skip to (?:main )?content|share (?:page|this(?: article)?)|listen to this article.{0,20}|this video can ?not be played|image source, .{0,60}|image caption, .{0,200}|our standards: .{0,80}|(?:first )?(?:published|updated|posted|last modified)(?: on)?:? ?.{0,40}(?:\d{4}|\d (?:minutes?|hours?|days?) ago|\b(?:am|pm|gmt|utc|bst|e[sd]t)\b.{0,24})|a version of this article appears? in print.*|show key events only|list of \d+ items|end of list|continue reading|read more)$/is;

const named = (element: PageElement): readonly string[] =>
  NAMED_BY.flatMap((name) => (element.getAttribute(name) ?? '').toLowerCase().split(/\s+/)).filter((word) => word !== '');
const size = (element: PageElement): number => (element.textContent ?? '').length;

/** True if a paragraph is no part of any report: the label of an advert, when it was published, how to share it. */
export const isFurnitureText = (text: string): boolean => text.length <= 300 && TEXTS.test(text.trim());

/** True if an element is called what captions are called. */
export const isCaption = (element: PageElement): boolean =>
  named(element).some((word) => /(?:^|[-_])(?:caption|captions)(?:$|[-_])/.test(word));

/**
 * True if an element within a report's body is no part of the report: the page's own heading with what stands in it, captions,
 * lines on who wrote it and when, boxes that promote something.
 *
 * @param whole characters of all that is read
 */
export function isFurniture(element: PageElement, whole: number): boolean {
  if (element.localName === 'p' && size(element) > 400) return false;
  const wanted =
    (element.localName === 'header' && element.querySelector('h1') !== null) ||
    named(element).some((word) => WORDS.test(word) || word.split(/[-_]+/).some((part) => PARTS.test(part)));
  return wanted && size(element) < MOST * whole && element.querySelector('blockquote, article') === null;
}
