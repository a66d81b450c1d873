import type { PageDocument, PageElement } from './dom.ts';
import { markPosts } from './embedded-posts.ts';
import { isCaption } from './furniture.ts';

const GONE =
  'style, template, nav, figcaption, aside, form, button, select, iframe, svg, dialog, [role="navigation"], [hidden], [role="search"], [role="dialog"], ' +
  '.screen-reader-text, .visually-hidden, .sr-only, .skip-link, amp-ad, amp-sidebar, amp-consent, amp-list, amp-social-share';
/** A class or id, one word of it, that marks what stands around an article. */
const AROUND =
  /^(?:ads?|adverts?|advertisement|ad-(?:slot|unit|container|wrapper|box)|adsbygoogle|dfp|related(?:-.+)?|recommended(?:-.+)?|recirc(?:-.+)?|read-(?:more|next|also)|also-read|more-(?:stories|on|from)(?:-.+)?|most-(?:read|popular)|trending|newsletter(?:-.+)?|subscribe(?:-.+)?|share(?:-.+)?|social-(?:share|links|icons)|outbrain|taboola(?:-.+)?|breadcrumbs?|comments?(?:-.+)?|cookie-.+|paywall-.+|wp-caption-text|photo-(?:caption|credit)|image-(?:caption|credit))$/i;
/** What wraps an embedded post; Readability throws such wrappers away. */
const EMBED = /embed|social|tweet|twitter|instagram|facebook|telegram|mastodon|bluesky/i;

const size = (element: PageElement): number => (element.textContent ?? '').length;
const words = (element: PageElement): readonly string[] =>
  `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`.split(/\s+/);

/** Takes an embedded post out of the wrappers that hold nothing else. */
function unwrap(post: PageElement): void {
  post.removeAttribute('class');
  post.removeAttribute('id');
  let outer = post;
  for (let up = post.parentNode; up !== null && up.localName !== 'body' && up.localName !== 'article'; up = up.parentNode) {
    if (!words(up).some((word) => EMBED.test(word)) || (up.textContent ?? '').trim() !== (post.textContent ?? '').trim()) break;
    outer = up;
  }
  if (outer !== post) outer.replaceWith(post);
}

/**
 * Takes out of a page what is no part of an article: navigation, captions, adverts, lists of related reports, forms. An
 * element that holds more than half of the page's text stays, whatever its class says. Changes the document.
 */
export function cleanPage(document: PageDocument): void {
  for (const element of [...document.querySelectorAll(GONE)]) element.remove();
  for (const quote of [...document.querySelectorAll('blockquote')]) if (isCaption(quote)) quote.remove();
  markPosts(document);
  for (const post of [...document.querySelectorAll('blockquote')]) unwrap(post);
  const body = document.querySelector('body');
  const whole = body === null ? 0 : size(body);
  for (const element of [...document.querySelectorAll('body [class], body [id]')]) {
    if (words(element).some((word) => AROUND.test(word)) && size(element) * 2 < whole) element.remove();
  }
}
