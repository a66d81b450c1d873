import { type Reading, type Senses, type Span, wordsOf } from '../model/index.ts';

type Figures = ArrayLike<number> & Iterable<number>;

/** What the network thinks of one statement. Probabilities in the order of the names in `JudgeWeights`. */
export interface Judgement {
  readonly acts: Figures;
  /** Natural log-odds that a wrong is alleged. */
  readonly alleges: number;
  readonly wrongs: Figures;
  readonly statuses: Figures;
  /** What the statement asks the words' keys: whom it accuses (see `answering`). */
  readonly question: Figures;
  /** How well nobody answers. */
  readonly nobody: number;
}

/** The judgement of each statement by its id; undefined for one of which the network says nothing. */
export type JudgementOf = (statement: string) => Judgement | undefined;

interface Parts {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
}

/**
 * Judges a statement by the senses of its words; undefined where the network gives none, or no word was said.
 * Work grows in a straight line with the statement.
 *
 * @example judge(reading, statement)?.alleges // 2.3: likely
 */
export function judge(reading: Reading, { source, cue, content }: Parts): Judgement | undefined {
  if (reading.senses === undefined) return undefined;
  const { judge: weights } = reading.senses;
  const said = wordsOf(reading, content);
  if (said.length === 0) return undefined;
  const { values, queries } = weights;
  const row = new Float64Array(values * (queries + 2));
  pool(row, reading.senses, said);
  mean(row, values * queries, reading.senses, wordsOf(reading, cue));
  mean(row, values * (queries + 1), reading.senses, wordsOf(reading, source));
  normalise(row);
  const thought = layer(row, weights.hidden, weights.hiddenBias).map(gelu);
  const scores = layer(thought, weights.out, weights.outBias);
  const acts = weights.acts.length;
  const wrongs = acts + 1 + weights.wrongs.length;
  return {
    acts: softmax(scores.slice(0, acts)),
    alleges: scores[acts]!,
    wrongs: softmax(scores.slice(acts + 1, wrongs)),
    statuses: softmax(scores.slice(wrongs)),
    question: layer(thought, weights.ask, weights.askBias),
    nobody: layer(thought, weights.nobody, weights.nobodyBias)[0]!,
  };
}

/**
 * How well each word answers whom a statement accuses, by its key and by where it stands: natural log-odds, to be compared with
 * each other and with `nobody`.
 *
 * @example answering(reading, statement, judgement)(view.count - 1) // -3.1: hardly
 */
export function answering(reading: Reading, { source, cue, content }: Parts, { question }: Judgement): (word: number) => number {
  const { keys, judge: weights } = reading.senses!;
  const said = new Set(wordsOf(reading, content));
  const telling = new Set([...wordsOf(reading, cue), ...wordsOf(reading, source)]);
  return (word) => {
    let sum = weights.zones[said.has(word) ? 0 : telling.has(word) ? 1 : 2]!;
    for (let k = 0; k < weights.keys; k++) sum += (question[k]! * keys[word * weights.keys + k]!) / 127;
    return sum;
  };
}

/** Judges all statements of a reading at once, in single precision, so that what it takes can be let go. */
export function judgeAll(reading: Reading, statements: readonly (Parts & { readonly id: string })[]): JudgementOf {
  if (reading.senses === undefined) return () => undefined;
  const { acts, wrongs, statuses, keys } = reading.senses.judge;
  let size = 0;
  const ends = [0, acts.length, wrongs.length, statuses.length, keys, 2].map((part) => {
    size += part;
    return size;
  });
  const rows = new Float32Array(statements.length * size);
  const at = new Map<string, number>();
  statements.forEach((statement, k) => {
    const one = judge(reading, statement);
    if (one === undefined) return;
    at.set(statement.id, k * size);
    [one.acts, one.wrongs, one.statuses, one.question, [one.alleges, one.nobody]].forEach((part, p) => {
      rows.set(part, k * size + ends[p]!);
    });
  });
  return unpacking(rows, at, ends);
}

/** Reads judgements out of their packed rows. It stands apart because what it closes over is kept. */
function unpacking(rows: Float32Array, at: ReadonlyMap<string, number>, ends: readonly number[]): JudgementOf {
  return (statement) => {
    const row = at.get(statement);
    if (row === undefined) return undefined;
    const [acts, wrongs, statuses, question, others] = ends.slice(1).map((end, p) => rows.subarray(row + ends[p]!, row + end));
    return { acts: acts!, wrongs: wrongs!, statuses: statuses!, question: question!, alleges: others![0]!, nobody: others![1]! };
  };
}

/** A reading without what only finding and judging statements take: the most of it. */
export const judged = (reading: Reading): Reading => ({
  ...reading,
  cues: [],
  ...(reading.senses === undefined ? {} : { senses: { ...reading.senses, of: new Int8Array() } }),
});

/** For each query the sum of the words' values, weighted by the softmax of their weights under it. */
function pool(row: Float64Array, { of, judge }: Senses, words: readonly number[]): void {
  const { values, queries, sharp } = judge;
  const size = values + queries;
  for (let q = 0; q < queries; q++) {
    const odds = words.map((i) => (sharp * of[i * size + values + q]!) / 127);
    const weight = softmax(odds);
    words.forEach((i, k) => {
      for (let v = 0; v < values; v++) row[q * values + v]! += (weight[k]! * of[i * size + v]!) / 127;
    });
  }
}

function mean(row: Float64Array, at: number, { of, judge }: Senses, words: readonly number[]): void {
  const { values, queries } = judge;
  const size = values + queries;
  for (const i of words) for (let v = 0; v < values; v++) row[at + v]! += of[i * size + v]! / (127 * words.length);
}

/** To a mean of 0 and a variance of 1, as in training: the sums of many words are small. */
function normalise(row: Float64Array): void {
  const mean = row.reduce((a, b) => a + b, 0) / row.length;
  const variance = row.reduce((a, b) => a + (b - mean) ** 2, 0) / row.length;
  const deviation = Math.sqrt(variance + 1e-5);
  for (let i = 0; i < row.length; i++) row[i] = (row[i]! - mean) / deviation;
}

function layer(row: ArrayLike<number>, weight: Float32Array, bias: Float32Array): number[] {
  return Array.from(bias, (b, o) => {
    let sum = b;
    for (let i = 0; i < row.length; i++) sum += weight[o * row.length + i]! * row[i]!;
    return sum;
  });
}

const gelu = (x: number): number => 0.5 * x * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x)));

function softmax(scores: readonly number[]): number[] {
  const most = Math.max(...scores);
  const powers = scores.map((s) => Math.exp(s - most));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((p) => p / sum);
}
