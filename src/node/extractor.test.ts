import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { pdfFile } from '../../tests/inputs/pdf-file.ts';
import { createExtractor } from './extractor.ts';

const PAGE = '<html><body><article><p>The port of Kelvin Bay closed on Thursday, its master said.</p></article></body></html>';
const PDF = pdfFile([[{ text: 'The port of Kelvin Bay closed.', x: 60, y: 700, size: 10 }]]);

describe('createExtractor', () => {
  const thread = (code: string): URL =>
    new URL(`data:text/javascript,${encodeURIComponent(`import { parentPort } from 'node:worker_threads'; ${code}`)}`);

  it.each([
    ['does not answer', 'parentPort.on("message", () => { for (;;); });', 'more than 300 ms'],
    ['throws', 'parentPort.on("message", () => { throw new Error("oh"); });', 'oh'],
    ['answers with an error', 'parentPort.on("message", () => parentPort.postMessage({ error: "no" }));', 'no'],
    [
      'fills its memory with buffers',
      'parentPort.on("message", () => { const all = []; for (;;) all.push(new Uint8Array(2 ** 22).fill(1)); });',
      'more than 160 MiB',
    ],
    ['ends', 'parentPort.on("message", () => process.exit(0));', 'its thread ended'],
  ])('gives all text of a page, and says why there is none of a PDF, whose thread %s', async (_edge, code, why) => {
    // A machine that is busy starts a thread slowly; only the one that never answers is to run into its limit.
    const { readPage, readPdf, close } = createExtractor({
      entry: thread(code),
      timeoutMs: why.includes('300') ? 300 : 20_000,
      grownMb: 160,
    });
    const [pdf, ...pages] = await Promise.all([readPdf(PDF), readPage(PAGE), readPage(PAGE)]);
    expect(pdf).toMatchObject({ code: 'pdf-unreadable', message: expect.stringContaining(why) });
    for (const page of pages) {
      expect(page.text).toBe('The port of Kelvin Bay closed on Thursday, its master said.');
      expect(page.notices).toMatchObject([{ code: 'html-unreadable', message: expect.stringContaining(why) }]);
    }
    await close();
  });

  const built = new URL('../../dist/node/extract-worker.js', import.meta.url);
  it.skipIf(!existsSync(built))('reads in the thread as built', async () => {
    const { readPage, readPdf, close } = createExtractor({ entry: built });
    expect(await readPage(PAGE)).toMatchObject({ text: 'The port of Kelvin Bay closed on Thursday, its master said.', notices: [] });
    expect(await readPdf(PDF)).toMatchObject({ text: 'The port of Kelvin Bay closed.', pages: [{ page: 1, at: 0 }], notices: [] });
    await close();
  });
});
