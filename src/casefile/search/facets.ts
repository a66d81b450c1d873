import type { Case } from '../case.ts';
import type { Value } from '../database.ts';
import { namesStatement, planReports, planStatements, REVIEWED, type Unit } from './plan.ts';
import type { Query } from './query.ts';
import { countReports } from './report-facets.ts';

export const FACETS = ['publisher', 'date', 'speaker', 'grade', 'wrong', 'act', 'reviewed'] as const;
export type Facet = (typeof FACETS)[number];

/** How many hits have a value. */
export interface FacetValue {
  /** As it goes into a search; '' for those without one. Dates are months. */
  readonly value: string;
  readonly count: number;
}

export interface FacetOptions {
  /** What is counted: statements, or reports that have at least one such statement. Statements if not given. */
  readonly unit?: Unit | undefined;
  /** The most values of each facet, the most frequent first; 50 if not given. Dates come whole, in their order. */
  readonly limit?: number | undefined;
  readonly only?: readonly Facet[] | undefined;
}

export type Facets = Readonly<Partial<Record<Facet, readonly FacetValue[]>>>;

/** Of a statement: what is counted together, and the tables that it takes. */
const VALUES: Readonly<Record<Facet, readonly [value: string, join?: string]>> = {
  publisher: ['p.publisher', 'JOIN search_reports AS p ON p.article = s.article'],
  date: ['substr(s.published, 1, 7)'],
  speaker: ['s.speaker'],
  grade: ['s.grade'],
  act: ['s.act'],
  wrong: ['g.wrong', 'JOIN allegations AS g ON g.statement = s.number'],
  reviewed: [`CASE WHEN s.number IN (SELECT number FROM decided) THEN 'yes' ELSE 'no' END`],
};
/** Those whose values are numbers of names. */
const NAMED: ReadonlySet<Facet> = new Set(['speaker', 'grade', 'act']);
const DECIDED = `SELECT t.number FROM standing_reviews AS r JOIN statements AS t ON t.analysis = r.analysis AND t.id = r.id WHERE ${REVIEWED}`;

/** Facets that a report has as a whole, even one without statements. */
const OF_REPORTS: Readonly<Partial<Record<Facet, string>>> = { publisher: 'r.publisher', date: 'substr(r.published, 1, 7)' };

/**
 * Counts what a search finds by publisher, month, speaker, grade, wrong, act, and whether a person has decided on it.
 *
 * @example countFacets(kept, parseQuery('flood'), { unit: 'report' }).publisher // [{ value: 'The Bay Courier', count: 3 }, …]
 */
export function countFacets(kept: Case, query: Query, options: FacetOptions = {}): Facets {
  const { unit = 'statement', limit = 50, only = FACETS } = options;
  const facets = FACETS.filter((facet) => only.includes(facet));
  if (facets.length === 0) return {};
  const reports = planReports(query.wanted);
  const statements = foundStatements(query, unit);
  const tables = `WITH reports AS MATERIALIZED (SELECT r.article AS article FROM ${reports.from} WHERE ${reports.where}),
found AS MATERIALIZED (${statements.sql}), decided AS MATERIALIZED (${DECIDED})`;
  const values = [...reports.values, ...statements.values];
  const found = { tables, values, all: unit === 'report' && query.wanted === null };
  const counted = facets.filter((facet) => unit === 'statement' || facet in OF_REPORTS);
  const rows =
    counted.length === 0
      ? []
      : kept.db.all<{ facet: Facet; value: string; n: number }>(
          `${tables} ${counted.map((facet) => branchOf(facet, unit, limit)).join(' UNION ALL ')}`,
          ...values,
        );
  const ofReports = countReports(
    kept,
    found,
    facets.filter((facet) => !counted.includes(facet)),
    limit,
  );
  const valuesOf = (facet: Facet) => rows.filter((row) => row.facet === facet).map(({ value, n }) => ({ value, count: n }));
  return Object.fromEntries(facets.map((facet) => [facet, ofReports.get(facet) ?? valuesOf(facet)]));
}

function branchOf(facet: Facet, unit: Unit, limit: number): string {
  const ofReport = unit === 'report' ? OF_REPORTS[facet] : undefined;
  const [value, join = ''] = VALUES[facet];
  const each = facet === 'wrong' ? 'count(DISTINCT s.number)' : 'count(*)';
  const counted =
    ofReport === undefined
      ? `${value} AS value, ${each} AS n FROM found CROSS JOIN search_statements AS s ON s.number = found.number ${join}`
      : `${ofReport} AS value, count(*) AS n FROM reports CROSS JOIN search_reports AS r ON r.article = reports.article`;
  const [name, names] = NAMED.has(facet) ? ['m.name', 'JOIN search_names AS m ON m.number = c.value'] : ['c.value', ''];
  const [order, most] = facet === 'date' ? ['value', -1] : ['n DESC, value', limit];
  return `SELECT * FROM (SELECT '${facet}' AS facet, ${name} AS value, c.n FROM (SELECT ${counted} GROUP BY 1) AS c ${names} ORDER BY ${order} LIMIT ${most})`;
}

/** The statements that are counted: those found, or all of the reports that are found by words of theirs. */
function foundStatements({ wanted }: Query, unit: Unit): { readonly sql: string; readonly values: readonly Value[] } {
  if (unit === 'statement' || (wanted !== null && namesStatement(wanted))) {
    const { from, where, values } = planStatements(wanted);
    return { sql: `SELECT s.number AS number FROM ${from} WHERE ${where}`, values };
  }
  return { sql: 'SELECT number FROM search_statements WHERE article IN (SELECT article FROM reports)', values: [] };
}
