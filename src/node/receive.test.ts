import { createHash } from 'node:crypto';
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gather } from '../ingest/index.ts';
import type { Item, Received } from '../model/index.ts';
import { type Arrival, type ReceiveOptions, receive } from './receive.ts';

const NOW = '2021-03-04T05:06:07.000Z';
const BATCH = '{"id":"n1","text":"Één."}\n{"id":"n2"}\n{"id":"n3","text":"Three."}\n';
let folder = '';
const at = (name: string): string => join(folder, name);
const sha256 = (bytes: Uint8Array | string): string => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-receive-'));
  writeFileSync(at('a.txt'), 'The port closed.');
  writeFileSync(at('batch.ndjson'), BATCH);
  writeFileSync(at('batch.jsonl.gz'), gzipSync(BATCH));
  writeFileSync(at('batch.gz'), gzipSync(BATCH));
  writeFileSync(at('cut.gz'), gzipSync('The port closed. '.repeat(1000)).subarray(0, 40));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function list<T>(from: AsyncIterable<T>): Promise<readonly T[]> {
  const all: T[] = [];
  for await (const one of from) all.push(one);
  return all;
}
const arrive = (paths: readonly string[], options: ReceiveOptions = {}): Promise<readonly Arrival[]> =>
  list(receive(paths, { now: () => NOW, ...options }));
async function receiveOne(name: string): Promise<Received> {
  const [arrival] = await arrive([at(name)]);
  if (arrival?.kind !== 'received') throw new Error(`expected ${name} to come in, found ${arrival?.message}`);
  return arrival.received;
}
const brief = (item: Item): string =>
  item.kind === 'article' ? item.article.text : item.kind === 'failure' ? `! ${item.code}` : item.kind;

describe('receive', () => {
  it('gives a file with its hash, its moment and its bytes, and reads it as often as it is asked', async () => {
    const received = await receiveOne('a.txt');
    expect(received).toMatchObject({ from: at('a.txt'), when: NOW, kind: 'text', hash: sha256('The port closed.') });
    expect(Buffer.from((await gather(received.source.stream(), 100))!).toString()).toBe('The port closed.');
    expect(Buffer.from(await received.source.read(4, 8)).toString()).toBe('port');
    for (let i = 0; i < 2; i++) expect((await list(received.items())).map(brief)).toEqual(['The port closed.']);
  });

  it.each(['batch.ndjson', 'batch.jsonl.gz', 'batch.gz'])('points from each report of %s to its bytes', async (name) => {
    const items = await list((await receiveOne(name)).items());
    expect(items.map(brief)).toEqual(['Één.', '! missing-text', 'Three.']);
    for (const item of items) {
      if (item.kind !== 'article') continue;
      const bytes = Buffer.from(BATCH).subarray(...item.part!.at!);
      expect(bytes.equals(item.bytes)).toBe(true);
      expect(item.article.sourceHash).toBe(sha256(bytes));
    }
    expect(items.map((item) => ('part' in item ? item.part?.number : undefined))).toEqual([1, 2, 3]);
  });

  it('says so where a file changes after it was hashed', async () => {
    writeFileSync(at('changing.txt'), 'The port closed.');
    const received = await receiveOne('changing.txt');
    appendFileSync(at('changing.txt'), ' No.');
    const [item] = await list(received.items());
    expect(item).toMatchObject({ kind: 'failure', code: 'unreadable-file', message: expect.stringContaining('changed while it was read') });
  });

  it('lists what is not there, what is too long for standard input, and what is cut off', async () => {
    const stdin = (async function* () {
      yield new Uint8Array(11);
    })();
    const arrivals = await arrive([at('none.txt'), '-', at('cut.gz'), at('a.txt')], { stdin, maxStdinBytes: 10 });
    expect(arrivals.map((one) => (one.kind === 'failure' ? one.code : one.received.kind))).toEqual([
      'missing-file',
      'text-too-long',
      'unreadable-file',
      'text',
    ]);
  });
});
