import type { Span, WireStatement } from '../model/index.ts';
import { hashRun } from './hash.ts';
import { WORD, type Words, wordsIn } from './words.ts';

/** What is compared of a statement's content. */
export interface Content {
  /** The same for equal words in equal quotation and equal polarity. */
  readonly key: number;
  /** Hashes of the words in order; odd for a function word. */
  readonly words: readonly number[];
  /** Hashes of the words in quotation marks; all of a direct content. */
  readonly quoted: readonly number[];
  /** Stems of what it is about, sorted, none twice; bit 2 is set for a light one. */
  readonly stems: readonly number[];
  /** Sum of the stems' weights. */
  readonly weight: number;
  /** True where a content with the same words means the opposite: "denied that …", "… did not …". */
  readonly negative: boolean;
  readonly denies: boolean;
}

/** Stems sorted, none twice: of one that is both light and not, the one that is not; 0 is left out. */
export function stemsOf(all: readonly number[]): readonly number[] {
  const sorted = all.filter((stem) => stem !== 0).sort((a, b) => a - b);
  const out: number[] = [];
  for (const stem of sorted) if (out.length === 0 || out.at(-1)! >> 2 !== stem >> 2) out.push(stem);
  return out.slice();
}

/** The weight of a stem: sharing a common word or a name says half as much. */
export const weightOf = (stem: number): number => ((stem & 2) === 0 ? 1 : 0.5);

/** The words behind this number are compared no further. */
const MOST_WORDS = 4000;

/** Marks within a text where a quotation opens or closes. */
const OPENING = '“«„‟';
const CLOSING = '”»';

/**
 * Spans of what stands in quotation marks within a content, a direct one's whole. A mark that closes what was not opened takes all
 * before it; one that is not closed, all behind it.
 */
export function quotedSpans(text: string, statement: Pick<WireStatement, 'content' | 'form'>): readonly Span[] {
  if (statement.form === 'direct') return statement.content;
  if (statement.form === 'indirect') return [];
  const out: Span[] = [];
  for (const [start, end] of statement.content) {
    let open = -1;
    let last = start;
    let seen = false;
    for (let i = start; i < end; i++) {
      const sign = text[i]!;
      const straight = sign === '"';
      if (OPENING.includes(sign) || (straight && open < 0)) {
        if (open < 0) open = i + 1;
      } else if (CLOSING.includes(sign) || straight) {
        if (open >= 0) out.push([open, i]);
        else if (!seen) out.push([last, i]);
        open = -1;
        last = i + 1;
      } else continue;
      seen = true;
    }
    if (open >= 0 && open < end) out.push([open, end]);
  }
  return out;
}

/** Indexes of a content's words; a first "that" is none of it. */
export function contentWords(words: Words, text: string, statement: Pick<WireStatement, 'content' | 'form'>): number[] {
  const all = wordsIn(words, statement.content);
  if (statement.form !== 'direct' && all.length > 1 && text.slice(words.start[all[0]!], words.end[all[0]!]).toLowerCase() === 'that')
    all.shift();
  return all.length > MOST_WORDS ? all.slice(0, MOST_WORDS) : all;
}

const NONE: readonly number[] = [];

function quotedWords(words: Words, text: string, statement: WireStatement, run: readonly number[]): readonly number[] {
  if (statement.form === 'direct') return run;
  const spans = quotedSpans(text, statement);
  return spans.length === 0 ? NONE : wordsIn(words, spans).map((i) => words.hash[i]!);
}

/** The content of a statement, for comparing. */
export function contentOf(words: Words, text: string, statement: WireStatement): Content {
  const at = contentWords(words, text, statement);
  const run = at.map((i) => words.hash[i]!);
  const quoted = quotedWords(words, text, statement, run);
  const stems = stemsOf(at.map((i) => words.stem[i]!));
  let weight = 0;
  for (const stem of stems) weight += weightOf(stem);
  const denies = statement.act === 'deny';
  const nots = at.reduce((sum, i) => sum + ((words.bits[i]! & WORD.negation) === 0 ? 0 : 1), 0);
  const negative = (nots % 2 === 1) !== denies;
  const key = hashRun([...run, denies ? 1 : 3, ...(quoted === run ? [5] : quoted)]);
  return { key, words: run, quoted, stems, weight, negative, denies };
}

/** True if it says enough that two speakers would not say it by chance: "No comment" does not. */
export const isTelling = ({ words, weight }: Content): boolean => words.length >= 6 && weight >= 3;
