import type { Cluster, Link, Person, Relation } from '../model/index.ts';
import { type Case, recorded } from './case.ts';
import { CaseError } from './case-error.ts';
import type { Row } from './database.ts';

interface RelationRow extends Row {
  readonly size: number;
  readonly record: Uint8Array;
}

const toRelation = <R extends Relation>(kept: Case, { size, record }: RelationRow): R => recorded<R>(kept, { size, bytes: record });

/** What the last relating of the case gave, in its order; nothing where it was never related. */
export function* readRelations(kept: Case): Generator<Relation> {
  for (const row of kept.db.each<RelationRow>('SELECT size, record FROM current_relations ORDER BY place')) yield toRelation(kept, row);
}

/** A relation by its number. @throws CaseError 'unknown-id' */
export function readRelation(kept: Case, number: number): Relation {
  const row = kept.db.get<RelationRow>('SELECT size, record FROM relations WHERE number = ?', number);
  if (row === undefined) throw new CaseError('unknown-id', `There is no relation ${number} in this case.`);
  return toRelation(kept, row);
}

/** All persons of the last run. */
export const readPersons = (kept: Case): readonly Person[] =>
  kept.db
    .all<RelationRow>("SELECT size, record FROM current_relations WHERE kind = 'person' ORDER BY place")
    .map((row) => toRelation<Person>(kept, row));

/** The clusters and links of the last run in which a statement of a report stands. */
export function relationsOfStatement(kept: Case, article: number, statement: string): readonly (Cluster | Link)[] {
  return kept.db
    .all<RelationRow>(
      `SELECT DISTINCT r.number, r.size, r.record FROM members AS m JOIN current_relations AS r ON r.number = m.relation
       WHERE m.article = ? AND m.id = ? AND r.kind <> 'person' ORDER BY r.number`,
      article,
      statement,
    )
    .map((row) => toRelation<Cluster | Link>(kept, row));
}

/** When the case was last related, and how many analyses came in since; undefined where it never was. */
export function lastRun({
  db,
}: Case): { readonly number: number; readonly at: string; readonly analyses: number; readonly since: number } | undefined {
  const row = db.get<{ number: number; at: string; analyses: number; last_analysis: number | null }>(
    'SELECT number, at, analyses, last_analysis FROM runs ORDER BY number DESC LIMIT 1',
  );
  if (row === undefined) return undefined;
  const since = db.get<{ n: number }>('SELECT count(*) AS n FROM analyses WHERE number > ?', row.last_analysis ?? 0)!.n;
  return { number: row.number, at: row.at, analyses: row.analyses, since };
}
