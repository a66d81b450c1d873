import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ArticleItem, Item, Received } from '../src/model/index.ts';
import { readInputs, receive } from '../src/node/index.ts';
import { FORMATS, type Format } from './inputs/formats.ts';
import { TEXT } from './inputs/report.ts';

let folder = '';
const at = (i: number, { file }: Format): string => join(folder, String(i), file);
const sha256 = (bytes: Uint8Array | string): string => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-formats-'));
  for (const [i, format] of FORMATS.entries()) {
    mkdirSync(dirname(at(i, format)), { recursive: true });
    writeFileSync(at(i, format), await format.bytes);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function receiveOne(path: string): Promise<{ received: Received; items: readonly Item[] }> {
  for await (const arrival of receive([path])) {
    if (arrival.kind === 'failure') throw new Error(arrival.message);
    const items: Item[] = [];
    for await (const item of arrival.received.items()) items.push(item);
    return { received: arrival.received, items };
  }
  throw new Error('nothing came in');
}

/** The suite that every format passes: the same report, whatever it came in. */
describe.each(FORMATS.map((format, i) => [format.edge, format, i] as const))('%s', (_edge, format, i) => {
  it('gives the same text, what it tells of the report, and its bytes', async () => {
    const { received, items } = await receiveOne(at(i, format));
    expect(received).toMatchObject({ kind: format.kind, hash: sha256(Buffer.from(await format.bytes)) });
    expect(items.filter((item) => item.kind === 'failure')).toEqual([]);
    const articles = items.filter((item): item is ArticleItem => item.kind === 'article');
    expect(articles).toHaveLength(1);
    const { article, bytes } = articles[0]!;
    expect(article.text.trimEnd()).toBe(TEXT);
    expect(article).toMatchObject({ ...format.tells, textHash: sha256(article.text), sourceHash: sha256(bytes) });
  });

  it('is read by the commands in the same way', async () => {
    const texts: string[] = [];
    for await (const input of readInputs([at(i, format)])) if (input.kind === 'article') texts.push(input.article.text.trimEnd());
    expect(texts).toEqual([TEXT]);
  });
});
