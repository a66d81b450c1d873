import type { Value } from '../database.ts';
import { OF_REPORT } from './fields.ts';
import type { Coded, Dated, Near, Node, Words } from './query.ts';

/** What is looked through: statements, or whole reports. */
export type Unit = 'statement' | 'report';

/** A search as SQL over the rows of one unit. */
export interface Plan {
  /** What FTS5 is asked; undefined where no word narrows the search as a whole. */
  readonly match: string | undefined;
  /** True if the words decide alone: then their table need not be joined with the rows. */
  readonly bare: boolean;
  /** Tables and conditions: `FROM …`, `WHERE …`; values stand for "?" in this order. */
  readonly from: string;
  readonly where: string;
  readonly values: readonly Value[];
}

interface Condition {
  readonly sql: string;
  readonly values: readonly Value[];
}

interface UnitTables {
  readonly words: string;
  readonly rows: string;
  readonly key: string;
  /** The columns that each field looks at. */
  readonly columns: Readonly<Record<string, string>>;
}

export const TABLES: Readonly<Record<Unit, UnitTables>> = {
  statement: {
    words: 'statement_words',
    rows: 'search_statements',
    key: 'number',
    columns: { content: 'content', speaker: '{speaker source}', accused: 'accused' },
  },
  report: { words: 'report_words', rows: 'search_reports', key: 'article', columns: { title: 'title', publisher: 'publisher' } },
};

/** The statements that a search finds; null finds all. */
export const planStatements = (wanted: Node | null): Plan => planOf(wanted, 'statement');

/**
 * The reports that a search finds: those that hold a statement it finds and, where it names nothing of a statement, those
 * whose own words it finds.
 */
export function planReports(wanted: Node | null): Plan {
  if (wanted === null || !namesStatement(wanted)) return planOf(wanted, 'report');
  const { from, where, values } = planStatements(wanted);
  return {
    match: undefined,
    bare: false,
    from: 'search_reports AS r',
    where: `r.article IN (SELECT s.article FROM ${from} WHERE ${where})`,
    values,
  };
}

/** True if a search names a property that statements have and reports have not. */
export function namesStatement(node: Node): boolean {
  if (node.kind === 'and' || node.kind === 'or') return node.of.some(namesStatement);
  if (node.kind === 'not') return namesStatement(node.of);
  if (node.kind === 'code') return true;
  return 'field' in node && node.field !== undefined && !OF_REPORT.has(node.field);
}

/** True if a search looks for words that any part of a report may hold. */
export function hasFreeWords(node: Node): boolean {
  if (node.kind === 'and' || node.kind === 'or') return node.of.some(hasFreeWords);
  if (node.kind === 'not') return hasFreeWords(node.of);
  return (node.kind === 'words' || node.kind === 'near') && node.field === undefined;
}

function planOf(wanted: Node | null, unit: Unit): Plan {
  const { words, rows, key } = TABLES[unit];
  const alias = unit[0]!;
  const parts = wanted === null ? [] : wanted.kind === 'and' ? wanted.of : [wanted];
  const positive = parts.filter((part) => matchOf(part, unit) !== undefined);
  const negative = positive.length === 0 ? [] : parts.filter((part) => part.kind === 'not' && matchOf(part.of, unit) !== undefined);
  const matched: Node | undefined = positive.length + negative.length > 1 ? { kind: 'and', of: [...positive, ...negative] } : positive[0];
  const match = matched === undefined ? undefined : matchOf(matched, unit);
  const rest = parts.filter((part) => !positive.includes(part) && !negative.includes(part)).map((part) => conditionOf(part, unit));
  if (match === undefined) {
    return { match, bare: false, from: `${rows} AS ${alias}`, where: allOf(rest).sql, values: allOf(rest).values };
  }
  const { sql, values } = allOf([{ sql: `${words} MATCH ?`, values: [match] }, ...rest]);
  // CROSS JOIN: the words first, then their rows.
  return {
    match,
    bare: rest.length === 0,
    from: `${words} CROSS JOIN ${rows} AS ${alias} ON ${alias}.${key} = ${words}.rowid`,
    where: sql,
    values,
  };
}

const allOf = (conditions: readonly Condition[]): Condition => ({
  sql: conditions.length === 0 ? 'TRUE' : conditions.map(({ sql }) => sql).join(' AND '),
  values: conditions.flatMap(({ values }) => values),
});

