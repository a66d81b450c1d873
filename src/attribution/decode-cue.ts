import type { CueReading, Reading, WordRange } from '../model/index.ts';
import type { Draft } from './draft.ts';
import { scoreOf } from './score.ts';

/** What decoding weighs; tuned on the development reports (bench/accuracy). */
export const DECODING = {
  /** Least probability at which a cue begins. */
  cue: 0.36,
  /** Cost, in log-odds, of beginning or ending a run of content in the midst of a sentence. */
  edge: 1.6,
  /** What an edge costs where a sentence begins. */
  edgeOfSentence: 0.8,
  /** What an edge costs beside the cue and just before the source (whose end is less sure). */
  edgeBeside: 0.3,
  /** What an edge costs where a quotation begins or ends. */
  edgeAtMark: 0.6,
  /** What an edge costs in the midst of a quotation. */
  edgeInQuotation: 6,
  /** Least score at which a draft is kept. */
  least: -1,
} as const;

/**
 * The run of words with the greatest sum of log-odds, or undefined where none is above zero.
 * (The maximum-sum run: Kadane's algorithm.)
 */
export function bestRun(odds: Float32Array, from: number): { range: WordRange; sum: number } | undefined {
  let best: { range: WordRange; sum: number } | undefined;
  let begin = 0;
  let sum = 0;
  for (let i = 0; i < odds.length; i++) {
    if (sum <= 0) {
      sum = 0;
      begin = i;
    }
    sum += odds[i]!;
    if (sum > (best?.sum ?? 0)) best = { range: [from + begin, from + i], sum };
  }
  return best;
}

/**
 * The runs of content with the greatest sum of log-odds less the cost of their edges (Viterbi over two states).
 *
 * @param edges cost of an edge before each word of the row, and one more for the end
 */
export function bestRuns(odds: Float32Array, edges: Float32Array, from: number): WordRange[] {
  const n = odds.length;
  const cameIn = new Uint8Array(n);
  const cameOut = new Uint8Array(n);
  let inside = -Infinity;
  let outside = 0;
  for (let i = 0; i < n; i++) {
    const enter = outside - edges[i]!;
    const leave = inside - edges[i]!;
    cameIn[i] = enter > inside ? 0 : 1;
    cameOut[i] = leave > outside ? 1 : 0;
    [inside, outside] = [Math.max(enter, inside) + odds[i]!, Math.max(leave, outside)];
  }
  const runs: WordRange[] = [];
  let isIn = inside - edges[n]! > outside;
  let last = n - 1;
  for (let i = n - 1; i >= 0; i--) {
    const before = isIn ? cameIn[i] === 1 : cameOut[i] === 1;
    if (isIn && !before) runs.push([from + i, from + last]);
    if (!isIn && before) last = i - 1;
    isIn = before;
  }
  return runs.reverse();
}

/** Reads one cue's row of the network into a draft; undefined where it has no content. */
export function decodeCue(reading: Reading, cue: CueReading, inQuotation: Uint8Array): Draft | undefined {
  if (cue.probability < DECODING.cue) return undefined;
  const [first, last] = cue.words;
  const source = Float32Array.from(cue.source);
  const content = Float32Array.from(cue.content);
  for (let i = first; i <= last; i++) {
    const k = i - cue.from;
    if (k >= 0 && k < source.length) source[k] = content[k] = -20;
  }
  const who = named(reading, inOneParagraph(reading, bestRun(source, cue.from), cue.words[0]));
  if (who !== undefined) {
    for (let i = who.range[0]; i <= who.range[1]; i++) content[i - cue.from] = -20;
  }
  const edges = new Float32Array(content.length + 1);
  for (let k = 0; k <= content.length; k++) {
    const i = cue.from + k;
    const state = inQuotation[i] ?? 0;
    edges[k] = state === 2 ? DECODING.edgeAtMark : state === 1 ? DECODING.edgeInQuotation : edgeAt(reading, i, cue.words, who?.range);
  }
  const runs = bestRuns(content, edges, cue.from).flatMap((run) => {
    const trimmed = trimEdges(reading, run);
    return trimmed === undefined ? [] : [trimmed];
  });
  if (runs.length === 0) return undefined;
  const { words, text } = reading;
  const at = [[words.start[first]!, words.end[last]!] as const];
  const note = `the network reads “${text.slice(at[0]![0], at[0]![1])}” as a cue (${percent(cue.probability)})${who === undefined ? ', with no source' : ''}`;
  return {
    cue: cue.words,
    source: who?.range,
    content: runs,
    score: scoreOf(cue, who?.range, runs),
    because: [{ rule: 'network', at, note }],
  };
}

