import { describe, expect, test } from 'vitest';
import { type Added, currentAnalyses, findThing, readArticle, readSource, verify } from '../../src/casefile/index.ts';
import { decode, sourceSpan } from '../../src/ingest/index.ts';
import type { Article } from '../../src/model/index.ts';
import { fakeAnalysis } from '../fakes/analysis.ts';
import { addAll, fakeRead, newCase, REPORTS, receivedOf, reopened, rowCounts, tempFolder } from '../fakes/case.ts';

const kinds = (added: readonly Added[]): readonly string[] =>
  added.map((each) => (each.kind === 'failed' ? `failed ${each.code}` : each.kind)).filter((kind) => kind !== 'done');
const faultsOf = (kept: Parameters<typeof verify>[0]): readonly string[] =>
  [...verify(kept)].flatMap((step) => (step.kind === 'fault' ? [`${step.fault.where}: ${step.fault.message}`] : []));

describe('adding', () => {
  test('keeps the bytes, the text, what is known and what was read, and tells of each report', async () => {
    const kept = newCase();
    const added = await addAll(kept, REPORTS);
    expect(kinds(added)).toEqual(['report', 'report', 'report', 'report']);
    expect(rowCounts(kept)).toMatchObject({ received: 3, articles: 4, analyses: 4, texts: 4, leftovers: 0, statements: 5 });
    const { article, received } = readArticle(kept, 2);
    expect(article).toMatchObject({
      id: 'a',
      title: 'A bridge',
      publisher: 'The Tarrow Post',
      text: 'The mayor said the bridge would stay shut.',
    });
    expect(received.origin).toBe('batch.ndjson');
    expect([...currentAnalyses(kept)].map(({ article: number, analysis }) => [number, analysis.article.text.length > 0])).toEqual(
      [1, 2, 3, 4].map((n) => [n, true]),
    );
    expect(faultsOf(kept)).toEqual([]);
  });

  test('the bytes that a report was read from come back as they were: whole, a line, and in their own encoding', async () => {
    const kept = newCase();
    await addAll(kept, REPORTS);
    expect(Buffer.from(readSource(kept, 1)!)).toEqual(Buffer.from(REPORTS['market.txt'] as string));
    expect(JSON.parse(Buffer.from(readSource(kept, 3)!).toString())).toMatchObject({ id: 'b' });
    expect(Buffer.from(readSource(kept, 4)!)).toEqual(Buffer.from(REPORTS['old.txt'] as Uint8Array));
  });

  test('a statement leads back to the bytes: its words stand there', async () => {
    const kept = newCase();
    await addAll(kept, REPORTS);
    for (const { article: number, analysis } of currentAnalyses(kept)) {
      const { article } = readArticle(kept, number);
      const decoded = decode(readSource(kept, number)!).text;
      const source = number === 2 || number === 3 ? (JSON.parse(decoded).text as string) : decoded;
      for (const [start, end] of analysis.statements.flatMap(({ content }) => content)) {
        const back = sourceSpan(article.map, [start, end])!;
        expect(source.slice(...back)).toBe(article.text.slice(start, end));
      }
    }
  });

  test('the same bytes again add nothing, under another name too, and it says so', async () => {
    const kept = newCase();
    await addAll(kept, REPORTS);
    const before = rowCounts(kept);
    const again = await addAll(kept, { ...REPORTS, 'copy.txt': REPORTS['market.txt']! });
    expect(again).toMatchObject([
      { kind: 'known', from: 'market.txt', origin: 'market.txt', reports: 1 },
      { kind: 'known', from: 'batch.ndjson', reports: 2 },
      { kind: 'known', from: 'old.txt' },
      { kind: 'known', from: 'copy.txt', origin: 'market.txt' },
    ]);
    expect(rowCounts(kept)).toEqual(before);
  });

  test('the same bytes twice in one go are added once', async () => {
    const kept = newCase();
    expect(kinds(await addAll(kept, { 'a.txt': 'One said A.', 'b.txt': 'One said A.' }, { ahead: 8 }))).toEqual(['report', 'known']);
    expect(rowCounts(kept)).toMatchObject({ received: 1, articles: 1, analyses: 1 });
  });

  test('a report that came in before within something else is not kept twice, but where it was found is', async () => {
    const kept = newCase();
    const line = (REPORTS['batch.ndjson'] as string).split('\n')[0]!;
    await addAll(kept, { 'one.ndjson': line });
    expect(kinds(await addAll(kept, { 'batch.ndjson': REPORTS['batch.ndjson']! }))).toEqual(['duplicate', 'report']);
    expect(kept.db.all('SELECT kind, item FROM leftovers')).toEqual([{ kind: 'duplicate', item: 1 }]);
    expect(faultsOf(kept)).toEqual([]);
  });

  test('two reports of one id are both kept, the later under another', async () => {
    const kept = newCase();
    const line = (text: string): string => JSON.stringify({ id: '7', text });
    await addAll(kept, { 'x.ndjson': [line('One said A.'), line('Two said B.'), line('Three said C.')].join('\n') });
    await addAll(kept, { 'y.ndjson': line('Four said D.') });
    const ids = kept.db.all<{ id: string }>('SELECT id FROM articles ORDER BY number').map(({ id }) => id);
    expect(ids).toEqual(['7', '7~2', '7~3', '7~4']);
    const analyses = [...currentAnalyses(kept)].map(({ analysis }) => [analysis.id, analysis.notices.map(({ code }) => code)]);
    expect(analyses).toEqual([
      ['7', []],
      ['7~2', ['duplicate-id']],
      ['7~3', ['duplicate-id']],
      ['7~4', ['duplicate-id']],
    ]);
    expect(findThing(kept, '7~3')).toMatchObject({ kind: 'article', article: 3 });
    expect(faultsOf(kept)).toEqual([]);
  });

  test('what fails is listed and kept in its place, and the rest is added', async () => {
    const kept = newCase();
    const added = await addAll(kept, { 'x.ndjson': '{"text":"One said A."}\n{"text":\n{"no":1}\n{"text":"Two said B."}' });
    expect(kinds(added)).toEqual(['report', 'failed unreadable-line', 'failed missing-text', 'report']);
    expect(kept.db.all('SELECT item, kind FROM leftovers')).toEqual([
      { item: 2, kind: 'failure' },
      { item: 3, kind: 'failure' },
    ]);
    expect(faultsOf(kept)).toEqual([]);
  });

  test('a report that the reader gives up on is kept, and read when it is added again', async () => {
    const kept = newCase();
    const read = async () => {
      throw new Error('the reader gave up');
    };
    expect(kinds(await addAll(kept, { 'a.txt': 'One said A.' }, { read }))).toEqual(['failed not-read']);
    expect(rowCounts(kept)).toMatchObject({ articles: 1, analyses: 0 });
    expect(faultsOf(kept)).toEqual([]);
    expect(kinds(await addAll(kept, { 'a.txt': 'One said A.' }))).toEqual(['report']);
    expect(rowCounts(kept)).toMatchObject({ articles: 1, analyses: 1 });
    expect(kinds(await addAll(kept, { 'a.txt': 'One said A.' }))).toEqual(['known']);
    expect(faultsOf(kept)).toEqual([]);
  });
});

