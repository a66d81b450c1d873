import type { Analysis, Span } from '../model/index.ts';

/** Spans of a value with where they stand, whatever the field: every list of two whole numbers under the names of span fields. */
function* spansOf(analysis: Analysis): Generator<readonly [where: string, span: Span]> {
  for (const statement of analysis.statements) {
    const { id, source, cue, content, allegations = [], because } = statement;
    for (const span of source) yield [`${id}.source`, span];
    for (const span of cue) yield [`${id}.cue`, span];
    for (const span of content) yield [`${id}.content`, span];
    for (const { at } of because) for (const span of at) yield [`${id}.because`, span];
    for (const { spans, because: reasons } of allegations) {
      for (const list of Object.values(spans)) for (const span of list ?? []) yield [`${id}.allegations`, span];
      for (const { at } of reasons) for (const span of at) yield [`${id}.allegations`, span];
    }
  }
  for (const { id, mentions } of analysis.speakers) for (const span of mentions) yield [`${id}.mentions`, span];
  for (const { at } of analysis.missed) yield ['missed', at];
  for (const { at } of analysis.notices) if (at !== undefined) yield ['notices', at];
}

const fits = (span: Span, length: number): boolean =>
  Array.isArray(span) &&
  span.length === 2 &&
  Number.isInteger(span[0]) &&
  Number.isInteger(span[1]) &&
  span[0] >= 0 &&
  span[0] <= span[1] &&
  span[1] <= length;

/** The number of spans that an analysis points with. */
export function countSpans(analysis: Analysis): number {
  let count = 0;
  for (const _ of spansOf(analysis)) count++;
  return count;
}

/** Analyses that were found to hold, with the length of their text: they never change, and are asked about more than once. */
const HOLDS = new WeakMap<Analysis, number>();

/**
 * The first thing in an analysis that does not hold against its text: a span that lies outside it, a content without words,
 * an id twice, a speaker or teller that is not there.
 *
 * @param length characters of the text
 * @returns what was expected and found; undefined where all holds
 */
export function faultOf(analysis: Analysis, length: number): string | undefined {
  if (HOLDS.get(analysis) === length) return undefined;
  const fault = findFault(analysis, length);
  if (fault === undefined) HOLDS.set(analysis, length);
  return fault;
}

function findFault(analysis: Analysis, length: number): string | undefined {
  for (const [where, span] of spansOf(analysis)) {
    if (!fits(span, length)) return `expected ${where} within the ${length} characters of the text, found [${String(span)}]`;
  }
  const ids = new Set<string>();
  for (const { id } of [...analysis.statements, ...analysis.speakers]) {
    if (ids.has(id)) return `expected each id once, found "${id}" twice`;
    ids.add(id);
  }
  for (const { id, within, speaker } of analysis.statements) {
    if (within !== null && !ids.has(within)) return `expected the teller of ${id} among its statements, found "${within}"`;
    if (speaker != null && !ids.has(speaker)) return `expected the speaker of ${id} among its speakers, found "${speaker}"`;
  }
  return undefined;
}
