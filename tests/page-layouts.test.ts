import { describe, expect, it } from 'vitest';
import { LAYOUTS, PARAGRAPHS, wordsF1 } from '../bench/pages/layouts.mjs';
import { readPage } from '../src/ingest/index.ts';

describe('the text of a page', () => {
  it.each(LAYOUTS)('is read from %s', async (_name, html) => {
    const { text } = await readPage(html);
    for (const paragraph of PARAGRAPHS) expect(text).toContain(paragraph);
    expect(wordsF1(text)).toBeGreaterThan(0.9);
  });
  it('is right in at least 98 words of 100 over all layouts', async () => {
    expect(LAYOUTS).toHaveLength(20);
    const right = await Promise.all(LAYOUTS.map(async ([, html]) => wordsF1((await readPage(html)).text)));
    expect(right.reduce((sum, one) => sum + one, 0) / LAYOUTS.length).toBeGreaterThan(0.98);
  });
  it('is measured: nothing and another text are wrong, the report itself is right', () => {
    expect(wordsF1('')).toBe(0);
    expect(wordsF1(PARAGRAPHS.join(' '))).toBe(1);
    expect(wordsF1(`${PARAGRAPHS.join(' ')} ${'other '.repeat(200)}`)).toBeLessThan(0.8);
  });
});
