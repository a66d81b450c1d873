import { readdirSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { describe, expect, test } from 'vitest';
import { ABANDONED_AFTER, MOST_UPLOADS, UPLOAD_LIMITS } from '../../src/server/limits.ts';
import { addAll, fakeRead, newCase, REPORTS } from '../fakes/case.ts';
import { ended, type Served, served } from '../fakes/served.ts';

async function open(files: Parameters<typeof addAll>[1] = {}, more: Parameters<typeof served>[1] = {}) {
  const kept = newCase();
  await addAll(kept, files);
  return served(kept.path, more);
}

const put = ({ ask }: Served, id: string, name: string, raw: string | Uint8Array<ArrayBuffer>) =>
  ask(`/api/uploads/${id}/files?name=${encodeURIComponent(name)}`, { method: 'PUT', raw });

async function upload(at: Served, files: Readonly<Record<string, string | Uint8Array<ArrayBuffer>>>) {
  const { id } = await at.json('/api/uploads', { method: 'POST', status: 201 });
  for (const [name, raw] of Object.entries(files)) expect((await put(at, id, name, raw)).status).toBe(200);
  return ended(at, (await at.json(`/api/uploads/${id}/add`, { method: 'POST', status: 202 })).id);
}

const shelves = (): number => readdirSync(tmpdir()).filter((name) => name.startsWith('hearsay-upload-')).length;

describe('files that are sent', () => {
  test('are added by their own names, with failures and their reasons, and leave nothing behind', async () => {
    const before = shelves();
    const at = await open();
    const job = await upload(at, {
      'clips/market.txt': REPORTS['market.txt'] as string,
      'clips/batch.ndjson': `${REPORTS['batch.ndjson']}\n{"broken`,
      'clips/picture.png': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 1, 0xff, 0xfe]),
      'clips/empty.html': '',
    });
    expect(job).toMatchObject({ state: 'done', kind: 'add', total: 4 });
    expect(job.added.filter(({ outcome }: { outcome: string }) => outcome === 'report').map(({ from }: { from: string }) => from)).toEqual(
      expect.arrayContaining(['clips/batch.ndjson:1', 'clips/batch.ndjson:2', 'clips/market.txt']),
    );
    expect(job.failures.map(({ from }: { from: string }) => from)).toEqual(
      expect.arrayContaining(['clips/batch.ndjson:3', 'clips/picture.png']),
    );
    expect(JSON.stringify(job)).not.toContain(tmpdir());
    const { items } = await at.json('/api/reports');
    expect(items.length).toBeGreaterThanOrEqual(3);
    const report = await at.json('/api/reports/r1');
    expect(report.received.origin).toBe('clips/batch.ndjson');
    expect(shelves()).toBe(before);
  });

  test('the same again adds nothing and says so', async () => {
    const at = await open(REPORTS);
    const job = await upload(at, { 'again.txt': REPORTS['market.txt'] as string });
    expect(job).toMatchObject({
      failed: 0,
      added: [{ from: 'again.txt', outcome: 'known', message: expect.stringContaining('market.txt') }],
    });
    expect((await at.json('/api/session')).counts.reports).toBe(4);
  });

  test('a hundred at the same time: each is taken, or told to wait; none is lost, none comes twice', async () => {
    const at = await open();
    const { id } = await at.json('/api/uploads', { method: 'POST' });
    const send = async (i: number): Promise<number> => {
      for (let tries = 0; ; tries++) {
        const response = await put(at, id, `${i}.txt`, `Mara Venn said barge ${i} had sunk.`);
        if (response.status !== 429) return tries;
        expect(response.headers.get('retry-after')).toBe('1');
        await new Promise((resolve) => setTimeout(resolve, 5 + i));
      }
    };
    const tries = await Promise.all(Array.from({ length: 100 }, (_, i) => send(i)));
    expect(tries.filter((n) => n === 0).length).toBeGreaterThanOrEqual(UPLOAD_LIMITS.atOnce);
    expect(await at.json(`/api/uploads/${id}`)).toMatchObject({ files: 100, refused: [] });
    const job = await ended(at, (await at.json(`/api/uploads/${id}/add`, { method: 'POST' })).id);
    expect(job).toMatchObject({ state: 'done', done: 100, failed: 0 });
    expect((await at.json('/api/reports?limit=1')).total).toBe(100);
  });

  test('a hundred uploads at the same time: as many as are taken, and the rest is told', async () => {
    const at = await open();
    const statuses = (await Promise.all(Array.from({ length: 100 }, () => at.ask('/api/uploads', { method: 'POST' })))).map(
      ({ status }) => status,
    );
    expect([statuses.filter((status) => status === 201).length, statuses.filter((status) => status === 429).length]).toEqual([20, 80]);
  });

  test('those that were left behind make room for others, and those in use stay', async () => {
    let now = 0;
    const at = await open({}, { clock: () => now });
    const before = shelves();
    const ids: string[] = [];
    for (let i = 0; i < MOST_UPLOADS; i++) ids.push((await at.json('/api/uploads', { method: 'POST' })).id);
    now += ABANDONED_AFTER - 1;
    expect((await put(at, ids[3]!, 'a.txt', 'Mara Venn said no.')).status).toBe(200);
    expect((await at.ask('/api/uploads', { method: 'POST' })).status).toBe(429);
    now += 1;
    await at.json('/api/uploads', { method: 'POST', status: 201 });
    expect(await at.json(`/api/uploads/${ids[3]}`)).toMatchObject({ files: 1 });
    expect((await at.json(`/api/uploads/${ids[0]}`, { status: 404 })).error.message).toMatch(/Begin another one/);
    await expect.poll(shelves).toBe(before + 2);
  });

  test('one that is too large is refused, by what it says and by what it has, and nothing of it stays', async () => {
    const at = await open();
    const { id } = await at.json('/api/uploads', { method: 'POST' });
    const told = await at.ask(`/api/uploads/${id}/files?name=a.txt`, {
      method: 'PUT',
      raw: 'x',
      headers: { 'content-length': '999999999999' },
    });
    expect(told.status).toBe(413);
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 2 ** 22;
        controller.enqueue(new Uint8Array(2 ** 22));
      },
    });
    expect((await at.ask(`/api/uploads/${id}/files?name=b.txt`, { method: 'PUT', raw: endless })).status).toBe(413);
    expect(sent).toBeLessThan(UPLOAD_LIMITS.fileBytes + 2 ** 25);
    expect((await at.json(`/api/uploads/${id}`)).refused.map(({ from }: { from: string }) => from)).toEqual(['a.txt', 'b.txt']);
    expect((await at.json(`/api/uploads/${id}/add`, { method: 'POST', status: 422 })).error.message).toMatch(/Nothing was taken/);
  });

  test('one that breaks off on its way is none', async () => {
    const at = await open();
    const { id } = await at.json('/api/uploads', { method: 'POST' });
    const broken = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new Uint8Array(10));
        controller.error(new Error('the line is dead'));
      },
    });
    expect((await at.ask(`/api/uploads/${id}/files?name=a.txt`, { method: 'PUT', raw: broken })).status).toBe(400);
    expect(await at.json(`/api/uploads/${id}`)).toMatchObject({ files: 0, bytes: 0 });
  });
});

