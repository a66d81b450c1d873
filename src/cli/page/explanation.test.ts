import { expect, test } from 'vitest';
import { analysisOf, articleOf, find } from '../../../tests/fakes/analysis.ts';
import { renderExplanation } from './explanation.ts';
import { widthOf } from './wrap.ts';

const TEXT = 'On Monday the minister said that villagers claimed the army had fired on a market.';
const analysis = analysisOf(articleOf(TEXT), [
  { source: 'the minister', cue: 'said', content: 'that villagers claimed the army had fired on a market', form: 'indirect' },
  {
    source: 'villagers',
    cue: 'claimed',
    content: 'the army had fired on a market',
    form: 'indirect',
    within: 's1',
    because: [
      { rule: 'cue', at: [find(TEXT, 'claimed')], note: 'The network takes this word for a cue: 0.98.' },
      { rule: 'everywhere', at: Array.from({ length: 9 }, () => [0, 2] as const).map(([, end], i) => [i * 0, end] as const), note: '' },
    ],
  },
  { content: 'market', because: [] },
]);
const explain = (index: number, columns = 80) =>
  renderExplanation(analysis, analysis.statements[index]!, TEXT, 'night.txt', { columns, colour: false });

test('each reason stands with its rule, its note and the words it looked at', () => {
  expect(
    explain(1).split('\n').slice(0, 10).join('\n'),
  ).toBe(`── night.txt · s2 ──────────────────────────────────────────────────────────────
s2 villagers · claimed
   ●●●● 0.95 sure · indirect
   │ the army had fired on a market
   told in s1: the minister · said

Why it was read so
  1  cue
     The network takes this word for a cue: 0.98.
     │ On Monday the minister said that villagers [claimed] the army had fired`);
});

test.each([
  ['a statement that tells others names them', 0, 'tells s2'],
  ['a statement without a reason says so', 2, 'No reason was recorded.'],
  ['the engine and the model are named', 0, 'engine 0 · model fake'],
])('%s', (_edge, index, expected) => {
  expect(explain(index)).toContain(expected);
});

test.each([32, 60, 120])('no row is wider than %d columns', (columns) => {
  for (const row of [0, 1, 2].flatMap((index) => explain(index, columns).split('\n'))) expect(widthOf(row)).toBeLessThanOrEqual(columns);
});
