import type { Span } from '../../model/index.ts';
import { type FoldedWord, foldedWords } from './fold.ts';
import type { Node, Words } from './query.ts';

/** Some text around the words that were found. */
export interface Context {
  /** Where it stands in the report's text, or in its title. */
  readonly at: Span;
  readonly text: string;
  /** The words that were looked for, counted from the beginning of `text`. */
  readonly marks: readonly Span[];
  /** True where the paragraph begins earlier, or goes on. */
  readonly cut: { readonly before: boolean; readonly after: boolean };
}

/** Characters before and after the first word that is shown. */
const BEFORE = 90;
const AFTER = 210;
const EDGE = 24;

/** The terms whose words are to be seen in a hit: all that are looked for, none that are ruled out. */
export function termsOf(node: Node | null, field: (name: string | undefined) => boolean = () => true): readonly Words[] {
  switch (node?.kind) {
    case 'and':
    case 'or':
      return node.of.flatMap((part) => termsOf(part, field));
    case 'near':
      return field(node.field) ? node.terms : [];
    case 'words':
      return field(node.field) ? [node] : [];
    default:
      return [];
  }
}

/** Where the terms stand in a text, in order; a phrase only where all of it stands. */
export function findTerms(words: readonly FoldedWord[], terms: readonly Words[]): readonly Span[] {
  const byFirst = new Map<string, Words[]>();
  const prefixes: Words[] = [];
  for (const term of terms) {
    if (term.prefix && term.words.length === 1) prefixes.push(term);
    else byFirst.set(term.words[0]!, [...(byFirst.get(term.words[0]!) ?? []), term]);
  }
  const found: Span[] = [];
  for (const [i, { word }] of words.entries()) {
    const starting = [...(byFirst.get(word) ?? []), ...prefixes].filter((term) => standsAt(words, i, term));
    const longest = Math.max(0, ...starting.map((term) => term.words.length));
    if (longest > 0) found.push([words[i]!.at[0], words[i + longest - 1]!.at[1]]);
  }
  return merged(found);
}

const standsAt = (words: readonly FoldedWord[], at: number, { words: term, prefix }: Words): boolean =>
  term.every((part, i) => {
    const word = words[at + i]?.word;
    return prefix && i === term.length - 1 ? word?.startsWith(part) === true : word === part;
  });

function merged(spans: readonly Span[]): readonly Span[] {
  const out: Span[] = [];
  for (const span of spans) {
    const last = out.at(-1);
    if (last !== undefined && span[0] <= last[1]) out[out.length - 1] = [last[0], Math.max(last[1], span[1])];
    else out.push(span);
  }
  return out;
}

/**
 * The words of a search in the text around them.
 *
 * @param within where to look: a statement's words, or the whole text
 * @returns the place with the most of the terms; the beginning of `within` where none of them stands there
 */
export function contextOf(text: string, within: Span, terms: readonly Words[]): Context {
  const part = text.slice(within[0], within[1]);
  const marks = findTerms(foldedWords(part), terms);
  const first = bestOf(marks);
  const whole = part.length <= BEFORE + AFTER;
  const from = whole ? 0 : wordEdge(part, Math.max(0, (marks[first]?.[0] ?? 0) - BEFORE), 1);
  const to = whole ? part.length : wordEdge(part, Math.min(part.length, Math.max(from + BEFORE + AFTER, marks[first]?.[1] ?? 0)), -1);
  const at: Span = [within[0] + from, within[0] + to];
  return {
    at,
    text: part.slice(from, to),
    cut: { before: goesOn(text, at[0] - 1), after: goesOn(text, at[1]) },
    marks: marks.filter(([start, end]) => start >= from && end <= to).map(([start, end]) => [start - from, end - from] as const),
  };
}

/** True if the paragraph has a sign at the place, or after the white space there. */
function goesOn(text: string, at: number): boolean {
  if (at < 0 || at >= text.length) return false;
  const line = text.slice(Math.max(0, at - 1), at + 2);
  return !line.includes('\n') && /\S/.test(line);
}

/** The mark after which most others stand near. */
function bestOf(marks: readonly Span[]): number {
  let best = 0;
  let most = 0;
  let end = 0;
  for (const [i, [start]] of marks.entries()) {
    while (end < marks.length && marks[end]![1] <= start + AFTER) end++;
    if (end - i > most) [best, most] = [i, end - i];
  }
  return best;
}

/** The nearest edge of a word, so that none is cut; within a few characters, and never within a surrogate pair. */
function wordEdge(text: string, at: number, step: 1 | -1): number {
  if (at <= 0 || at >= text.length) return Math.max(0, Math.min(at, text.length));
  for (let i = at, left = EDGE; left > 0 && i > 0 && i < text.length; i += step, left--) {
    if (/\s/.test(text[step === 1 ? i - 1 : i]!)) return i;
  }
  return /[\uDC00-\uDFFF]/.test(text[at]!) ? at + step : at;
}
