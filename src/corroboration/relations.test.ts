import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DORN, isCluster, one, QUOTE } from '../../tests/fakes/related.ts';
import { reportOf, type Told } from '../../tests/fakes/reports.ts';
import type { Analysis } from '../model/index.ts';
import { createRelations, relate, VersionMismatch } from './index.ts';

describe('bad input', () => {
  const told = one('a', { by: DORN, says: `“${QUOTE}”` });
  it('an empty analysis relates to nothing', () => {
    expect(relate([reportOf({ id: 'a', lines: [] }), reportOf({ id: 'b', lines: [] })])).toEqual({ relations: [], notices: [] });
    expect(relate([])).toEqual({ relations: [], notices: [] });
  });
  it('another version is an error that names both', () => {
    const relations = createRelations({ version: '0.1.0' });
    expect(() => relations.add(reportOf({ ...told, version: '0.7.0' }))).toThrow(VersionMismatch);
    expect(() => relations.add(reportOf({ ...told, version: '0.7.0' }))).toThrow(/0\.1\.0.*0\.7\.0/);
  });
  it('the same analysis twice is counted once', () => {
    const { relations, notices } = relate([reportOf(told), reportOf(told)]);
    expect(notices.map(({ code }) => code)).toEqual(['same-analysis']);
    expect(relations).toEqual(relate([reportOf(told)]).relations);
  });
  it('two reports with one id are both kept, whatever their order', () => {
    const other = { ...told, publisher: 'Another', date: '2023-03-15' };
    const { relations, notices } = relate([reportOf(told), reportOf(other)]);
    expect(notices.map(({ code }) => code)).toEqual(['duplicate-id']);
    const [cluster] = relations.filter(isCluster);
    expect(new Set(cluster!.members.map(({ article }) => article)).size).toBe(2);
    expect(cluster!.members.every(({ article }) => /^a~[0-9a-f]{8}$/.test(article))).toBe(true);
    expect(relate([reportOf(other), reportOf(told)]).relations).toEqual(relations);
  });
  it('a date in the future is taken, and said', () => {
    const { notices } = relate([reportOf({ ...told, date: '2031-01-01' })], { today: '2023-06-01' });
    expect(notices.map(({ code }) => code)).toEqual(['future-date']);
    expect(relate([reportOf({ ...told, date: '2023-06-01' })], { today: '2023-06-01' }).notices).toEqual([]);
  });
  it('one sentence in 12,000 reports is one cluster, in little time', () => {
    const line = { by: DORN, says: `“${QUOTE}”` };
    const since = performance.now();
    const { relations, notices } = relate(
      Array.from({ length: 12_000 }, (_, i) => reportOf(one(`r${i}`, line, { publisher: `P${i % 500}` }))),
    );
    expect(relations.filter(isCluster).map(({ members }) => members.length)).toEqual([12_000]);
    expect(notices.map(({ code }) => code)).toContain('crowded');
    expect(performance.now() - since).toBeLessThan(20_000);
  });
});

describe('order', () => {
  const words = 'boats river winter soldiers market fired emptied villages fences harbour minister never before wall grain bridge'.split(
    ' ',
  );
  const line = fc.record({
    by: fc.constantFrom(DORN, 'Dorn', 'Orlavia', 'Katarin Wells (Orlavian ambassador)', 'a senior official', 'Kestrian police'),
    says: fc
      .tuple(fc.boolean(), fc.array(fc.constantFrom(...words), { minLength: 3, maxLength: 9 }))
      .map(([quoted, list]) => (quoted ? `“${list.join(' ')}”` : list.join(' '))),
    accuses: fc.option(
      fc.tuple(
        fc.constantFrom('Orlavia', 'Kestria', 'Ilya Dorn'),
        fc.constantFrom('killing' as const, 'torture' as const),
        fc.constantFrom('alleged' as const, 'denied' as const),
      ),
      { nil: undefined },
    ),
    outlet: fc.option(fc.constantFrom('The Vale Examiner', 'Quay Observer'), { nil: undefined }),
  });
  const told = fc.record({
    publisher: fc.constantFrom('The Vale Examiner', 'Quay Observer', 'Highland Press Agency', 'Daily Lantern'),
    date: fc.constantFrom('2023-03-14', '2023-03-15', '2023-03-15T10:00Z', '2023-03'),
    url: fc.option(fc.constantFrom('https://a.example/1', 'https://a.example/2'), { nil: undefined }),
    credits: fc.constantFrom<string[]>([], ['(Highland Press Agency)']),
    id: fc.option(fc.constantFrom('same', 'twin'), { nil: undefined, freq: 8 }),
    lines: fc.array(line, { maxLength: 4 }),
  });
  const reports = fc
    .array(told, { maxLength: 9 })
    .map((list) => list.map(({ id, ...rest }, i) => reportOf(JSON.parse(JSON.stringify({ id: id ?? `r${i}`, ...rest })) as Told)));
  const bytes = (analyses: readonly Analysis[]): string => JSON.stringify(relate(analyses).relations);

  it('of reports does not matter', () => {
    fc.assert(
      fc.property(
        reports.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        ([list, shuffled]) => {
          expect(bytes(shuffled)).toBe(bytes(list));
        },
      ),
      { numRuns: 250 },
    );
  });
  it('adding one by one, with a result after each, gives the same as all at once', () => {
    fc.assert(
      fc.property(reports, (list) => {
        const relations = createRelations();
        let last = relations.result();
        for (const analysis of list) {
          relations.add(analysis);
          last = relations.result();
        }
        expect(JSON.stringify(last.relations)).toBe(bytes(list));
      }),
      { numRuns: 150 },
    );
  });
});
