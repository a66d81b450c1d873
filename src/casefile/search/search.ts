import type { Case } from '../case.ts';
import type { Row, Value } from '../database.ts';
import { cursorOf, placeOf } from './cursor.ts';
import { describeQuery } from './describe-query.ts';
import { type Hit, reportHit, statementHit } from './hits.ts';
import { countPending } from './index-reports.ts';
import { afterKeys, keysOf, orderBy } from './order.ts';
import { hasFreeWords, namesStatement, type Plan, planReports, planStatements, TABLES, type Unit } from './plan.ts';
import type { Query, Sort } from './query.ts';

export interface SearchOptions {
  /** Hits of one page; 20 if not given. */
  readonly limit?: number | undefined;
  /** Where the page before ended, as it said. */
  readonly cursor?: string | undefined;
  /** Only reports, one hit each, however many statements in them are found. */
  readonly reports?: boolean | undefined;
}

/** One page of what a search found. */
export interface Found {
  /** Statements first, then reports that hold the words where no statement that is found does. */
  readonly hits: readonly Hit[];
  /** How many statements it finds in all; of a search for reports, how many reports. */
  readonly total: number;
  /** What the hits are sorted by. */
  readonly sort: Sort;
  /** Where the next page begins; null where there is none. */
  readonly next: string | null;
  /** What a reader of the result must know, in sentences. */
  readonly notes: readonly string[];
}

/** Above so many, how well each matches says little and takes long to tell. */
const MOST_RANKED = 5000;

interface Leg {
  readonly unit: Unit;
  readonly plan: Plan;
}

/** What is looked through, one after the other. */
function legsOf({ wanted }: Query, reports: boolean): readonly Leg[] {
  if (reports) return [{ unit: 'report', plan: planReports(wanted) }];
  const statements: Leg = { unit: 'statement', plan: planStatements(wanted) };
  if (wanted === null || namesStatement(wanted) || !hasFreeWords(wanted)) return [statements];
  const plan = planReports(wanted);
  const { from, where, values } = statements.plan;
  const others: Plan = {
    ...plan,
    bare: false,
    where: `${plan.where} AND r.article NOT IN (SELECT s.article FROM ${from} WHERE ${where})`,
    values: [...plan.values, ...values],
  };
  return [statements, { unit: 'report', plan: others }];
}

const countOf = ({ db }: Case, { unit, plan }: Leg): number => {
  const { bare, from, where, values } = plan;
  return db.get<{ n: number }>(`SELECT count(*) AS n FROM ${bare ? TABLES[unit].words : from} WHERE ${where}`, ...values)!.n;
};

/**
 * Finds statements and reports.
 *
 * @param query as `parseQuery` gives it; every query can be asked
 * @returns one page; call `indexReports` before, or reports that were added since are not seen (and `notes` says so)
 * @throws CaseError 'not-allowed' for a cursor of another search
 * @example search(kept, parseQuery('speaker:Dorn "the bridge"'), { limit: 10 }).hits
 */
export function search(kept: Case, query: Query, options: SearchOptions = {}): Found {
  const limit = Math.max(1, Math.min(1000, Math.trunc(options.limit ?? 20)));
  const legs = legsOf(query, options.reports === true);
  const total = countOf(kept, legs[0]!);
  const sort = sortOf(query, legs[0]!, total);
  const asked = `${options.reports === true ? 'reports' : 'all'} ${sort} ${describeQuery(query.wanted)}`;
  const start = options.cursor === undefined ? { leg: 0, keys: [] } : placeOf(options.cursor, asked);
  const hits: Hit[] = [];
  let next: string | null = null;
  for (let leg = start.leg; leg < legs.length && next === null; leg++) {
    const rows = pageOf(kept, legs[leg]!, sort, leg === start.leg ? start.keys : [], limit - hits.length + 1);
    for (const [i, { number, ...keys }] of rows.entries()) {
      if (hits.length === limit) break;
      hits.push(legs[leg]!.unit === 'statement' ? statementHit(kept, number, query.wanted) : reportHit(kept, number, query.wanted));
      if (hits.length === limit && i + 1 < rows.length) next = cursorOf({ leg, keys: Object.values(keys) as Value[] }, asked);
    }
    if (hits.length === limit && next === null && leg + 1 < legs.length && pageOf(kept, legs[leg + 1]!, sort, [], 1).length > 0)
      next = cursorOf({ leg: leg + 1, keys: [] }, asked);
  }
  return { hits, total, sort, next, notes: notesOf(kept, query, sort, total) };
}

/** Relevance where words were asked for and not too many hold them; else the newest first. */
function sortOf({ sort }: Query, { plan }: Leg, total: number): Sort {
  if (sort !== 'relevance') return sort;
  if (plan.match === undefined || total > MOST_RANKED) return '-date';
  return sort;
}

interface Numbered extends Row {
  readonly number: number;
}

function pageOf({ db }: Case, { unit, plan }: Leg, sort: Sort, after: readonly Value[], limit: number): readonly Numbered[] {
  const ranked = sort === 'relevance' && plan.match === undefined ? '-date' : sort;
  const { words, key: column } = TABLES[unit];
  const alone = plan.bare && ranked === 'relevance';
  const key = alone ? `${words}.rowid` : `${unit[0]}.${column}`;
  const keys = keysOf(ranked, unit, key);
  const columns = keys.map(({ sql }, i) => `${sql} AS k${i}`).join(', ');
  const beyond = after.length === keys.length ? afterKeys(keys, after) : { sql: 'TRUE', values: [] };
  return db.all<Numbered>(
    `SELECT ${key} AS number, ${columns} FROM ${alone ? words : plan.from} WHERE ${plan.where} AND ${beyond.sql}
ORDER BY ${orderBy(keys)} LIMIT ?`,
    ...plan.values,
    ...beyond.values,
    limit,
  );
}

function notesOf(kept: Case, query: Query, sort: Sort, total: number): readonly string[] {
  const notes = query.repairs.map(({ message }) => message);
  if (query.sort === 'relevance' && sort !== 'relevance' && total > MOST_RANKED && query.wanted !== null)
    notes.push(`More than ${MOST_RANKED} hits: the newest come first. More words, or a field, narrow the search.`);
  const pending = countPending(kept);
  if (pending > 0)
    notes.push(`${pending} ${pending === 1 ? 'report is' : 'reports are'} not in the index of searches yet and not looked through.`);
  return notes;
}
