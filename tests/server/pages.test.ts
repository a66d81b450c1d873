import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findThing, verify } from '../../src/casefile/index.ts';
import type { Article } from '../../src/model/index.ts';
import { openCaseFile } from '../../src/node/index.ts';
import { API, openApi } from '../../src/server/index.ts';
import { parseCsv } from '../csv.ts';
import { allegationOf, analysisOf } from '../fakes/analysis.ts';
import { addAll, newCase, VERSION } from '../fakes/case.ts';
import { copyOf, type Served, served, storyCase } from '../fakes/served.ts';

let story: Awaited<ReturnType<typeof storyCase>>;
beforeAll(async () => {
  story = await storyCase();
}, 120_000);
afterAll(() => story.drop());

const open = (): Served => served(copyOf(story.path), { openReader: async () => story.reader });

const LISTS = Object.values(API).filter(({ list }) => list === 'pages');
const PLAIN = Object.values(API).filter(({ method, path, answer }) => method === 'GET' && !path.includes(':') && answer.kind === 'json');
const ANSWERED: Readonly<Record<string, string>> = { '/api/accusations/statements': '?accuser=unnamed&accused=nobody' };

describe('every route that needs nothing', () => {
  // The harness holds each answer against the schema that the description is made of.
  test.each(PLAIN.map(({ path }) => [path]))('%s answers as it is described', async (path) => {
    const { ask } = open();
    const response = await ask(path + (ANSWERED[path] ?? ''));
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8']);
  });

  test.each(LISTS.map(({ path }) => [path]))('%s is the same as .json, and a table as .csv', async (path) => {
    const { json, ask } = open();
    const plain = await json(path);
    expect(await json(`${path}.json`)).toEqual(plain);
    const response = await ask(`${path}.csv`);
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="[a-z-]+\.csv"$/);
    const rows = parseCsv(await response.text());
    expect(rows.length - 1).toBe(plain.total);
    expect(rows.every((row) => row.length === rows[0]!.length)).toBe(true);
  });

  test.each(LISTS.map(({ path }) => [path]))('%s by pages of three gives each row once', async (path) => {
    const { json } = open();
    const whole = await json(`${path}?limit=1000`);
    const rows: unknown[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page = await json(`${path}?limit=3${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`);
      rows.push(...page.items);
      cursor = page.next;
    }
    expect(rows).toEqual(whole.items);
  });

  test.each(LISTS.map(({ path }) => [path]))('%s says so where a parameter is unknown or a cursor is of another list', async (path) => {
    const { json } = open();
    expect((await json(`${path}?colour=red`, { status: 400 })).error).toMatchObject({ code: 'wrong-input', at: 'query/colour' });
    expect((await json(`${path}?cursor=zzz`, { status: 400 })).error.message).toMatch(/cursor/i);
  });
});

describe('lists that are always whole', () => {
  const rowsOf: Readonly<Record<string, (answer: Record<string, unknown[] & Record<string, unknown[]>>) => number>> = {
    '/api/accusations': ({ edges }) => edges!.length,
    '/api/accusations/matrix': ({ cells }) => cells!.flat().length,
    '/api/accusations/statements': ({ items, denials }) => items!.length + denials!.length,
    '/api/reports/facets': ({ facets }) => Object.values(facets!).flat().length,
    '/api/statements/facets': ({ facets }) => Object.values(facets!).flat().length,
    '/api/reports/:report/findings': ({ items }) => items!.length,
    '/api/jobs': ({ items }) => items!.length,
  };

  test.each(
    Object.values(API)
      .filter(({ list }) => list === 'whole')
      .map(({ path }) => [path]),
  )('%s is the same as .json, and a table with every row as .csv', async (form) => {
    const { json, ask } = open();
    const path = form.replace(':report', 'r1');
    const { edges } = await json('/api/accusations');
    const edge = edges.find(({ denials }: { denials: number }) => denials > 0);
    const query = path.endsWith('/statements') ? `?${new URLSearchParams({ accuser: edge.accuser, accused: edge.accused })}` : '';
    if (path.endsWith('/jobs')) await json('/api/jobs', { method: 'POST', body: { kind: 'verify' } });
    const plain = await json(path + query);
    if (!path.endsWith('/jobs')) expect(await json(`${path}.json${query}`)).toEqual(plain);
    const [header, ...rows] = parseCsv(await (await ask(`${path}.csv${query}`)).text());
    expect(rows.length).toBeGreaterThan(0);
    if (!path.endsWith('/facets')) expect(rows).toHaveLength(rowsOf[form]!(plain));
    else expect(rows.length).toBeGreaterThanOrEqual(rowsOf[form]!(plain));
    expect(rows.every((row) => row.length === header!.length)).toBe(true);
  });

  test('are whole as a table, however many rows there are', async () => {
    const kept = newCase();
    const accused = Array.from({ length: 700 }, (_, i) => allegationOf(`Miller ${i + 1}`, 'corruption'));
    const read = async (article: Article) =>
      analysisOf(article, [{ source: 'Ada Marsh', content: 'the mill was sold twice', allegations: accused }]);
    await addAll(kept, { 'mill.txt': 'Ada Marsh said the mill was sold twice.\n' }, { read });
    const { ask, json } = served(kept.path);
    expect((await json('/api/accusations')).total).toBe(700);
    expect(parseCsv(await (await ask('/api/accusations.csv')).text())).toHaveLength(701);
  });
});

