import { describe, expect, it } from 'vitest';
import { LAYOUTS, PARAGRAPHS, wordsF1 } from '../bench/pages/layouts.mjs';
import { extractPage } from '../src/ingest/index.ts';

describe('the text of a page', () => {
  it.each(LAYOUTS)('is read from %s', (_name, html) => {
    const { text } = extractPage(html);
    for (const paragraph of PARAGRAPHS) expect(text).toContain(paragraph);
    expect(wordsF1(text)).toBeGreaterThan(0.9);
  });
  it('is right in at least 98 words of 100 over all layouts', () => {
    expect(LAYOUTS).toHaveLength(20);
    expect(LAYOUTS.reduce((sum, [, html]) => sum + wordsF1(extractPage(html).text), 0) / LAYOUTS.length).toBeGreaterThan(0.98);
  });
  it('is measured: nothing and another text are wrong, the report itself is right', () => {
    expect(wordsF1('')).toBe(0);
    expect(wordsF1(PARAGRAPHS.join(' '))).toBe(1);
    expect(wordsF1(`${PARAGRAPHS.join(' ')} ${'other '.repeat(200)}`)).toBeLessThan(0.8);
  });
});
