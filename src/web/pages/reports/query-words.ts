/** Fields of a search that a facet sets, by the facet's name. */
const quoted = (text: string): string => `"${text.replaceAll('"', ' ')}"`;

/** A month as the search takes it, to both ends. */
const inMonth = (value: string): string => `date:[${value} TO ${value}]`;

/**
 * What a facet's value is in a search; undefined where none can be looked for.
 * @example termOf('publisher', 'Harbour Daily') // 'publisher:"Harbour Daily"'
 */
export function termOf(facet: string, value: string): string | undefined {
  if (value === '') return undefined;
  if (facet === 'date') return inMonth(value);
  if (facet === 'publisher' || facet === 'speaker') return `${facet}:${quoted(value)}`;
  return `${facet}:${value}`;
}

/** True if a search has the term as it stands. */
export const hasTerm = (q: string, term: string): boolean => ` ${q} `.includes(` ${term} `);

/** Puts a term into a search, or takes it out again. @example withTerm('flood', 'grade:bare') // 'flood grade:bare' */
export function withTerm(q: string, term: string): string {
  if (hasTerm(q, term)) return ` ${q} `.replace(` ${term} `, ' ').trim();
  return `${q.trim()} ${term}`.trim();
}
