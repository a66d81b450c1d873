import type { Analysis } from '../model/index.ts';
import type { Case } from './case.ts';
import type { Row } from './database.ts';
import { readAnalysis } from './read-article.ts';
import { planReports } from './search/plan.ts';
import type { Query } from './search/query.ts';

/** A decision of a person about a report or something in it, as it goes out of the case. */
export interface ReviewRecord {
  readonly id: number;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly by: string;
  readonly why: string | null;
  readonly action: string;
  readonly about: string;
  /** What it is about: s3, p2, the report's id. */
  readonly of: string;
  /** The correction, the merge or the split. */
  readonly value: unknown;
  /** Of an undoing: the decision that it takes back. */
  readonly undoes: number | null;
  /** False where a later decision takes it back. */
  readonly stands: boolean;
  /** True where it was made about an older reading of the report, whose ids may mean something else. */
  readonly earlier: boolean;
}

/** A report with its current analysis and all decisions about it, those that were taken back too. */
export interface CaseRecord {
  readonly analysis: Analysis;
  readonly reviews: readonly ReviewRecord[];
}

interface ReviewRow extends Row {
  readonly value: string | null;
  readonly undone: number;
  readonly earlier: number;
}

const REVIEWS = `
SELECT number AS id, at, by, why, action, about, id AS "of", value, undoes,
  EXISTS (SELECT 1 FROM reviews AS u WHERE u.undoes = r.number) AS undone, (analysis IS NOT NULL AND analysis <> ?) AS earlier
FROM reviews AS r WHERE article = ? OR undoes IN (SELECT number FROM reviews WHERE article = ?) ORDER BY number`;

/** All decisions about a report and what is in it, in the order in which they were made. */
export function readReviews({ db }: Case, article: number, analysis: number): readonly ReviewRecord[] {
  return db.all<ReviewRow>(REVIEWS, analysis, article, article).map(({ value, undone, earlier, ...row }) => ({
    ...(row as unknown as Omit<ReviewRecord, 'value' | 'stands' | 'earlier'>),
    value: value === null ? null : JSON.parse(value),
    stands: undone === 0,
    earlier: earlier === 1,
  }));
}

/** What goes out: how many reports, and how many are left out since nobody has read them yet. */
export interface RecordCount {
  readonly reports: number;
  readonly unread: number;
}

const MANY = 200;

function asked(query: Query | undefined): { readonly sql: string; readonly values: readonly (string | number | null | Uint8Array)[] } {
  if (query === undefined || query.wanted === null) return { sql: 'TRUE', values: [] };
  const { from, where, values } = planReports(query.wanted);
  return { sql: `a.article IN (SELECT r.article FROM ${from} WHERE ${where})`, values };
}

/** How many records `readRecords` gives. */
export function countRecords({ db }: Case, query?: Query): RecordCount {
  const { sql, values } = asked(query);
  const reports = db.get<{ n: number }>(`SELECT count(*) AS n FROM current_analyses AS a WHERE ${sql}`, ...values)!.n;
  const unread = db.get<{ n: number }>('SELECT count(*) AS n FROM articles WHERE number NOT IN (SELECT article FROM analyses)')!.n;
  return { reports, unread };
}

/**
 * The reports of a case, or those that a search finds, in the order in which they came in. One is held at a time. All are as
 * they were at the first one, whatever others write meanwhile; nothing else may be asked of this connection in between.
 *
 * @param query bring the index up to date before (`indexReports`)
 * @example for (const { analysis, reviews } of readRecords(kept)) …
 */
export function* readRecords(kept: Case, query?: Query): Generator<CaseRecord> {
  const { db } = kept;
  const { sql, values } = asked(query);
  db.exec('BEGIN');
  try {
    for (let after = 0; ; ) {
      const rows = db.all<{ number: number; article: number }>(
        `SELECT a.number, a.article FROM current_analyses AS a WHERE a.article > ? AND ${sql} ORDER BY a.article LIMIT ${MANY}`,
        after,
        ...values,
      );
      for (const { number, article } of rows) {
        yield { analysis: readAnalysis(kept, number).analysis, reviews: readReviews(kept, article, number) };
      }
      if (rows.length < MANY) return;
      after = rows.at(-1)!.article;
    }
  } finally {
    db.exec('COMMIT');
  }
}
