import { describe, expect, it } from 'vitest';
import { readingOf } from '../../tests/reading-of.ts';
import type { JudgeWeights, Reading } from '../model/index.ts';
import { answering, type Judgement, judge, judgeAll, judged } from './judgement.ts';

/** A judge of two values and one query whose scores are its four pooled and two mean figures, summed as told by hand. */
const WEIGHTS: JudgeWeights = {
  values: 2,
  queries: 1,
  keys: 2,
  sharp: 6,
  acts: ['state', 'deny'],
  wrongs: ['killing', 'torture'],
  statuses: ['alleged', 'denied'],
  hidden: Float32Array.from({ length: 3 * 6 }, (_, i) => Math.sin(i + 1)),
  hiddenBias: Float32Array.from([0.1, -0.2, 0.3]),
  out: Float32Array.from({ length: 7 * 3 }, (_, i) => Math.cos(i + 1)),
  outBias: Float32Array.from([0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7]),
  ask: Float32Array.from({ length: 2 * 3 }, (_, i) => Math.sin(2 * i + 1)),
  askBias: Float32Array.from([0.2, -0.1]),
  nobody: Float32Array.from([0.3, 0.2, 0.1]),
  nobodyBias: Float32Array.from([0.4]),
  zones: Float32Array.from([3, 2, 1]),
};

const TEXT = 'Poe denied that guards tortured prisoners in Vell.';
/** A reading with senses that are told word by word. */
function sensed(sense: (word: number, entry: number) => number, more: Partial<JudgeWeights> = {}): Reading {
  const reading = readingOf(TEXT);
  const { count } = reading.words;
  const of = Int8Array.from({ length: count * 3 }, (_, i) => sense(Math.floor(i / 3), i % 3));
  const keys = Int8Array.from({ length: count * 2 }, (_, i) => sense(Math.floor(i / 2), 3 + (i % 2)));
  return { ...reading, senses: { of, keys, judge: { ...WEIGHTS, ...more } } };
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
    expect([...judgement[name]].every((p) => p >= 0 && p <= 1)).toBe(true);
    expect(sum([...judgement[name]])).toBeCloseTo(1, 10);
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
  [...large.acts].forEach((p, k) => {
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

/** What each word answers. */
function answers(reading: Reading): readonly number[] {
  const answerOf = answering(reading, STATEMENT, judge(reading, STATEMENT)!);
  return Array.from({ length: reading.words.count }, (_, i) => answerOf(i));
}

it('of words alike, one that is said answers better than one that tells it, and that better than another', () => {
  const [source, cue, ...said] = answers(sensed(() => 0));
  const elsewhere = said.pop()!;
  expect(source! - elsewhere).toBeCloseTo(1, 5);
  expect(cue).toBe(source);
  for (const answer of said) expect(answer - elsewhere).toBeCloseTo(2, 5);
});

it('a word answers by its key: the contrary key, the contrary answer', () => {
  const keyed = (key: number) => answers(sensed((word, entry) => (entry < 3 ? word + entry : word === 4 ? key : 0)))[4]!;
  expect(Math.abs(keyed(127) - keyed(-127))).toBeGreaterThan(0.1);
  expect((keyed(127) + keyed(-127)) / 2).toBeCloseTo(keyed(0), 5);
});

it('judges all statements at once, by their ids; then their words need be kept no longer, and the keys still answer', () => {
  const reading = sensed((word, entry) => ((word * 37 + entry * 61) % 255) - 127);
  const judgementOf = judgeAll(reading, [{ id: 's1', ...STATEMENT }]);
  const plain = (one: Judgement | undefined) => Object.values(one!).flatMap((part) => (typeof part === 'number' ? [part] : [...part]));
  const [packed, alone] = [judgementOf('s1'), judge(reading, STATEMENT)].map((one) => plain(one).sort((a, b) => a - b));
  expect(packed).toEqual(alone!.map((figure) => expect.closeTo(figure, 5)));
  expect(judgementOf('s2')).toBeUndefined();
  const rest = judged(reading);
  expect(rest.senses!.of).toHaveLength(0);
  expect(answering(rest, STATEMENT, judgementOf('s1')!)(3)).toBe(answering(reading, STATEMENT, judgementOf('s1')!)(3));
});
