import type { Case } from '../case.ts';
import { MIGRATIONS } from '../migrations/list.ts';
import { type Check, fault } from './fault.ts';

/** The names that the migrations give to tables, views, indexes and triggers. */
const EXPECTED = MIGRATIONS.flatMap(({ sql }) =>
  [...sql.matchAll(/^CREATE (?:UNIQUE |VIRTUAL )?(TABLE|VIEW|INDEX|TRIGGER) (?:IF NOT EXISTS )?(\w+)/gm)].map(
    (match) => [match[1]!.toLowerCase(), match[2]!] as const,
  ),
);
const ALL_SQL = MIGRATIONS.map(({ sql }) => sql).join('\n');

/** SQLite's own checks, and that every table, view and trigger is as the migrations made it. */
export function* checkFile({ db }: Case): Check {
  for (const row of db.all('PRAGMA integrity_check(20)')) {
    const said = String(Object.values(row)[0]);
    if (said !== 'ok') yield fault('the SQLite file', `SQLite's integrity check says: ${said}.`);
  }
  yield undefined;
  for (const row of db.all('PRAGMA foreign_key_check')) {
    yield fault(`${row.table}, row ${row.rowid}`, `It leads to a row of ${row.parent} that is not there.`);
  }
  const schema = new Map(
    db.all<{ name: string; sql: string | null }>('SELECT name, sql FROM sqlite_schema').map(({ name, sql }) => [name, sql]),
  );
  for (const [kind, name] of EXPECTED) {
    const sql = schema.get(name);
    if (sql === undefined) yield fault(`the ${kind} ${name}`, 'Expected it in the schema, found none: somebody took it away.');
    else if (kind !== 'table' && sql !== null && !ALL_SQL.includes(sql))
      yield fault(`the ${kind} ${name}`, 'It is not as Hearsay made it: somebody changed it.');
  }
}
