import { describe, expect, test } from 'vitest';
import { addAll, newCase, REPORTS, reopened } from '../fakes/case.ts';
import { requestOf, type Served, served } from '../fakes/served.ts';

async function twoWindows() {
  const kept = newCase();
  await addAll(kept, REPORTS);
  const one = served(kept.path);
  return { kept, one, path: kept.path };
}

const versionOf = async ({ json }: Served, ref: string): Promise<string> => {
  const [report, id] = ref.split('/');
  const found = await json(`/api/reports/${report}`);
  return id === undefined ? found.version : found.statements.find((one: { id: string }) => one.id === id).version;
};
const decide = (window: Served, version: string, body: object, status?: number) =>
  window.json('/api/decisions', {
    method: 'POST',
    headers: { 'if-match': `"${version}"` },
    body,
    ...(status === undefined ? {} : { status }),
  });

describe('two windows on one thing', () => {
  test('the later one is told who decided what, nothing is overwritten, and it may decide all the same', async () => {
    const { one } = await twoWindows();
    const seen = await versionOf(one, 'r1/s1');
    await decide(one, seen, { action: 'accept', ref: 'r1/s1', by: 'ada' });
    const { error } = await decide(one, seen, { action: 'reject', ref: 'r1/s1', by: 'bo' }, 412);
    expect(error).toMatchObject({
      code: 'changed',
      message: expect.stringContaining('ada'),
      current: { decisions: [{ by: 'ada', action: 'accept' }] },
    });
    expect((await one.json('/api/reports/r1')).statements[0].standing).toMatchObject({ state: 'accepted', by: 'ada' });
    await decide(one, error.current.version, { action: 'reject', ref: 'r1/s1', by: 'bo' });
    expect((await one.json('/api/reports/r1')).statements[0].standing).toMatchObject({ state: 'rejected', by: 'bo' });
    expect((await one.json('/api/decisions')).total).toBe(2);
  });

  test('of two servers on one file, too', async () => {
    const { one, path } = await twoWindows();
    const other = served(path);
    const [seen, seenToo] = [await versionOf(one, 'r1/s1'), await versionOf(other, 'r1/s1')];
    await decide(one, seen, { action: 'accept', ref: 'r1/s1', by: 'ada' });
    expect((await decide(other, seenToo, { action: 'reject', ref: 'r1/s1', by: 'bo' }, 412)).error.code).toBe('changed');
  });

  test('at the same moment: one is kept, all others are told', async () => {
    const { one } = await twoWindows();
    const seen = await versionOf(one, 'r1/s1');
    const asked = Array.from({ length: 20 }, (_, i) =>
      one.ask('/api/decisions', {
        method: 'POST',
        headers: { 'if-match': `"${seen}"` },
        body: { action: 'accept', ref: 'r1/s1', by: `reader ${i}` },
      }),
    );
    const statuses = (await Promise.all(asked)).map(({ status }) => status).sort();
    expect(statuses).toEqual([201, ...Array(19).fill(412)]);
  });

  test("a decision on another thing is in nobody's way", async () => {
    const { one } = await twoWindows();
    const [a, b] = [await versionOf(one, 'r1/s1'), await versionOf(one, 'r1/s2')];
    await decide(one, a, { action: 'accept', ref: 'r1/s1', by: 'ada' });
    await decide(one, b, { action: 'accept', ref: 'r1/s2', by: 'bo' });
  });

  test('without the version nothing is decided', async () => {
    const { one } = await twoWindows();
    const body = { action: 'accept', ref: 'r1/s1', by: 'ada' };
    expect((await one.json('/api/decisions', { method: 'POST', body, status: 428 })).error.code).toBe('needs-version');
    expect((await one.json('/api/decisions', { method: 'POST', body, headers: { 'if-match': '*' }, status: 400 })).error.at).toBe(
      'header/if-match',
    );
  });

  test('what was meant for another case is refused, though it would fit', async () => {
    const { one } = await twoWindows();
    const { one: other } = await twoWindows();
    const [{ id }, { id: otherId }] = [(await one.json('/api/session')).case, (await other.json('/api/session')).case];
    expect(id).not.toBe(otherId);
    const version = await versionOf(one, 'r1/s1');
    expect(await versionOf(other, 'r1/s1')).toBe(version);
    const body = { action: 'accept', ref: 'r1/s1', by: 'ada' };
    const asked = { method: 'POST', body, headers: { 'if-match': `"${version}"`, 'hearsay-case': id } };
    expect((await other.json('/api/decisions', { ...asked, status: 409 })).error.code).toBe('other-case');
    expect((await other.json('/api/decisions')).total).toBe(0);
    await one.json('/api/decisions', { ...asked, status: 201 });
  });

  test('what another process decides is seen at the next request', async () => {
    const { one, path } = await twoWindows();
    const before = (await one.ask('/api/reports')).headers.get('etag')!;
    expect((await one.ask('/api/reports', { headers: { 'if-none-match': before } })).status).toBe(304);
    await addAll(reopened(path), { 'more.txt': 'Oda Brandt said the ferry had sunk.' });
    const after = await one.ask('/api/reports', { headers: { 'if-none-match': before } });
    expect([after.status, ((await after.json()) as { total: number }).total]).toEqual([200, 5]);
  });
});