describe('going on after a break', () => {
  const many = (count: number): string =>
    Array.from({ length: count }, (_, i) => JSON.stringify({ id: `r${i}`, text: `Speaker ${i} said word ${i}.` })).join('\n');

  test.each([1, 2, 5, 9, 10])('stopped after %d reports of ten, the same call adds the rest, none lost and none twice', async (after) => {
    const kept = newCase();
    let told = 0;
    const files = { 'ten.ndjson': many(10) };
    const read = async (article: Article) => {
      told++;
      return fakeAnalysis(article);
    };
    await addAll(kept, files, { stop: () => told >= after, read });
    expect(rowCounts(kept).articles).toBeLessThanOrEqual(10);
    expect(faultsOf(kept)).toEqual([]);
    await addAll(kept, files);
    expect(rowCounts(kept)).toMatchObject({ received: 1, articles: 10, analyses: 10, leftovers: 0 });
    expect(faultsOf(kept)).toEqual([]);
  });

  test('bytes of which a part was kept go on behind it', async () => {
    const kept = newCase();
    const size = 20 * 2 ** 20 + 17;
    const bytes = new Uint8Array(size).map((_, i) => 97 + (i % 26));
    const received = receivedOf('big.txt', bytes);
    const broken = async function* (): AsyncGenerator<Uint8Array> {
      yield bytes.subarray(0, 10 * 2 ** 20);
      throw new Error('the disk was pulled out');
    };
    const { keepReceived } = await import('../../src/casefile/index.ts');
    await expect(keepReceived(kept, { ...received, source: { ...received.source, stream: broken } })).rejects.toThrow('pulled out');
    expect(rowCounts(kept)).toMatchObject({ received: 1, pieces: 8 });
    expect(faultsOf(kept)).toEqual([]);
    await keepReceived(kept, received);
    expect(rowCounts(kept)).toMatchObject({ received: 1, pieces: 21 });
    expect(faultsOf(kept)).toEqual([]);
  });

  test('bytes that cannot be kept are a failure, and the rest is added', async () => {
    const kept = newCase();
    const { add } = await import('../../src/casefile/index.ts');
    const broken = receivedOf('gone.txt', 'One said A.');
    const stream = (): AsyncIterable<Uint8Array> => ({
      [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(new Error('the file is gone')) }),
    });
    const arrivals = (async function* () {
      yield { kind: 'received' as const, received: { ...broken, source: { ...broken.source, stream } } };
      yield { kind: 'failure' as const, from: 'x', code: 'missing-file' as const, message: 'nothing there' };
      yield { kind: 'received' as const, received: receivedOf('b.txt', 'Two said B.') };
    })();
    const added: Added[] = [];
    for await (const each of add(kept, arrivals, { read: fakeRead, ahead: 4 })) added.push(each);
    expect(kinds(added)).toEqual(['failed unreadable-file', 'failed missing-file', 'report']);
  });
});

