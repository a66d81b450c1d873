import { expect, test } from 'vitest';
import { countFacets, FACETS, parseQuery, search } from '../../src/casefile/index.ts';
import { searchedCase } from '../fakes/searched-case.ts';

/** What a facet's value is called in a search. */
const asked = (facet: string, value: string): string => (facet === 'date' ? `date:[${value} TO ${value}]` : `${facet}:"${value}"`);

test.each(['', 'bridge', 'grade:named', 'speaker:Dorn', 'reviewed:no', 'date:[2020-01 TO 2020-03]', 'wrong:killing OR flood'])(
  'each facet of the reports that "%s" finds counts as many as a search for its value finds',
  async (query) => {
    const kept = await searchedCase();
    const facets = countFacets(kept, parseQuery(query), { unit: 'report' });
    for (const facet of FACETS) {
      for (const { value, count } of facets[facet] ?? []) {
        if (value === '' || facet === 'speaker') continue;
        const narrowed = parseQuery(query === '' ? asked(facet, value) : `(${query}) AND ${asked(facet, value)}`);
        const { total } = search(kept, narrowed, { reports: true });
        // One statement need not have both: a search for both finds at most as many.
        expect(total, `${facet} ${value}`).toBeLessThanOrEqual(count);
        if (query === '') expect(total, `${facet} ${value}`).toBe(count);
      }
    }
  },
);

test('the most frequent come first, those alike by name, and no more than were asked for', async () => {
  const kept = await searchedCase();
  const { speaker, grade, reviewed } = countFacets(kept, parseQuery(''), { unit: 'report', limit: 1 });
  expect([speaker, grade]).toEqual([[{ value: '', count: 1 }], [{ value: 'named', count: 2 }]]);
  expect(countFacets(kept, parseQuery(''), { unit: 'report' }).reviewed).toEqual([
    { value: 'no', count: 2 },
    { value: 'yes', count: 1 },
  ]);
  expect(reviewed).toHaveLength(1);
});