describe('a second reader', () => {
  test('signs off what another one decided; the two stand side by side', async () => {
    const { one } = await twoWindows();
    const decided = await decide(one, await versionOf(one, 'r1/s1'), { action: 'accept', ref: 'r1/s1', by: 'ada' });
    const sign = (by: string, agrees: boolean, version: string, status: number) =>
      one.json(`/api/decisions/${decided.decision.number}/sign`, {
        method: 'POST',
        headers: { 'if-match': `"${version}"` },
        body: { by, agrees },
        status,
      });
    expect((await sign('ada', true, decided.version, 422)).error.message).toMatch(/second reader/);
    const signed = await sign('bo', false, decided.version, 201);
    expect(signed.standing).toMatchObject({ state: 'accepted', by: 'ada', signed: { by: 'bo', agrees: false } });
    expect((await sign('cy', true, decided.version, 412)).error.code).toBe('changed');
    expect((await sign('bo', true, signed.version, 422)).error.message).toMatch(/already/);
  });

  test('has a queue of her own: what others decided, until it is signed off', async () => {
    const { one } = await twoWindows();
    const refs = async (query: string): Promise<string[]> =>
      (await one.json(`/api/review?${query}`)).items.map(({ ref }: { ref: string }) => ref);
    const all = await refs('stage=first');
    const decided = await decide(one, await versionOf(one, all[0]!), { action: 'accept', ref: all[0]!, by: 'ada' });
    expect(await refs('stage=first')).toEqual(all.slice(1));
    expect(await refs('stage=second&by=ada')).toEqual([]);
    expect(await refs('stage=second&by=bo')).toEqual([all[0]]);
    await one.json(`/api/decisions/${decided.decision.number}/sign`, {
      method: 'POST',
      headers: { 'if-match': `"${decided.version}"` },
      body: { by: 'bo', agrees: true },
    });
    expect(await refs('stage=second&by=bo')).toEqual([]);
    expect(await refs('stage=done')).toEqual([all[0]]);
    expect((await one.json('/api/review')).progress).toEqual({ statements: all.length, decided: 1, signed: 1 });
  });
});

describe('undo and redo', () => {
  test('take a decision back and make it again; both stay in the record', async () => {
    const { one } = await twoWindows();
    const set = { grade: 'bare' };
    const { decision } = await decide(one, await versionOf(one, 'r1/s1'), { action: 'correct', ref: 'r1/s1', by: 'ada', set });
    const post = (what: string, status: number) =>
      one.json(`/api/decisions/${decision.number}/${what}`, { method: 'POST', body: { by: 'ada' }, status });
    const statement = async () => (await one.json('/api/reports/r1')).statements[0];
    expect(await statement()).toMatchObject({ sourcing: { grade: 'bare' }, found: { grade: null }, standing: { state: 'corrected' } });
    expect((await post('redo', 422)).error.code).toBe('not-allowed');
    expect((await post('undo', 201)).standing.state).toBe('open');
    expect((await post('undo', 422)).error.message).toMatch(/already/);
    expect((await statement()).found).toEqual({});
    const again = await post('redo', 201);
    expect(again).toMatchObject({ decision: { action: 'correct', value: { set } }, standing: { state: 'corrected' } });
    expect((await one.json('/api/decisions')).items.map(({ action }: { action: string }) => action)).toEqual([
      'correct',
      'undo',
      'correct',
    ]);
  });
});

