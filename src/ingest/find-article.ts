import { Readability } from '@mozilla/readability';
import type { PageDocument, PageElement } from './dom.ts';

/** What Readability takes for the article; it is named in this file alone. */
export interface FoundArticle {
  readonly content: PageElement;
  readonly title: string | undefined;
  readonly byline: string | undefined;
}

/** Short reports are reports: with Readability's own 500 it would take in the page's surroundings to reach it. */
const SHORTEST = 140;

const LONGEST_TITLE = 2000;

type ReadabilityDocument = ConstructorParameters<typeof Readability>[0];

/** Finds the element that holds the article; changes the document. Undefined where there is none. */
export function findArticle(document: PageDocument): FoundArticle | undefined {
  // Readability takes a title apart, and a title that is none takes it very long.
  for (const title of [...document.querySelectorAll('title')]) if ((title.textContent ?? '').length > LONGEST_TITLE) title.remove();
  const reader = new Readability<PageElement>(document as unknown as ReadabilityDocument, {
    charThreshold: SHORTEST,
    keepClasses: true,
    serializer: (node) => node as unknown as PageElement,
  });
  const found = reader.parse();
  if (found?.content === undefined || found.content === null) return undefined;
  return { content: found.content, title: found.title ?? undefined, byline: found.byline ?? undefined };
}
