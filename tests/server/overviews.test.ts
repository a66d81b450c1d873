import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseCsv } from '../csv.ts';
import { copyOf, ended, type Served, served, storyCase } from '../fakes/served.ts';

let story: Awaited<ReturnType<typeof storyCase>>;
beforeAll(async () => {
  story = await storyCase();
}, 120_000);
afterAll(() => story.drop());

const open = (): Served => served(copyOf(story.path), { openReader: async () => story.reader });

describe('speakers', () => {
  test('are found by name and role, and have their statements by day', async () => {
    const { json } = open();
    const { items } = await json('/api/speakers?name=tamm');
    expect(items[0]).toMatchObject({ name: 'Joris Tamm' });
    const person = await json(`/api/speakers/${items[0].id}`);
    expect(person.statements).toHaveLength(items[0].statements);
    expect(new Set(person.speakers.map(({ ref }: { ref: string }) => ref)).size).toBe(person.speakers.length);
    for (const { words } of person.statements) expect(words).not.toBe('');
  });

  test('are merged and split, and come back when that is undone', async () => {
    const { json } = open();
    const [a, b] = (await json('/api/speakers?type=person')).items;
    const { version } = await json(`/api/speakers/${a.id}`);
    const body = { persons: [a.id, b.id], by: 'ada', why: 'the same man' };
    const merged = await json('/api/speakers/merge', { method: 'POST', headers: { 'if-match': `"${version}"` }, body });
    const both = await json(`/api/speakers/${merged.id}`);
    expect(both.statements).toHaveLength(a.statements + b.statements);
    expect((await json(`/api/speakers/${b.id}`)).id).toBe(a.id);
    const off = { speakers: [both.speakers[0].ref], by: 'ada' };
    const split = await json(`/api/speakers/${a.id}/split`, { method: 'POST', headers: { 'if-match': `"${both.version}"` }, body: off });
    expect((await json(`/api/speakers/${encodeURIComponent(split.id)}`)).speakers).toHaveLength(1);
    for (const { decision } of [split, merged])
      await json(`/api/decisions/${decision.number}/undo`, { method: 'POST', body: { by: 'ada' } });
    expect((await json(`/api/speakers/${b.id}`)).statements).toHaveLength(b.statements);
  });
});

describe('accusations', () => {
  test('are edges between speakers, weighed by first voices and not by outlets', async () => {
    const { json } = open();
    const { nodes, edges } = await json('/api/accusations');
    const ids = new Set(nodes.map(({ id }: { id: string }) => id));
    expect(edges.length).toBeGreaterThan(0);
    for (const edge of edges) {
      expect(ids.has(edge.accuser) && ids.has(edge.accused)).toBe(true);
      expect(edge.firstVoices).toBeLessThanOrEqual(edge.statements);
    }
    expect(edges.some((edge: { firstVoices: number; statements: number }) => edge.firstVoices < edge.statements)).toBe(true);
  });

  test('give the statements behind an edge, and what denies them', async () => {
    const { json } = open();
    const { edges } = await json('/api/accusations');
    for (const edge of edges) {
      const behind = await json(
        `/api/accusations/statements?accuser=${encodeURIComponent(edge.accuser)}&accused=${encodeURIComponent(edge.accused)}`,
      );
      expect(behind.edge).toEqual(edge);
      expect(new Set(behind.items.map(({ ref }: { ref: string }) => ref)).size).toBe(edge.statements);
      expect(behind.denials).toHaveLength(edge.denials);
    }
    expect(edges.some(({ denials }: { denials: number }) => denials > 0)).toBe(true);
  });

  test.each(['wrong=killing', 'grade=bare', 'from=2024-05-09', 'to=2024-05-08', 'place=Lenn', 'reviewed=yes', 'status=charged'])(
    'are narrowed by %s',
    async (filter) => {
      const { json } = open();
      const all = await json('/api/accusations');
      const some = await json(`/api/accusations?${filter}`);
      expect(some.total).toBeLessThan(all.total);
    },
  );

  test('lose what a person rejects', async () => {
    const { json } = open();
    const { edges, total } = await json('/api/accusations');
    const edge = edges.find(({ statements }: { statements: number }) => statements === 1);
    const { items } = await json(
      `/api/accusations/statements?accuser=${encodeURIComponent(edge.accuser)}&accused=${encodeURIComponent(edge.accused)}`,
    );
    const [report, id] = items[0].ref.split('/');
    const { statements } = await json(`/api/reports/${report}`);
    const { version } = statements.find((one: { id: string }) => one.id === id);
    await json('/api/decisions', {
      method: 'POST',
      headers: { 'if-match': `"${version}"` },
      body: { action: 'reject', ref: items[0].ref, by: 'ada' },
    });
    expect((await json('/api/accusations')).total).toBe(total - 1);
  });

  test('as a matrix add up to the same', async () => {
    const { json } = open();
    const { rows, columns, cells } = await json('/api/accusations/matrix');
    const { edges } = await json('/api/accusations');
    expect(cells).toHaveLength(rows.length);
    expect(cells[0]).toHaveLength(columns.length);
    const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);
    expect(sum(cells.flat())).toBe(sum(edges.map((edge: { firstVoices: number }) => edge.firstVoices)));
  });
});

