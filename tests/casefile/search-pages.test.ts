import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Case, countFacets, countPending, dropIndex, indexReports, parseQuery, search } from '../../src/casefile/index.ts';
import { addReports, caseOf } from '../fakes/kept-case.ts';
import { REPORTS, searchedCase, searcher } from '../fakes/searched-case.ts';

let kept: Case;
beforeAll(async () => {
  kept = await searchedCase();
});

const { found, ids } = searcher(() => kept);

describe('pages', () => {
  test.each(['', 'bridge', 'sort:date', 'sort:publisher', 'ferry OR bridge sort:-confidence'])(
    'of "%s" hold each hit once, whatever their size',
    (typed) => {
      const whole = ids(typed, { limit: 100 });
      for (const limit of [1, 2, 3]) {
        const pages: string[] = [];
        let cursor: string | undefined;
        do {
          const page = found(typed, { limit, cursor });
          expect(page.hits.length).toBeLessThanOrEqual(limit);
          pages.push(...page.hits.map((hit) => (hit.kind === 'statement' ? `${hit.article}/${hit.statement}` : hit.article)));
          cursor = page.next ?? undefined;
        } while (cursor !== undefined && pages.length < 50);
        expect(pages).toEqual(whole);
      }
    },
  );

  test('a cursor of another search is refused', () => {
    const { next } = found('bridge', { limit: 1 });
    expect(() => found('ferry', { cursor: next! })).toThrow('Expected a cursor that this very search gave');
    expect(() => found('ferry', { cursor: 'zzz' })).toThrow('Expected a cursor');
  });
});

describe('facets', () => {
  test('count statements', () => {
    expect(countFacets(kept, parseQuery(''))).toEqual({
      publisher: [
        { value: 'Sound Wire', count: 2 },
        { value: 'The Bay Courier', count: 2 },
      ],
      date: [
        { value: '2020-01', count: 2 },
        { value: '2020-06', count: 2 },
      ],
      speaker: [
        { value: 'Ilya Dorn', count: 2 },
        { value: '', count: 1 },
        { value: 'Mára Lind', count: 1 },
      ],
      grade: [
        { value: 'named', count: 3 },
        { value: 'bare', count: 1 },
      ],
      wrong: [{ value: 'killing', count: 1 }],
      act: [
        { value: 'accuse', count: 1 },
        { value: 'criticise', count: 1 },
        { value: 'promise', count: 1 },
        { value: 'state', count: 1 },
      ],
      reviewed: [
        { value: 'no', count: 3 },
        { value: 'yes', count: 1 },
      ],
    });
  });

  test('count reports, those without statements too', () => {
    const facets = countFacets(kept, parseQuery('bridge'), { unit: 'report', only: ['publisher', 'grade'] });
    expect(facets).toEqual({
      publisher: [
        { value: '', count: 1 },
        { value: 'Sound Wire', count: 1 },
        { value: 'The Bay Courier', count: 1 },
      ],
      grade: [
        { value: 'named', count: 2 },
        { value: 'bare', count: 1 },
      ],
    });
  });

  test('agree with the search that each value leads to', () => {
    const facets = countFacets(kept, parseQuery('bridge'));
    for (const name of ['grade', 'act', 'wrong', 'reviewed'] as const)
      for (const { value, count } of facets[name]!) expect(found(`bridge ${name}:${value}`).total, `${name}:${value}`).toBe(count);
  });
});

describe('the index', () => {
  test('takes in what is added later, and a newer reading instead of the older', async () => {
    const other = await caseOf(REPORTS.slice(0, 1));
    expect(search(other, parseQuery('farmers'))).toMatchObject({
      total: 0,
      notes: ['1 report is not in the index of searches yet and not looked through.'],
    });
    expect(indexReports(other)).toBe(0);
    await addReports(other, [REPORTS[1]!]);
    expect(countPending(other)).toBe(1);
    indexReports(other);
    const all = search(other, parseQuery('')).total;
    dropIndex(other);
    expect(search(other, parseQuery('')).total).toBe(0);
    indexReports(other);
    expect([search(other, parseQuery('')).total, search(other, parseQuery('disgrace')).total]).toEqual([all, 1]);
  });

  test('is not written where the case is only read', async () => {
    const other = await caseOf(REPORTS.slice(0, 1));
    expect(indexReports({ ...other, db: { ...other.db, readOnly: true } })).toBe(1);
  });
});

const bit = fc.constantFrom(
  ...[
    '(',
    ')',
    '"',
    '“',
    '*',
    '-',
    ':',
    '[2020 TO 2021]',
    'AND',
    'OR',
    'NOT',
    'NEAR',
    'NEAR(',
    ', 3',
    'ferry',
    'bridge',
    'don’t',
    '\u0000',
    "'",
  ],
  ...[
    'speaker:',
    'accused:',
    'title:',
    'publisher:',
    'wrong:killing',
    'grade:bare',
    'reviewed:yes',
    'date:',
    'sort:date',
    'sort:publisher',
    '2020',
  ],
);
test('no query throws, whatever its page, and its facets add up', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(bit, { maxLength: 10 }).map((bits) => bits.join(' ')),
        fc.string({ unit: 'binary', maxLength: 40 }),
      ),
      fc.boolean(),
      (typed, reports) => {
        const query = parseQuery(typed);
        const page = search(kept, query, { limit: 2, reports });
        if (page.next !== null) search(kept, query, { limit: 2, reports, cursor: page.next });
        const { grade } = countFacets(kept, query, { only: ['grade'] });
        if (!reports) expect(grade!.reduce((sum, { count }) => sum + count, 0)).toBe(page.total);
      },
    ),
    { numRuns: 500 },
  );
});