describe('long work', () => {
  const eventsOf = async function* (response: Response) {
    const decoder = new TextDecoder();
    let text = '';
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
      text += decoder.decode(chunk, { stream: true });
      for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
        const event = /^event: (.*)\ndata: (.*)$/.exec(text.slice(0, end));
        if (event !== null) yield { name: event[1]!, data: JSON.parse(event[2]!) };
        text = text.slice(end + 2);
      }
    }
  };

  test('tells how far it is as it goes on, and the stream ends with it', async () => {
    const slow = {
      read: async (article: Parameters<typeof fakeRead>[0]) =>
        new Promise<Awaited<ReturnType<typeof fakeRead>>>((resolve) => setTimeout(() => resolve(fakeRead(article)), 120)),
    };
    const at = await open({}, { openReader: async () => ({ ...slow, check: undefined as never, close: async () => {} }) });
    const { id } = await at.json('/api/uploads', { method: 'POST' });
    for (let i = 0; i < 6; i++) await put(at, id, `${i}.txt`, `Mara Venn said barge ${i} had sunk.`);
    const job = await at.json(`/api/uploads/${id}/add`, { method: 'POST' });
    const response = await at.ask(`/api/jobs/${job.id}/events`);
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    const done: number[] = [];
    let last: { state: string; done: number } | undefined;
    for await (const { name, data } of eventsOf(response)) {
      expect(name).toBe('job');
      done.push(data.done);
      last = data;
    }
    expect(last).toMatchObject({ state: 'done', done: 6 });
    expect(done).toEqual([...done].sort((a, b) => a - b));
    expect(new Set(done).size).toBeGreaterThan(2);
  });

  test('everyone hears when the case changes', async () => {
    const at = await open(REPORTS);
    const events = eventsOf(await at.ask('/api/events'));
    const first = (await events.next()).value!;
    expect(first).toMatchObject({ name: 'head', data: { state: 'open' } });
    const { version } = (await at.json('/api/reports/r1')).statements[0];
    await at.json('/api/decisions', {
      method: 'POST',
      headers: { 'if-match': `"${version}"` },
      body: { action: 'accept', ref: 'r1/s1', by: 'ada' },
    });
    expect((await events.next()).value!).toMatchObject({ name: 'head', data: { number: first.data.number + 1 } });
    await events.return(undefined);
  });

  test('is stopped, and what was kept stands', async () => {
    let read = 0;
    const at = await open(
      {},
      {
        openReader: async () => ({
          read: async (article) => {
            read++;
            await new Promise((resolve) => setTimeout(resolve, 30));
            return fakeRead(article);
          },
          check: undefined as never,
          close: async () => {},
        }),
      },
    );
    const { id } = await at.json('/api/uploads', { method: 'POST' });
    for (let i = 0; i < 20; i++) await put(at, id, `${i}.txt`, `Mara Venn said barge ${i} had sunk.`);
    const job = await at.json(`/api/uploads/${id}/add`, { method: 'POST' });
    await new Promise((resolve) => setTimeout(resolve, 150));
    await at.json(`/api/jobs/${job.id}`, { method: 'DELETE' });
    expect((await ended(at, job.id)).state).toBe('stopped');
    expect(read).toBeLessThan(20);
    const verified = await ended(at, (await at.json('/api/jobs', { method: 'POST', body: { kind: 'verify' } })).id);
    expect(verified.verified.holds).toBe(true);
  });

  test('requests are answered meanwhile', async () => {
    const at = await open(REPORTS);
    const job = await at.json('/api/jobs', { method: 'POST', body: { kind: 'relate' } });
    expect((await at.ask('/api/reports')).status).toBe(200);
    expect(await ended(at, job.id)).toMatchObject({ kind: 'relate', state: 'done' });
  });

  test('that fails says why', async () => {
    const at = await open(
      {},
      {
        openReader: async () => {
          throw new Error('the model is not there');
        },
      },
    );
    const job = await upload(at, { 'a.txt': 'Mara Venn said no.' });
    expect(job.failures).toMatchObject([{ from: 'a.txt', code: 'not-read', message: expect.stringContaining('the model is not there') }]);
  });
});

