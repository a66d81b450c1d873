import type { Notice } from './notice.ts';
import type { Span } from './span.ts';

/**
 * The words of a text, column by column (a long text has a million). Words are runs of letters, digits and marks, or one
 * other sign; between them stands only white space. All columns have `count` entries.
 */
export interface Words {
  readonly count: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** What stands before the word: see `GAP`. */
  readonly gap: Uint8Array;
  /** The letter case of the word: see `CASE`. */
  readonly letters: Uint8Array;
  /** Index of the paragraph (a line of the text). */
  readonly paragraph: Int32Array;
  /** Index of the sentence. */
  readonly sentence: Int32Array;
  /** Penn part-of-speech tag: an index into `labels.pos`. */
  readonly pos: Uint8Array;
  /** Entity class: an index into `labels.entity`. */
  readonly entity: Uint8Array;
  /** The word this one depends on; itself for a root. */
  readonly head: Int32Array;
  /** Relation to the head (Stanford basic dependencies): an index into `labels.relation`. */
  readonly relation: Uint8Array;
}

export const GAP = { none: 0, space: 1, line: 2, paragraph: 3, start: 4, inside: 5 } as const;
export const CASE = { lower: 0, title: 1, upper: 2, mixed: 3, digit: 4, sign: 5, other: 6, none: 7 } as const;

/** The names behind the numbers in `Words`. */
export interface Labels {
  readonly pos: readonly string[];
  readonly entity: readonly string[];
  readonly relation: readonly string[];
}

/** A run of words: first and last index, both inclusive. */
export type WordRange = readonly [first: number, last: number];

/** A quotation: from its opening mark to its closing mark, or to the paragraph's end where it was left open. */
export interface Quotation {
  /** With the marks. */
  readonly at: Span;
  /** Between the marks. */
  readonly inner: Span;
  /** The opening mark as it stands. */
  readonly mark: string;
  /** 0 for a quotation that is in no other. */
  readonly depth: number;
  /** False where the closing mark is missing (healed at the paragraph's end). */
  readonly closed: boolean;
  /** Index of the quotation of the paragraph before that this one goes on with. */
  readonly continues?: number;
}

/** What the network says of one cue and, word by word, of its source and content. */
export interface CueReading {
  readonly words: WordRange;
  /** The network's probability that a cue begins here, 0 to 1. */
  readonly probability: number;
  /** Index of the word that the first entry of `source` and `content` stands for. */
  readonly from: number;
  /** Natural log-odds of being this cue's source against being neither. */
  readonly source: Float32Array;
  /** Natural log-odds of being this cue's content against being neither. */
  readonly content: Float32Array;
}

/** The perceptron that reads a statement's act and allegation from the senses of its words, with what its numbers stand for. */
export interface JudgeWeights {
  /** Entries of a word's sense that are values, those that are its weights under each query, and those that are its key. */
  readonly values: number;
  readonly queries: number;
  readonly keys: number;
  /** What a query's entry is multiplied by before the softmax. */
  readonly sharp: number;
  readonly acts: readonly string[];
  readonly wrongs: readonly string[];
  readonly statuses: readonly string[];
  /** Row by row: (hidden × features), (hidden), (scores × hidden), (scores). Scores are acts, one for alleging, wrongs, statuses. */
  readonly hidden: Float32Array;
  readonly hiddenBias: Float32Array;
  readonly out: Float32Array;
  readonly outBias: Float32Array;
  /** Whom a statement accuses: what it asks the words' keys (keys × hidden), (keys); the score of nobody (hidden), (1). */
  readonly ask: Float32Array;
  readonly askBias: Float32Array;
  readonly nobody: Float32Array;
  readonly nobodyBias: Float32Array;
  /** What is added to the answer of a word that is said, that tells it, and that stands elsewhere. */
  readonly zones: Float32Array;
}

/** What the network says of each word's sense, in whole numbers of -127 to 127. */
export interface Senses {
  /** `values + queries` a word; empty once all statements are judged. */
  readonly of: Int8Array;
  /** `keys` a word. */
  readonly keys: Int8Array;
  readonly judge: JudgeWeights;
}

/** The text cut into paragraphs, sentences, words and quotations, with what the network says of each word. */
export interface Reading {
  readonly text: string;
  readonly words: Words;
  readonly labels: Labels;
  /** Each line of the text that has a word. */
  readonly paragraphs: readonly WordRange[];
  readonly sentences: readonly WordRange[];
  readonly quotations: readonly Quotation[];
  readonly cues: readonly CueReading[];
  readonly notices: readonly Notice[];
  /** Of a network that judges statements. */
  readonly senses?: Senses;
}

/** The characters from the first to the last word of a range. */
export const spanOf = (words: Words, range: WordRange): Span => [words.start[range[0]]!, words.end[range[1]]!];

/** The word as it stands in the text. */
export const wordAt = (reading: Reading, index: number): string =>
  reading.text.slice(reading.words.start[index]!, reading.words.end[index]!);

/** Index of the first word that ends after `offset` (`words.count` if none does). */
export function wordFrom(words: Words, offset: number): number {
  let low = 0;
  let high = words.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words.end[middle]! > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The words that lie in a span, or undefined where none does. */
export function wordsIn(words: Words, span: Span): WordRange | undefined {
  const first = wordFrom(words, span[0]);
  if (first >= words.count || words.start[first]! >= span[1]) return undefined;
  let last = wordFrom(words, span[1] - 1);
  if (last >= words.count || words.start[last]! >= span[1]) last -= 1;
  return last < first ? undefined : [first, last];
}

/** The words that lie in some spans, in the order of the text. */
export function wordsOf(reading: Reading, spans: readonly Span[]): number[] {
  const out: number[] = [];
  for (const span of spans) {
    const range = wordsIn(reading.words, span);
    if (range === undefined) continue;
    for (let i = range[0]; i <= range[1]; i++) out.push(i);
  }
  return out.sort((a, b) => a - b);
}
