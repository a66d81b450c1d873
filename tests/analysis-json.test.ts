import { expect, it } from 'vitest';
import { type Analysis, analysisJson } from '../src/model/index.ts';
import { analysisOf, articleOf } from './fakes/analysis.ts';

const anAnalysis = analysisOf(articleOf('Orla said no.'), [{ content: 'no' }]);

const notices = (count: number): Analysis['notices'] =>
  Array.from({ length: count }, (_, i) => ({ code: 'no-words', message: `“${i}”`, at: [i, i + 1] }));

it.each([
  ['nothing in any list', 0, 1],
  ['a short list', 3, 1],
  ['a list of just so many entries as are written at once', 32, 1],
  ['one entry more', 257, 7],
  ['many stretches', 1000, 9],
])('the parts of an analysis make its JSON: %s', (_, count, least) => {
  const whole = { ...anAnalysis, notices: notices(count) };
  const parts = [...analysisJson(whole)];
  expect(parts.join('')).toBe(JSON.stringify(whole));
  expect(parts.length).toBeGreaterThanOrEqual(least);
});

it('a field that is missing is left out, as JSON does', () => {
  const odd = { ...anAnalysis, extra: undefined, notices: notices(300) } as unknown as Analysis;
  expect([...analysisJson(odd)].join('')).toBe(JSON.stringify(odd));
});