test.each([
  ['an unknown field', { action: 'correct', ref: 'r1/s1', set: { colour: 'red' } }, 422, /no "colour"/],
  ['an unknown code', { action: 'correct', ref: 'r1/s1', set: { grade: 'splendid' } }, 422, /Expected one of/],
  ['a span outside the text', { action: 'correct', ref: 'r1/s1', set: { content: [[5, 99_999]] } }, 422, /Expected spans within/],
  ['nothing to correct', { action: 'correct', ref: 'r1/s1', set: {} }, 422, /Expected what is to be corrected/],
  ['a note without words', { action: 'note', ref: 'r1/s1', why: ' ' }, 400, /body/],
  ['nobody who decides', { action: 'accept', ref: 'r1/s1', by: ' ' }, 400, /body/],
  ['a thing that is not there', { action: 'accept', ref: 'r9/s1' }, 404, /nothing called/],
] as const)('a decision with %s is refused and says why', async (_, body, status, message) => {
  const { one, kept } = await twoWindows();
  const { error } = await decide(one, await versionOf(one, 'r1/s1'), { by: 'ada', ...body }, status);
  expect(error.message).toMatch(message);
  expect(kept.db.get<{ n: number }>('SELECT count(*) AS n FROM reviews')!.n).toBe(0);
});

test('a case that is only read can be looked at, and says so where something is to be changed', async () => {
  const { path, one } = await twoWindows();
  const version = await versionOf(one, 'r1/s1');
  const reader = served(path, { readOnly: true });
  expect((await reader.json('/api/session')).case).toMatchObject({ state: 'open', readOnly: true });
  expect((await reader.json('/api/reports')).total).toBe(4);
  expect((await decide(reader, version, { action: 'accept', ref: 'r1/s1', by: 'ada' }, 403)).error.code).toBe('read-only');
  expect((await reader.json('/api/uploads', { method: 'POST', status: 403 })).error.code).toBe('read-only');
  expect((await reader.json('/api/jobs', { method: 'POST', body: { kind: 'relate' }, status: 403 })).error.code).toBe('read-only');
  await reader.json('/api/jobs', { method: 'POST', body: { kind: 'verify' }, status: 202 });
});

describe('an answer that is ready', () => {
  const headers = (more: Record<string, string> = {}) => requestOf('/', { headers: more }).headers;

  test('is the one that fetch gave, to whoever may have it, until the case changes', async () => {
    const { one, path } = await twoWindows();
    const address = '/api/reports?limit=2';
    expect(one.ready('GET', address, headers())).toBeUndefined();
    const response = await one.ask(address);
    const ready = one.ready('GET', address, headers())!;
    expect([ready.status, new TextDecoder().decode(ready.body!)]).toEqual([200, await response.text()]);
    for (const [name, value] of response.headers) expect(ready.headers[name]).toBe(value);
    expect(one.ready('GET', address, headers({ 'if-none-match': String(ready.headers.etag) }))).toMatchObject({ status: 304, body: null });
    for (const wrong of [{ cookie: '' }, { host: 'evil.example' }, { origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }])
      expect(one.ready('GET', address, headers(wrong as Record<string, string>))).toBeUndefined();
    expect(one.ready('POST', address, headers())).toBeUndefined();
    await addAll(reopened(path), { 'more.txt': 'Oda Brandt said the ferry had sunk.' });
    // A look at the file holds for a moment.
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(one.ready('GET', address, headers())).toBeUndefined();
    await one.ask(address);
    expect(one.ready('GET', address, headers())).toBeDefined();
    await decide(one, await versionOf(one, 'r1/s1'), { action: 'accept', ref: 'r1/s1', by: 'ada' });
    expect(one.ready('GET', address, headers())).toBeUndefined();
  });
});
