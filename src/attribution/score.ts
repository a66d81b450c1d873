import type { CueReading, WordRange } from '../model/index.ts';

/** Weights of a logistic regression on the development reports (bench/accuracy); the score is natural log-odds. */
const WEIGHTS = {
  base: -3.01,
  cue: 0.49,
  content: 0.33,
  length: 0.31,
  source: 0.17,
  hasSource: 0.27,
  unsureContent: -0.31,
  unsureSource: -0.45,
} as const;
/** Log-odds are cut off here, so that no single word decides. */
const CAP = 6;
/** Between these log-odds a word is unsure. */
const UNSURE = 1.5;

/**
 * How likely a draft is to be a statement as a careful reader would mark it: sure of its cue, sure of its words, few words
 * in doubt.
 */
export function scoreOf(cue: CueReading, source: WordRange | undefined, runs: readonly WordRange[]): number {
  const mean = (odds: Float32Array, ranges: readonly WordRange[]): { value: number; count: number } => {
    let sum = 0;
    let count = 0;
    for (const [first, last] of ranges) {
      for (let i = first; i <= last; i++) {
        sum += Math.max(-CAP, Math.min(CAP, odds[i - cue.from] ?? -CAP));
        count++;
      }
    }
    return { value: count === 0 ? 0 : sum / count, count };
  };
  const unsure = (odds: Float32Array): number => Math.log1p(odds.reduce((n, x) => n + (Math.abs(x) < UNSURE ? 1 : 0), 0));
  const p = Math.min(1 - 1e-6, Math.max(1e-6, cue.probability));
  const content = mean(cue.content, runs);
  const who = source === undefined ? { value: 0, count: 0 } : mean(cue.source, [source]);
  return (
    WEIGHTS.base +
    WEIGHTS.cue * Math.log(p / (1 - p)) +
    WEIGHTS.content * content.value +
    WEIGHTS.length * Math.log(Math.max(1, content.count)) +
    WEIGHTS.source * who.value +
    (source === undefined ? 0 : WEIGHTS.hasSource) +
    WEIGHTS.unsureContent * unsure(cue.content) +
    WEIGHTS.unsureSource * unsure(cue.source)
  );
}
