import type { Analysis } from './wire.ts';

/** Entries of a list that are written at once. */
const AT_ONCE = 32;

/** The entries of a long list, a stretch at a time: all of them together make what stands between the list's brackets. */
function* listJson(entries: readonly unknown[]): Generator<string> {
  for (let i = 0; i < entries.length; i += AT_ONCE) {
    const json = JSON.stringify(entries.slice(i, i + AT_ONCE));
    yield `${i > 0 ? ',' : ''}${json.slice(1, -1)}`;
  }
}

/**
 * An analysis as one line of JSON, in parts: joined, they are what `JSON.stringify` gives. The analysis of a book never has
 * to be in memory as one string. An analysis of a report is one part.
 *
 * @example [...analysisJson(analysis)].join('') === JSON.stringify(analysis) // true
 */
export function* analysisJson(analysis: Analysis): Generator<string> {
  const lists = Object.values(analysis).filter((value) => Array.isArray(value));
  if (lists.every((list) => list.length <= AT_ONCE)) {
    yield JSON.stringify(analysis);
    return;
  }
  let open = '{';
  for (const [field, value] of Object.entries(analysis)) {
    if (value === undefined) continue;
    const name = `${open}${JSON.stringify(field)}:`;
    open = ',';
    if (!Array.isArray(value) || value.length <= AT_ONCE) yield `${name}${JSON.stringify(value)}`;
    else {
      yield `${name}[`;
      yield* listJson(value);
      yield ']';
    }
  }
  yield '}';
}
