import type { Post } from '../model/index.ts';
import { align } from './align.ts';
import { cleanPage } from './clean-page.ts';
import { type PageDocument, parsePage } from './dom.ts';
import type { PostMark } from './embedded-posts.ts';
import { type FoundArticle, findArticle } from './find-article.ts';
import { overLimit, PAGE_LIMITS, type PageLimits } from './html-size.ts';
import { chooseBody, markedBody } from './marked-body.ts';
import { type Page, stripPage } from './page.ts';
import { type PageFacts, pageFacts } from './page-facts.ts';
import { type Paragraph, paragraphsOf } from './paragraphs.ts';
import { stripTags } from './strip-tags.ts';
import type { MappedText } from './text-writer.ts';

const LONG_PARAGRAPH = 40;
const SENTENCE = /\S.{10,}[.!?…。！？؟।]["'”’»)\]]*$/su;

/** True if some paragraph reads like part of a report: it is long, or it ends as a sentence does. */
const isReport = (paragraphs: readonly Paragraph[]): boolean =>
  paragraphs.some(({ text }) => text.length >= LONG_PARAGRAPH || SENTENCE.test(text));

function known(facts: PageFacts, found: FoundArticle | undefined): Partial<Page> {
  const entries = {
    title: facts.title ?? found?.title?.trim(),
    byline: (facts.byline ?? found?.byline)
      ?.replace(/\s+/gu, ' ')
      .trim()
      .replace(/^by:?\s/i, ''),
    publisher: facts.publisher,
    published: facts.published,
    modified: facts.modified,
    url: facts.url,
  };
  return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined && value !== ''));
}

/** Joins paragraphs by blank lines, and finds the posts among them. */
function write(paragraphs: readonly Paragraph[], html: string): MappedText & { readonly posts: readonly Post[] } {
  const posts: (Post & { readonly mark: PostMark })[] = [];
  let at = 0;
  for (const { text, post } of paragraphs) {
    const end = at + text.length;
    const last = posts.at(-1);
    if (post !== undefined && last?.mark === post) posts[posts.length - 1] = { ...last, at: [last.at[0], end] };
    else if (post !== undefined) posts.push({ at: [at, end], ...post, mark: post });
    at = end + 2;
  }
  const text = paragraphs.map((paragraph) => paragraph.text).join('\n\n');
  return { ...align(text, stripTags(html), html), posts: posts.map(({ mark: _, ...post }) => post) };
}

function readTree(html: string, document: PageDocument, fragment: boolean): Page {
  const facts = pageFacts(document);
  cleanPage(document);
  if (fragment) return { ...write(paragraphsOf(document.querySelector('body')!), html), notices: [] };
  // Before Readability, which changes the page.
  const marked = markedBody(document);
  const found = findArticle(document);
  const paragraphs = chooseBody(found === undefined ? [] : paragraphsOf(found.content), marked);
  if (!isReport(paragraphs)) {
    const message = 'Expected an article, found none on the page; all text of the page was read.';
    return { ...stripPage(html, 'no-article-found', message), ...known(facts, found) };
  }
  return { ...write(paragraphs, html), ...known(facts, found), notices: [] };
}

/**
 * Reads the article out of a web page: its paragraphs joined by blank lines, embedded posts as paragraphs of their own, the
 * headline only where the article's body holds it, and the page's title, byline, publisher, dates and address. Never throws:
 * a page over the limits, one that cannot be parsed, and one that has no article give all their text with a notice
 * ('html-capped', 'html-unreadable', 'no-article-found').
 *
 * Its time is not bounded: Readability is slow on some pages. `node` runs it in a thread with a time limit.
 *
 * @param html decoded, UTF-16
 * @param fragment true for HTML that is nothing but a report; its paragraphs are read as they stand
 * @returns the text with a map to `html`; -1 for what stands otherwise in the page (paragraph breaks, rare entities)
 * @see https://github.com/mozilla/readability
 * @example extractPage('<article><p>“No,” the mayor said.</p></article>').text
 */
export function extractPage(html: string, fragment = false, limits: PageLimits = PAGE_LIMITS): Page {
  const over = overLimit(html, limits);
  if (over !== undefined) {
    return stripPage(
      html,
      'html-capped',
      `The page has ${over}; all its text was read, menus and captions too, without looking for the article.`,
    );
  }
  try {
    return readTree(html, parsePage(html), fragment);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return stripPage(html, 'html-unreadable', `The page could not be taken apart (${why}); all its text was read.`);
  }
}
