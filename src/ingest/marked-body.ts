import type { PageDocument } from './dom.ts';
import { type Paragraph, paragraphsOf } from './paragraphs.ts';

/** Elements that a page itself marks as the body of its report, the surest mark first. */
const MARKS = [
  '[itemprop~="articleBody"]',
  '.e-content',
  '.entry-content',
  '.article-body',
  '.story-body',
  '.post-content',
  'article',
  '[role="article"]',
];
const LEAST_SIGNS = 140;
const LEAST_PARAGRAPHS = 2;
/** Readability is believed if at least this part of what it took is in the marked body, and of the marked body in what it took. */
const BELIEVED = 0.6;
const COVERED = 0.5;

const size = (paragraphs: readonly Paragraph[]): number => paragraphs.reduce((sum, { text }) => sum + text.length, 0);

/** The paragraphs of the one element that the page marks as its report's body; none where it marks none, or several. */
export function markedBody(document: PageDocument): readonly Paragraph[] {
  for (const mark of MARKS) {
    const [only, ...more] = [...document.querySelectorAll(mark)];
    if (only === undefined || more.length > 0) continue;
    const paragraphs = paragraphsOf(only);
    if (paragraphs.length >= LEAST_PARAGRAPHS && size(paragraphs) >= LEAST_SIGNS) return paragraphs;
  }
  return [];
}

/**
 * Chooses between what Readability took for the report and what the page marks as one: Readability's, unless most of it lies
 * outside the marked body (readers' comments that are longer than the report) or most of the marked body outside it.
 */
export function chooseBody(found: readonly Paragraph[], marked: readonly Paragraph[]): readonly Paragraph[] {
  if (marked.length === 0) return found;
  const texts = new Set(marked.map(({ text }) => text));
  const both = size(found.filter(({ text }) => texts.has(text)));
  return both < BELIEVED * size(found) || both < COVERED * size(marked) ? marked : found;
}
