import type { Outline, StatementOutline } from './outline.ts';

const FIELDS = ['source', 'cue', 'content', 'form', 'within', 'at', 'id'] as const;
/** Compared where the expectation has them: what it leaves out, it leaves open. */
const SOURCED = ['speaker', 'type', 'grade', 'act', 'channel', 'outlet', 'addressee', 'said', 'chain', 'allegations'] as const;

const shown = (value: unknown): string => (value === '' ? 'none' : JSON.stringify(value));

const name = ({ id, source, cue, content }: StatementOutline): string =>
  `${id} (${[source, cue, content.length > 40 ? `${content.slice(0, 40)}…` : content].filter((part) => part !== '').join(' | ')})`;

/** How much two statements have in common: the words count most, then the place. */
function likeness(a: StatementOutline, b: StatementOutline): number {
  const weights = { content: 4, cue: 2, at: 2, source: 1, form: 0, within: 0, id: 0 };
  const same = FIELDS.reduce((sum, field) => sum + (a[field] !== '' && a[field] === b[field] ? weights[field] : 0), 0);
  const near = a.content !== '' && b.content !== '' && (a.content.includes(b.content) || b.content.includes(a.content)) ? 1 : 0;
  return same + near;
}

/** Pairs each expected statement with the found one that is most like it; the likest pairs first. */
function pair(expected: readonly StatementOutline[], found: readonly StatementOutline[]): ReadonlyMap<StatementOutline, StatementOutline> {
  const candidates = expected.flatMap((e) => found.map((f) => ({ e, f, score: likeness(e, f) }))).filter(({ score }) => score > 0);
  candidates.sort((a, b) => b.score - a.score);
  const pairs = new Map<StatementOutline, StatementOutline>();
  const taken = new Set<StatementOutline>();
  for (const { e, f } of candidates) {
    if (pairs.has(e) || taken.has(f)) continue;
    pairs.set(e, f);
    taken.add(f);
  }
  return pairs;
}

function statementDifferences(expected: Outline, found: Outline): string[] {
  const pairs = pair(expected.statements, found.statements);
  const taken = new Set(pairs.values());
  // "s3" here and "s4" there are the same teller if they are a pair: one statement too many does not upset all that follow.
  const idHere = new Map([...pairs].map(([e, f]) => [f.id, e.id]));
  const differs = expected.statements.flatMap((e) => {
    const f = pairs.get(e);
    if (f === undefined) return [`statement ${name(e)}: not found`];
    const translated = { ...f, id: e.id, within: f.within === null ? null : (idHere.get(f.within) ?? f.within) };
    const fields = [...FIELDS, ...SOURCED.filter((field) => field in e)];
    return fields
      .filter((field) => e[field] !== translated[field])
      .map((field) => `statement ${name(e)}: ${field}\n  expected ${shown(e[field])}\n  found    ${shown(translated[field])}`);
  });
  const extra = found.statements.filter((f) => !taken.has(f)).map((f) => `statement ${name(f)} was found and is not expected`);
  const order = expected.statements.map((e) => found.statements.indexOf(pairs.get(e) ?? e));
  const ordered = differs.length + extra.length > 0 || order.every((index, i) => index === i);
  return [...differs, ...extra, ...(ordered ? [] : ['the statements are in another order'])];
}

/** Differences of two lists in which order does not matter and the same entry may stand twice. */
function listDifferences(what: string, expected: readonly string[], found: readonly string[]): string[] {
  const left = [...found];
  const missing = expected.filter((entry) => {
    const at = left.indexOf(entry);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return [
    ...missing.map((entry) => `${what} ${shown(entry)}: not found`),
    ...left.map((entry) => `${what} ${shown(entry)} was found and is not expected`),
  ];
}

/**
 * Where two outlines of one report differ: which statement, which field, what was expected and what was found.
 *
 * @returns one entry for each place; none if they are the same
 */
export function differences(expected: Outline, found: Outline): string[] {
  return [
    ...statementDifferences(expected, found),
    ...listDifferences('missed', expected.missed, found.missed),
    ...listDifferences('notice', expected.notices, found.notices),
  ];
}
