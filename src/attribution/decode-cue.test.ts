import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestRun, bestRuns } from './decode-cue.ts';

const odds = (...values: number[]) => Float32Array.from(values);
const edges = (count: number, cost: number) => new Float32Array(count + 1).fill(cost);

describe('the best run', () => {
  it.each([
    ['takes the greatest sum, over a dip', odds(-1, 3, -1, 3, -9, 4), { range: [11, 13], sum: 5 }],
    ['is none where nothing is above zero', odds(-1, 0, -2), undefined],
    ['may be one word', odds(-5, 2, -5), { range: [11, 11], sum: 2 }],
  ])('%s', (_, row, expected) => expect(bestRun(row, 10)).toEqual(expected));
});

describe('the best runs', () => {
  it.each([
    ['a dip cheaper than two edges is bridged', odds(4, -1, 4), 1, [[0, 2]]],
    [
      'a dip dearer than two edges cuts',
      odds(4, -5, 4),
      1,
      [
        [0, 0],
        [2, 2],
      ],
    ],
    ['a word that is worth less than its edges is left', odds(-3, 1, -3), 1, []],
    ['nothing in, nothing out', odds(), 1, []],
  ])('%s', (_, row, cost, expected) => expect(bestRuns(row, edges(row.length, cost), 0)).toEqual(expected));

  it('are the best of all ways to choose words, for any row', () => {
    const row = fc.array(fc.integer({ min: -6, max: 6 }), { maxLength: 9 });
    fc.assert(
      fc.property(row, fc.integer({ min: 0, max: 4 }), (values, cost) => {
        const worth = (chosen: (i: number) => boolean) => {
          let sum = 0;
          for (let i = 0; i <= values.length; i++) {
            if (i < values.length && chosen(i)) sum += values[i]!;
            const before = i > 0 && chosen(i - 1);
            if ((i < values.length && chosen(i)) !== before) sum -= cost;
          }
          return sum;
        };
        let best = 0;
        for (let mask = 0; mask < 1 << values.length; mask++)
          best = Math.max(
            best,
            worth((i) => ((mask >> i) & 1) === 1),
          );
        const runs = bestRuns(Float32Array.from(values), edges(values.length, cost), 0);
        expect(worth((i) => runs.some(([f, l]) => f <= i && i <= l))).toBe(best);
      }),
      { numRuns: 300 },
    );
  });
});
