import type { Page } from './page.ts';

/**
 * Reads the article out of a web page, as `extractPage` does. What takes pages apart is loaded with the first page: whoever
 * reads no page does not wait for it.
 *
 * @param html decoded, UTF-16
 * @param fragment true for HTML that is nothing but a report
 * @example (await readPage('<article><p>“No,” the mayor said.</p></article>')).text
 */
export async function readPage(html: string, fragment = false): Promise<Page> {
  const { extractPage } = await import('./extract-page.ts');
  return extractPage(html, fragment);
}
