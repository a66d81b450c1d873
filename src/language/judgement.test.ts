import { describe, expect, it } from 'vitest';
import { readingOf } from '../../tests/reading-of.ts';
import type { JudgeWeights, Reading } from '../model/index.ts';
import { judge } from './judgement.ts';

/** A judge of two values and one query whose scores are its four pooled and two mean figures, summed as told by hand. */
const WEIGHTS: JudgeWeights = {
  values: 2,
  queries: 1,
  sharp: 6,
  acts: ['state', 'deny'],
  wrongs: ['killing', 'torture'],
  statuses: ['alleged', 'denied'],
  hidden: Float32Array.from({ length: 3 * 6 }, (_, i) => Math.sin(i + 1)),
  hiddenBias: Float32Array.from([0.1, -0.2, 0.3]),
  out: Float32Array.from({ length: 7 * 3 }, (_, i) => Math.cos(i + 1)),
  outBias: Float32Array.from([0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7]),
};

const TEXT = 'Poe denied that guards tortured prisoners in Vell.';
/** A reading with senses that are told word by word. */
function sensed(sense: (word: number, entry: number) => number, more: Partial<JudgeWeights> = {}): Reading {
  const reading = readingOf(TEXT);
  const of = Int8Array.from({ length: reading.words.count * 3 }, (_, i) => sense(Math.floor(i / 3), i % 3));
  return { ...reading, senses: { of, judge: { ...WEIGHTS, ...more } } };
}
const spanOf = (words: string): readonly [number, number] => [TEXT.indexOf(words), TEXT.indexOf(words) + words.length];
const STATEMENT = { source: [spanOf('Poe')], cue: [spanOf('denied')], content: [spanOf('that guards tortured prisoners in Vell')] };
const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);

const SENSES: readonly (readonly [edge: string, sense: (word: number, entry: number) => number])[] = [
  ['nothing', () => 0],
  ['the most there is', () => 127],
  ['the least there is', () => -127],
  ['one after another', (word, entry) => ((word * 37 + entry * 61) % 255) - 127],
];

describe.each(SENSES)('senses of %s', (_edge, sense) => {
  const judgement = judge(sensed(sense), STATEMENT)!;
  it.each(['acts', 'wrongs', 'statuses'] as const)('%s are probabilities that sum to one', (name) => {
    expect(judgement[name].every((p) => p >= 0 && p <= 1)).toBe(true);
    expect(sum(judgement[name])).toBeCloseTo(1, 10);
    expect(judgement[name]).toHaveLength(2);
  });
  it('the odds are a number', () => {
    expect(Number.isFinite(judgement.alleges)).toBe(true);
  });
});

it('a sharp query over far-off senses does not overflow', () => {
  const judgement = judge(
    sensed((word, entry) => (word % 2 === 0 ? 127 : entry - 127), { sharp: 1e6 }),
    STATEMENT,
  )!;
  expect([...judgement.acts, ...judgement.wrongs, judgement.alleges].every(Number.isFinite)).toBe(true);
});

it('the measure of the senses does not count: a row is normalised, as it was in training', () => {
  const by = (measure: number) =>
    judge(
      sensed((word, entry) => (entry === 2 ? 0 : ((word * 3 + entry * 5) % 11) * measure)),
      STATEMENT,
    )!;
  const [small, large] = [by(2), by(10)];
  expect(large.alleges).toBeCloseTo(small.alleges, 1);
  large.acts.forEach((p, k) => {
    expect(p).toBeCloseTo(small.acts[k]!, 1);
  });
});

describe('looks at', () => {
  const plain = judge(
    sensed(() => 5),
    STATEMENT,
  );
  const at = (words: string) => readingOf(TEXT).words.start.indexOf(spanOf(words)[0]);
  it.each(['Poe', 'denied', 'tortured', 'Vell'])('%s, a word of the statement', (words) => {
    expect(
      judge(
        sensed((word) => (word === at(words) ? 90 : 5)),
        STATEMENT,
      ),
    ).not.toEqual(plain);
  });
  it('no word outside of it', () => {
    expect(
      judge(
        sensed((word) => (word === at('.') ? 90 : 5)),
        STATEMENT,
      ),
    ).toEqual(plain);
  });
  it('each word once, whether the content is one span or several', () => {
    const content = [spanOf('that guards'), spanOf('tortured prisoners'), spanOf('in Vell')];
    const reading = sensed((word, entry) => word * 7 - entry * 11);
    expect(judge(reading, { ...STATEMENT, content })).toEqual(judge(reading, STATEMENT));
  });
});

it.each([
  ['a network that judges nothing', readingOf(TEXT), STATEMENT],
  ['a content without words', sensed(() => 1), { ...STATEMENT, content: [] }],
])('%s gives no judgement', (_edge, reading, statement) => {
  expect(judge(reading, statement)).toBeUndefined();
});

it('a statement without source and cue is judged by its content', () => {
  expect(
    judge(
      sensed(() => 20),
      { ...STATEMENT, source: [], cue: [] },
    )?.acts,
  ).toHaveLength(2);
});
