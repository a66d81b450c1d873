import type { Reason, Span } from '../model/index.ts';
import { type Alignment, align, differences, selfScore } from './align.ts';
import { quotedSpans } from './content.ts';
import type { Telling } from './report.ts';
import { MOST_COMPARED } from './standing.ts';
import { type Lexer, wordsIn } from './words.ts';

/** Two versions of one quotation, and the words in which they differ. */
export interface Alteration {
  readonly from: Telling;
  readonly to: Telling;
  readonly words: { readonly from: readonly Span[]; readonly to: readonly Span[] };
  readonly because: readonly Reason[];
  readonly confidence: number;
}

/** The words of a quotation as they stand. */
interface Run {
  readonly hash: readonly number[];
  readonly at: readonly Span[];
  /** True where a sentence, a cut (…) or another piece of the quotation begins with the word. */
  readonly breaks: readonly boolean[];
  /** True where the word stands in square brackets: put in by the reporter, and said to be. */
  readonly bracketed: readonly boolean[];
}

const BREAK = /[.?!…;:]|--|[—–]/u;
/** This much of the shorter quotation must stand in the other. */
const LEAST_ALIKE = 0.5;
const LEAST_WORDS = 4;
/** So many words at the edge of a quotation may be others; more are another cut. */
const EDGE = 4;

function runOf(telling: Telling, lexer: Lexer): Run {
  const { text } = telling.report;
  const hash: number[] = [];
  const at: Span[] = [];
  const breaks: boolean[] = [];
  const bracketed: boolean[] = [];
  for (const [from, to] of quotedSpans(text, telling)) {
    const piece = text.slice(from, to);
    const words = lexer.wordsOf(piece);
    let last = 0;
    let depth = 0;
    for (const i of wordsIn(words, [[0, piece.length]])) {
      const gap = piece.slice(last, words.start[i]);
      for (const sign of gap) depth += sign === '[' ? 1 : sign === ']' ? -1 : 0;
      hash.push(words.hash[i]!);
      at.push([from + words.start[i]!, from + words.end[i]!]);
      breaks.push(last === 0 || BREAK.test(gap));
      bracketed.push(depth > 0);
      last = words.end[i]!;
    }
  }
  return { hash, at, breaks, bracketed };
}

/** An alignment drawn out over a few words at its ends that differ, where no sentence ends between. */
function drawnOut(a: Run, b: Run, { score, from, to }: Alignment): Alignment {
  const before = Math.min(from[0], from[1]);
  const after = Math.min(a.hash.length - 1 - to[0], b.hash.length - 1 - to[1]);
  const opens = before > 0 && before <= EDGE && !a.breaks[from[0]] && !b.breaks[from[1]] ? before : 0;
  const closes = after > 0 && after <= EDGE && !a.breaks[to[0] + 1] && !b.breaks[to[1] + 1] ? after : 0;
  return { score, from: [from[0] - opens, from[1] - opens], to: [to[0] + closes, to[1] + closes] };
}

/** Adjoining words as one span. */
function spansOf(run: Run, from: number, to: number): readonly Span[] {
  if (to <= from) return [];
  return [[run.at[from]![0], run.at[to - 1]![1]]];
}

/** True if words that only `full` has were left out openly: at a sentence's end, at "…", or between two pieces of the quotation. */
const openlyCut = (short: Run, at: number, full: Run, from: number, to: number): boolean =>
  at >= short.hash.length || at === 0 || short.breaks[at]! || full.bracketed.slice(from, to).every(Boolean);

/**
 * The words in which two quotations differ, if they are versions of one.
 * @returns undefined where they do not differ, or where they are not the same quotation; a cut that is shown is no change
 */
export function alterationOf(later: Telling, earlier: Telling, lexer: Lexer): Alteration | undefined {
  const [a, b] = [runOf(later, lexer), runOf(earlier, lexer)];
  if (Math.min(a.hash.length, b.hash.length) < LEAST_WORDS) return undefined;
  const found = align(a.hash, b.hash);
  const share = found.score / Math.min(selfScore(a.hash), selfScore(b.hash));
  if (share < LEAST_ALIKE || found.score < 2) return undefined;
  const from: Span[] = [];
  const to: Span[] = [];
  let count = 0;
  for (const difference of differences(a.hash, b.hash, drawnOut(a, b, found))) {
    const [a0, a1] = difference.a;
    const [b0, b1] = difference.b;
    const bracketed = a.bracketed.slice(a0, a1).some(Boolean) || b.bracketed.slice(b0, b1).some(Boolean);
    if (bracketed) continue;
    if (a0 === a1 && openlyCut(a, a0, b, b0, b1)) continue;
    if (b0 === b1 && openlyCut(b, b0, a, a0, a1)) continue;
    from.push(...spansOf(a, a0, a1));
    to.push(...spansOf(b, b0, b1));
    count++;
  }
  if (count === 0) return undefined;
  const note = `${count === 1 ? 'one place' : `${count} places`} in which the words differ`;
  const confidence = Math.round(100 * Math.min(0.97, 0.45 + 0.55 * share)) / 100;
  return { from: later, to: earlier, words: { from, to }, because: [{ rule: 'altered-words', note }], confidence };
}

const isQuoted = ({ said }: Telling): boolean => said.quoted.length >= LEAST_WORDS;

/** Each quotation of a cluster that differs from the earliest one that it is a version of; members earliest first. */
export function alterationsOf(members: readonly Telling[], lexer: Lexer): readonly Alteration[] {
  const quoted = members.filter(isQuoted);
  const out: Alteration[] = [];
  for (const [i, later] of quoted.entries()) {
    for (const earlier of quoted.slice(0, Math.min(i, MOST_COMPARED))) {
      if (earlier.report === later.report) continue;
      if (sameRun(later, earlier)) break;
      const found = alterationOf(later, earlier, lexer);
      if (found !== undefined) {
        out.push(found);
        break;
      }
      if (isPartOf(later, earlier)) break;
    }
  }
  return out;
}

const sameRun = (a: Telling, b: Telling): boolean =>
  a.said.quoted.length === b.said.quoted.length && a.said.quoted.every((word, i) => word === b.said.quoted[i]);

/** True if two quotations overlap: they were compared, and do not differ. */
const isPartOf = (a: Telling, b: Telling): boolean =>
  align(a.said.quoted, b.said.quoted).score >= LEAST_ALIKE * Math.min(selfScore(a.said.quoted), selfScore(b.said.quoted));