/** An analysis as a test may spoil it. */
interface Line {
  article: { text: string };
  statements: { content: number[][]; form: string; confidence: number; within: string | null }[];
}

describe('ready analyses', () => {
  const lines = (kept: Parameters<typeof currentAnalyses>[0]): string =>
    [...currentAnalyses(kept)].map(({ analysis }) => JSON.stringify(analysis)).join('\n');

  test('a line that read wrote is kept as it is, and comes out the same', async () => {
    const first = newCase();
    await addAll(first, REPORTS);
    const second = newCase(`${tempFolder()}/second.hearsay`);
    const read = () => Promise.reject(new Error('nothing is to be read'));
    expect(kinds(await addAll(second, { 'found.ndjson': lines(first) }, { read }))).toEqual(['report', 'report', 'report', 'report']);
    expect(lines(second)).toBe(lines(first));
    expect(faultsOf(second)).toEqual([]);
    const last = [...verify(second)].at(-1);
    expect(last).toMatchObject({ kind: 'done', counts: { articles: 4, unproved: 4 } });
  });

  test('added to the case that has the report, it is another reading of it where its engine is another', async () => {
    const kept = newCase();
    await addAll(kept, { 'a.txt': 'One said A.' });
    const line = JSON.parse(lines(kept));
    const newer = { ...line, engine: { ...line.engine, version: '9' } };
    expect(kinds(await addAll(kept, { 'same.ndjson': JSON.stringify(line) }))).toEqual(['duplicate']);
    expect(kinds(await addAll(kept, { 'newer.ndjson': JSON.stringify(newer) }))).toEqual(['report']);
    expect(rowCounts(kept)).toMatchObject({ articles: 1, analyses: 2 });
    expect(faultsOf(kept)).toEqual([]);
  });

  test.each([
    [
      'a span outside the text',
      (line: Line) => {
        line.statements[0]!.content = [[0, 999]];
      },
    ],
    [
      'a text that is another',
      (line: Line) => {
        line.article.text += '!';
      },
    ],
    [
      'a form that there is not',
      (line: Line) => {
        line.statements[0]!.form = 'sung';
      },
    ],
    [
      'a confidence over one',
      (line: Line) => {
        line.statements[0]!.confidence = 2;
      },
    ],
    [
      'an id twice',
      (line: Line) => {
        line.statements.push(line.statements[0]!);
      },
    ],
    [
      'a teller that is not there',
      (line: Line) => {
        line.statements[0]!.within = 's9';
      },
    ],
  ])('%s is refused with its reason, and nothing of it is kept as a report', async (_what, spoil) => {
    const first = newCase();
    await addAll(first, { 'a.txt': 'One said A.' });
    const line = JSON.parse(lines(first));
    spoil(line);
    const second = newCase(`${tempFolder()}/second.hearsay`);
    expect(kinds(await addAll(second, { 'found.ndjson': JSON.stringify(line) }))).toEqual(['failed unreadable-line']);
    expect(rowCounts(second)).toMatchObject({ articles: 0, analyses: 0, leftovers: 1 });
    expect(faultsOf(second)).toEqual([]);
  });
});

test('hostile words are kept and verified: half characters, NUL, quotation marks of SQL', async () => {
  const kept = newCase();
  const line = {
    id: "x'\ud800; DROP TABLE articles;--",
    title: 'a\u0000b\udfff',
    publisher: '\ud83d',
    text: 'One said “\ud800\u0000'.concat('”.'),
  };
  expect(kinds(await addAll(kept, { 'x.ndjson': JSON.stringify(line) }))).toEqual(['report']);
  expect(faultsOf(kept)).toEqual([]);
  const again = reopened(kept.path, { readOnly: true });
  expect(faultsOf(again)).toEqual([]);
});
