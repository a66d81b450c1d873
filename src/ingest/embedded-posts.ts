import type { PageDocument, PageElement } from './dom.ts';

/** The attribute that marks an embedded post until the paragraphs are read; its value is the post's address, if known. */
const MARK = 'data-hearsay-post';
const NETWORKS: readonly (readonly [name: string, host: RegExp, className: RegExp])[] = [
  ['twitter', /(?:^|\.)(?:twitter|x)\.com$/, /^twitter-(?:tweet|video)/],
  ['instagram', /(?:^|\.)instagram\.com$/, /^instagram-media/],
  ['facebook', /(?:^|\.)(?:facebook\.com|fb\.watch)$/, /^fb-(?:post|video)/],
  ['telegram', /(?:^|\.)t\.me$/, /^telegram-post/],
  ['bluesky', /(?:^|\.)bsky\.app$/, /^bluesky-embed/],
  ['mastodon', /^mastodon\./, /^mastodon-embed/],
  ['tiktok', /(?:^|\.)tiktok\.com$/, /^tiktok-embed/],
  ['threads', /(?:^|\.)threads\.(?:net|com)$/, /^text-post-media/],
  ['reddit', /(?:^|\.)reddit\.com$/, /^reddit-(?:card|embed)/],
  ['vk', /(?:^|\.)vk\.(?:com|ru)$/, /^vk_post/],
];
/** An address of one post, on whatever network: /name/status/123, /p/abc, /@name/123, /profile/name/post/abc. */
const OF_POST =
  /^https?:\/\/[^/]+\/(?:[^?#]*\/)?(?:status(?:es)?|posts?|p|reel|videos?|comments)\/[\w:.-]+|^https?:\/\/[^/]+\/@[^/?#]+\/(?:video\/)?\d+|^https?:\/\/t\.me\/\w+\/\d+/i;
const CLASS = /tweet|toot|chirp|social-?(?:post|embed|media)|(?:^|-)post-embed|embed(?:ded)?-post/i;
/** "— Mara Lind (@maralind)", near the end. */
const SIGNED = /[—–-]\s?[^()\n]{2,80}\(@[\w.@-]{2,60}\)[^()]{0,60}$/u;

/** A post as its place in the page tells it. */
export interface PostMark {
  readonly network?: string;
  readonly url?: string;
}

const classesOf = (element: PageElement): readonly string[] =>
  (element.getAttribute('class') ?? '').split(/\s+/).filter((name) => name !== '');

function addressOf(post: PageElement): string | undefined {
  const own = ['data-instgrm-permalink', 'data-href', 'cite'].map((name) => post.getAttribute(name));
  const links = [...post.querySelectorAll('a[href]')].map((link) => link.getAttribute('href')).reverse();
  return [...own, ...links].find((url) => url !== null && OF_POST.test(url)) ?? undefined;
}

const hostOf = (url: string | undefined): string => /^https?:\/\/(?:www\.|m\.)?([^/:?#]+)/i.exec(url ?? '')?.[1]?.toLowerCase() ?? '';

/**
 * Marks the quotations of a page that are posts of a social network: by their class, the address of a post in them, or the line that
 * signs them. Must be done before classes are taken away.
 */
export function markPosts(document: PageDocument): void {
  for (const quote of [...document.querySelectorAll('blockquote')]) {
    const outer = quote.parentNode === null ? [] : classesOf(quote.parentNode);
    const classes = [...classesOf(quote), ...outer];
    const url = addressOf(quote);
    const named = NETWORKS.find(([, host, name]) => host.test(hostOf(url)) || classes.some((one) => name.test(one)))?.[0];
    const isPost =
      named !== undefined || url !== undefined || classes.some((one) => CLASS.test(one)) || SIGNED.test((quote.textContent ?? '').trim());
    if (isPost) quote.setAttribute(MARK, `${named ?? ''} ${url ?? ''}`);
  }
}

/** What is known of a post that `markPosts` has marked; undefined for any other element. */
export function markOf(element: PageElement): PostMark | undefined {
  const value = element.getAttribute(MARK);
  if (value === null) return undefined;
  const [network = '', url = ''] = value.split(' ');
  return { ...(network === '' ? {} : { network }), ...(url === '' ? {} : { url }) };
}