/** A source goes over no line's end: of a run that does, the part nearest the cue stays. */
function inOneParagraph({ words }: Reading, run: ReturnType<typeof bestRun>, cue: number): ReturnType<typeof bestRun> {
  if (run === undefined) return run;
  let [first, last] = run.range;
  if (words.paragraph[first] === words.paragraph[last]) return run;
  if (cue > first) while (words.paragraph[first] !== words.paragraph[last]) first++;
  else while (words.paragraph[first] !== words.paragraph[last]) last--;
  return { ...run, range: [first, last] };
}

const SPOKEN_TO = /^(?:me|him|us|them|her|you)$/i;

/** What an edge just before word `i` costs outside quotations: less where a sentence begins, beside the cue and before the source, but not before a
 * pronoun that may be the one spoken to ("told me"). */
function edgeAt({ words, text }: Reading, i: number, cue: WordRange, source: WordRange | undefined): number {
  if (i === 0 || i >= words.count || words.sentence[i] !== words.sentence[i - 1]) return DECODING.edgeOfSentence;
  const spokenTo = i === cue[1] + 1 && SPOKEN_TO.test(text.slice(words.start[i], words.end[i]));
  return (i === cue[0] || i === cue[1] + 1 || i === source?.[0]) && !spokenTo ? DECODING.edgeBeside : DECODING.edge;
}

/** An article alone names nobody. */
function named({ words, text }: Reading, run: ReturnType<typeof bestRun>): ReturnType<typeof bestRun> {
  if (run === undefined || run.range[0] !== run.range[1]) return run;
  return /^(?:the|a|an)$/i.test(text.slice(words.start[run.range[0]], words.end[run.range[0]])) ? undefined : run;
}

const WORD_BEGIN = /^[\p{L}\p{N}\p{M}_]/u;

/** A run without signs that stand on another line than its words: a mark left over from the paragraph before. */
function trimEdges({ words, text, labels }: Reading, [first, last]: WordRange): WordRange | undefined {
  const isWord = (i: number) => WORD_BEGIN.test(text.slice(words.start[i], words.end[i]));
  let [f, l] = [first, last];
  while (f <= last && !isWord(f)) f++;
  while (l >= first && !isWord(l)) l--;
  // A preposition whose noun is left out is left out too: "the names of the dead on", with Friday behind it.
  while (l > f && labels.relation[words.relation[l]!] === 'case' && words.head[l]! > last) l--;
  if (f > l) return undefined;
  let [from, to] = [f, l];
  while (from > first && words.paragraph[from - 1] === words.paragraph[f]) from--;
  while (to < last && words.paragraph[to + 1] === words.paragraph[l]) to++;
  return [from, to];
}

const percent = (p: number): string => `${Math.round(p * 100)} %`;

/**
 * For each word, and one past the last: 2 where a quotation's edge lies just before it, 1 in the midst of a quotation, else 0.
 * Only quotations that are in no other count.
 */
export function quotationStates(reading: Reading, wordFrom: (offset: number) => number): Uint8Array {
  const states = new Uint8Array(reading.words.count + 1);
  for (const q of reading.quotations) {
    if (q.depth > 0) continue;
    const first = wordFrom(q.at[0]);
    const end = wordFrom(q.at[1] - 1) + 1;
    for (let i = first + 1; i < Math.min(end, states.length); i++) states[i] = 1;
    for (const i of [first, first + 1, end - 1, end]) if (i < states.length) states[i] = 2;
  }
  return states;
}