describe('a case that cannot be looked at', () => {
  test('asks for its passphrase, and opens with it', async () => {
    const kept = newCase(undefined, new TextEncoder().encode('correct horse'));
    await addAll(kept, REPORTS);
    const at = served(kept.path);
    expect((await at.json('/api/session')).case).toMatchObject({ state: 'locked', encrypted: true, trouble: null });
    expect((await at.json('/api/reports', { status: 423 })).error).toMatchObject({ code: 'locked' });
    expect((await at.json('/api/unlock', { method: 'POST', body: { passphrase: 'wrong' }, status: 403 })).error.code).toBe(
      'wrong-passphrase',
    );
    expect((await at.json('/api/unlock', { method: 'POST', body: { passphrase: 'correct horse' } })).case.state).toBe('open');
    expect((await at.json('/api/reports')).total).toBe(4);
    const job = await ended(at, (await at.json('/api/jobs', { method: 'POST', body: { kind: 'verify' } })).id);
    expect(job.verified.holds).toBe(true);
  });

  test.each([
    ['no case at all', (path: string) => writeFileSync(path, 'A shopping list.\n'.repeat(100))],
    ['one that was cut off', (path: string) => truncateSync(path, 20_000)],
  ] as const)('%s: the page is told what is wrong, in words', async (_, harm) => {
    const kept = newCase();
    await addAll(kept, REPORTS);
    kept.close();
    harm(kept.path);
    const at = served(kept.path);
    const session = await at.json('/api/session');
    const state =
      session.case.state === 'damaged' ? session.case.trouble.message : (await at.json('/api/reports', { status: 503 })).error.message;
    expect(state).toMatch(/damaged|case file/i);
    expect(state).not.toMatch(/node_modules|\.ts:/);
  });
});