/** A part of a search in the language of FTS5; undefined where words alone do not say it. */
function matchOf(node: Node, unit: Unit): string | undefined {
  switch (node.kind) {
    case 'words':
      return inColumns(phrase(node), node, unit);
    case 'near':
      return inColumns(`NEAR(${node.terms.map(phrase).join(' ')}, ${node.distance})`, node, unit);
    case 'or': {
      const parts = node.of.map((part) => matchOf(part, unit));
      return parts.includes(undefined) ? undefined : `(${parts.join(' OR ')})`;
    }
    case 'and': {
      const wanted = node.of.filter(({ kind }) => kind !== 'not').map((part) => matchOf(part, unit));
      const unwanted = node.of.flatMap((part) => (part.kind === 'not' ? [matchOf(part.of, unit)] : []));
      if (wanted.length === 0 || wanted.includes(undefined) || unwanted.includes(undefined)) return undefined;
      const both = wanted.join(' AND ');
      return unwanted.length === 0 ? `(${both})` : `((${both}) NOT (${unwanted.join(' OR ')}))`;
    }
    default:
      return undefined;
  }
}

/** Words are letters and digits alone, so that no quotation mark can end the phrase early. */
const phrase = ({ words, prefix }: Words): string => `"${words.join(' ')}"${prefix ? ' *' : ''}`;

function inColumns(match: string, { field }: Words | Near, unit: Unit): string | undefined {
  if (field === undefined) return match;
  const columns = TABLES[unit].columns[field];
  return columns === undefined ? undefined : `(${columns} : ${match})`;
}

function conditionOf(node: Node, unit: Unit): Condition {
  const { words, key } = TABLES[unit];
  const match = matchOf(node, unit);
  if (match !== undefined) return { sql: `${unit[0]}.${key} IN (SELECT rowid FROM ${words} WHERE ${words} MATCH ?)`, values: [match] };
  switch (node.kind) {
    case 'and':
      return allOf(node.of.map((part) => conditionOf(part, unit)));
    case 'or': {
      const parts = node.of.map((part) => conditionOf(part, unit));
      return { sql: `(${parts.map(({ sql }) => `(${sql})`).join(' OR ')})`, values: parts.flatMap(({ values }) => values) };
    }
    case 'not': {
      const { sql, values } = conditionOf(node.of, unit);
      return { sql: `NOT (${sql})`, values };
    }
    case 'code':
      return codeCondition(node);
    case 'date':
      return dateCondition(node, unit[0]!);
    default:
      return reportWords(node);
  }
}

/** Words of a report's title or publisher, asked of its statements. */
function reportWords(node: Words | Near): Condition {
  const match = matchOf(node, 'report');
  if (match === undefined) throw new Error(`expected a field of a report, found "${node.field}"`);
  return { sql: 's.article IN (SELECT rowid FROM report_words WHERE report_words MATCH ?)', values: [match] };
}

/** Decisions about a statement itself; a note decides nothing. */
export const REVIEWED = `(r.about = 'statement' AND r.action IN ('accept', 'reject', 'correct'))`;

function codeCondition({ field, value }: Coded): Condition {
  if (field === 'wrong' || field === 'status') {
    return { sql: `s.number IN (SELECT statement FROM allegations WHERE ${field} = ?)`, values: [value] };
  }
  if (field === 'reviewed') {
    const decided = `SELECT t.number FROM standing_reviews AS r JOIN statements AS t ON t.analysis = r.analysis AND t.id = r.id WHERE ${REVIEWED}`;
    return { sql: `s.number ${value === 'yes' ? 'IN' : 'NOT IN'} (${decided})`, values: [] };
  }
  return { sql: `s.${field} = (SELECT number FROM search_names WHERE name = ?)`, values: [value] };
}

/** Dates are compared as text: "2020-06-30T10:00Z" lies before "2020-06~", and so within June. */
function dateCondition({ from, to }: Dated, alias: string): Condition {
  const column = `${alias}.published`;
  const conditions: Condition[] = [{ sql: `${column} >= ?`, values: [from ?? '0'] }];
  if (to !== undefined) conditions.push({ sql: `${column} <= ?`, values: [`${to}~`] });
  return allOf(conditions);
}