describe('reports', () => {
  test('are searched, sorted and counted', async () => {
    const { json } = open();
    const found = await json('/api/reports?q=publisher:Harbour&sort=date');
    expect(found.items.map((row: { publisher: string }) => row.publisher)).toEqual(Array(found.total).fill('Harbour Daily'));
    const facets = await json('/api/reports/facets?q=publisher:Harbour');
    expect(facets.facets.publisher).toEqual([{ value: 'Harbour Daily', count: found.total }]);
    expect(await json('/api/reports?q=grade:anonimous')).toMatchObject({ query: { typed: 'grade:anonimous' } });
    expect((await json('/api/reports?sort=colour', { status: 400 })).error.at).toBe('query/sort');
  });

  test('tell what was decided about their statements', async () => {
    const { json } = open();
    const { version } = (await json('/api/reports/r1')).statements[0];
    await json('/api/decisions', {
      method: 'POST',
      headers: { 'if-match': `"${version}"` },
      body: { action: 'accept', ref: 'r1/s1', by: 'ada' },
    });
    const row = (await json('/api/reports?limit=1000')).items.find((one: { ref: string }) => one.ref === 'r1');
    expect(row).toMatchObject({ decided: 1, signed: 0 });
    expect((await json('/api/reports/facets?q=reviewed:yes')).facets.reviewed).toContainEqual({ value: 'yes', count: 1 });
  });
});

describe('a report', () => {
  test('comes whole: text, spans that lie in it, who says the same, and its neighbours', async () => {
    const { json } = open();
    const report = await json('/api/reports/r1');
    for (const { source, cue, content } of report.statements)
      for (const [start, end] of [...source, ...cue, ...content]) expect(start < end && end <= report.text.length).toBe(true);
    const told = report.statements.find((one: { related: { clusters: unknown[] } }) => one.related.clusters.length > 0);
    expect(told.related.clusters[0]).toMatchObject({
      firstVoices: expect.any(Number),
      others: expect.arrayContaining([expect.objectContaining({ standing: 'echo' })]),
    });
    expect([report.before, report.after]).toEqual([null, 'r2']);
    expect(await json(`/api/reports/${encodeURIComponent(report.id)}`)).toEqual(report);
  });

  test('gives its original to be saved, never to be shown', async () => {
    const { ask } = open();
    const response = await ask('/api/reports/r1/original');
    expect(response.headers.get('content-type')).toBe('application/octet-stream');
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="r1-reports\.ndjson"/);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(JSON.parse(await response.text()).id).toBe('hpa-fire');
  });

  test('that is not there is told as such', async () => {
    const { json } = open();
    for (const ref of ['r99', 'r1%2Fs1', '..%2F..%2Fetc%2Fpasswd', 'p-edff7ab8333def26'])
      expect((await json(`/api/reports/${ref}`, { status: 404 })).error.code).toBe('not-found');
  });

  test('shows where it does not meet the house rules', async () => {
    const { json } = open();
    const { items } = await json('/api/reports/r1/findings');
    const { text } = await json('/api/reports/r1');
    expect(items.length).toBeGreaterThan(0);
    for (const { at, words } of items) expect(text.slice(at[0], at[1])).toBe(words);
  });

  test('takes a statement that a person adds, with its words, and loses it when that is undone', async () => {
    const { json } = open();
    const { version, text } = await json('/api/reports/r1');
    const start = text.indexOf('families stood along the towpath');
    const content = [[start, start + 'families stood along the towpath'.length]];
    const added = await json('/api/decisions', {
      method: 'POST',
      headers: { 'if-match': `"${version}"` },
      body: { action: 'add', ref: 'r1', by: 'ada', statement: { content } },
      status: 201,
    });
    const id = `a${added.decision.number}`;
    const report = await json('/api/reports/r1');
    expect(report.statements.at(-1)).toMatchObject({
      id,
      ref: `r1/${id}`,
      added: true,
      content,
      standing: { state: 'corrected', by: 'ada' },
    });
    const outside = { action: 'add', ref: 'r1', by: 'ada', statement: { content: [[0, 9_999_999]] } };
    const again = { method: 'POST', headers: { 'if-match': `"${report.version}"` }, body: outside };
    expect((await json('/api/decisions', { ...again, status: 422 })).error.message).toMatch(/Expected spans within/);
    await json(`/api/decisions/${added.decision.number}/undo`, { method: 'POST', body: { by: 'ada' }, status: 201 });
    expect((await json('/api/reports/r1')).statements.some((one: { added: boolean }) => one.added)).toBe(false);
  });
});

test('what the pages wrote holds when it is verified, and is seen by the command line', async () => {
  const path = copyOf(story.path);
  const { json } = served(path);
  const { version, text } = await json('/api/reports/r3');
  const statement = { content: [[0, text.indexOf(' ')]] };
  const added = await json('/api/decisions', {
    method: 'POST',
    headers: { 'if-match': `"${version}"` },
    body: { action: 'add', ref: 'r3', by: 'ada', statement },
  });
  await json(`/api/decisions/${added.decision.number}/sign`, {
    method: 'POST',
    headers: { 'if-match': `"${added.version}"` },
    body: { agrees: true, by: 'bo' },
  });
  const kept = openCaseFile(path, { version: VERSION, readOnly: true });
  expect([...verify(kept)].filter(({ kind }) => kind === 'fault')).toEqual([]);
  expect(findThing(kept, `r3/a${added.decision.number}`)).toMatchObject({ kind: 'statement', article: 3 });
  kept.close();
});

test('the description names every route, and each answer that it may give', () => {
  const { paths, openapi } = openApi('1') as { paths: Record<string, Record<string, { responses: object }>>; openapi: string };
  expect(openapi).toMatch(/^3\.1/);
  for (const route of Object.values(API)) {
    const operation = paths[route.path.replace(/:([a-z]+)/g, '{$1}')]![route.method.toLowerCase()]!;
    expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(['401', '403', '421']));
  }
});