test('an echo is a tree over time: each echo passes on a member, and altered words are marked on both sides', async () => {
  const { json } = open();
  const { items } = await json('/api/echoes');
  let changed = 0;
  for (const { id } of items) {
    const echo = await json(`/api/echoes/${id}`);
    const refs = new Set(echo.members.map(({ ref }: { ref: string }) => ref));
    for (const { standing, of, because } of echo.members) {
      expect(of === null ? standing !== 'echo' : refs.has(of)).toBe(true);
      expect(standing === 'origin' || because.length > 0).toBe(true);
    }
    for (const { fromText, fromMarks, toText, toMarks } of echo.changed) {
      changed++;
      for (const [start, end] of fromMarks) expect(fromText.slice(start, end)).not.toBe('');
      for (const [start, end] of toMarks) expect(toText.slice(start, end)).not.toBe('');
    }
  }
  expect(changed).toBeGreaterThan(0);
});

describe('sourcing', () => {
  test.each(['publisher', 'day', 'month', 'year', 'publisher-day', 'publisher-month'])('shares by %s add up', async (by) => {
    const { json } = open();
    const { items, all } = await json(`/api/sourcing?by=${by}`);
    for (const field of ['statements', 'named', 'described', 'bare', 'other'])
      expect(items.reduce((sum: number, row: Record<string, number>) => sum + row[field]!, 0)).toBe(all[field]);
    for (const row of [...items, all]) expect(row.named + row.described + row.collective + row.bare + row.other).toBe(row.statements);
  });

  test('rules are edited, held against all reports, and given back', async () => {
    const open1 = open();
    const { json } = open1;
    const rules = await json('/api/rules');
    const profile = { name: 'desk', rules: [{ ...rules.profile.rules[1], id: 'D1' }] };
    const put = { method: 'PUT', headers: { 'if-match': `"${rules.version}"` }, body: { profile, by: 'ada' } };
    const now = await json('/api/rules', put);
    expect(now).toMatchObject({ own: true, profile: { name: 'desk' } });
    expect((await json('/api/rules', { ...put, status: 412 })).error).toMatchObject({ code: 'changed', current: { version: now.version } });
    expect((await json('/api/sourcing/findings')).unchecked).toBe(14);
    const job = await ended(open1, (await json('/api/jobs', { method: 'POST', body: { kind: 'check' } })).id);
    expect(job).toMatchObject({ state: 'done', done: 14, failed: 0 });
    const { items, unchecked, byRule } = await json('/api/sourcing/findings?limit=1000');
    expect(unchecked).toBe(0);
    expect(new Set(items.map(({ rule }: { rule: string }) => rule))).toEqual(new Set(['D1']));
    expect(byRule).toMatchObject([{ rule: 'D1', findings: items.length }]);
    const wrong = {
      ...put,
      headers: { 'if-match': `"${now.version}"` },
      body: { profile: { name: 'x', rules: [{ id: 'A', check: 'no-such', on: true, wording: 'y' }] }, by: 'ada' },
    };
    expect((await json('/api/rules', { ...wrong, status: 400 })).error.message).toMatch(/expected one of/);
    expect(await json('/api/rules', { ...wrong, body: { profile: null, by: 'ada' } })).toMatchObject({ own: false });
  });
});

describe('history', () => {
  test('is told in sentences and narrowed by kind, thing, person and time', async () => {
    const { json } = open();
    const { version } = (await json('/api/reports/r2')).statements[0];
    await json('/api/decisions', {
      method: 'POST',
      headers: { 'if-match': `"${version}"` },
      body: { action: 'note', ref: 'r2/s1', by: 'Bo', why: 'ask her' },
    });
    expect((await json('/api/log?by=Bo')).items).toMatchObject([
      { ref: 'r2/s1', event: 'reviewed', words: expect.stringMatching(/^Bo put a note to r2\/s1/) },
    ]);
    expect((await json('/api/log?kind=related')).total).toBe(1);
    expect((await json('/api/log?ref=r2/s1&kind=reviewed')).total).toBe(1);
    expect((await json('/api/log?to=2000-01-01')).total).toBe(0);
    expect((await json('/api/log?kind=eaten', { status: 400 })).error.at).toBe('query/kind');
  });

  test('verify says that all holds, of as much as there is', async () => {
    const all = open();
    const job = await ended(all, (await all.json('/api/jobs', { method: 'POST', body: { kind: 'verify' } })).id);
    expect(job).toMatchObject({ state: 'done', result: 'All holds.', verified: { holds: true, faultCount: 0, counts: { articles: 14 } } });
  });

  test.each(['ndjson', 'csv'])('a %s export of a search has its reports alone', async (format) => {
    const { ask, json } = open();
    const { total } = await json('/api/reports?q=publisher:Harbour');
    const response = await ask(`/api/export?format=${format}&q=publisher:Harbour${format === 'csv' ? '&table=reports' : ''}`);
    expect(response.headers.get('content-disposition')).toContain(`story.${format}`);
    const text = await response.text();
    expect(format === 'csv' ? parseCsv(text).length - 1 : text.trimEnd().split('\n').length).toBe(total);
  });
});
