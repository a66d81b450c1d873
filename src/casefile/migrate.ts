import { CaseError } from './case-error.ts';
import type { Database } from './database.ts';
import { MIGRATIONS } from './migrations/list.ts';
import type { Migration } from './migrations/migration.ts';

/** `PRAGMA application_id` of every case file: "HSAY" in ASCII. `file` and SQLite show it. */
export const APPLICATION_ID = 0x48534159;

/** The version of the schema that this Hearsay writes. */
export const SCHEMA_VERSION = MIGRATIONS.at(-1)!.number;

const pragma = (db: Database, name: string): number => Number(Object.values(db.get(`PRAGMA ${name}`)!)[0]);

/** The schema's version of a case file. @throws CaseError where it is none of ours, or newer than this Hearsay knows */
export function schemaVersion(db: Database): number {
  const application = pragma(db, 'application_id');
  const version = pragma(db, 'user_version');
  if (application !== APPLICATION_ID) {
    throw new CaseError('not-a-case', 'Expected a case file, found a SQLite database of another program; nothing was changed.');
  }
  if (version > SCHEMA_VERSION) {
    const found = `Expected a case file of schema ${SCHEMA_VERSION} or older, found schema ${version}`;
    throw new CaseError('newer-version', `${found}: a newer Hearsay made it. Update Hearsay; nothing was changed.`);
  }
  return version;
}

/** Gives an empty database the schema. */
export function createSchema(db: Database, migrations: readonly Migration[] = MIGRATIONS): void {
  db.transaction(() => {
    db.exec(`PRAGMA application_id = ${APPLICATION_ID}`);
    for (const { number, sql } of migrations) db.exec(`${sql}\nPRAGMA user_version = ${number};`);
  });
}

/**
 * Brings a case file up to this Hearsay's schema, all steps in one transaction.
 *
 * @returns the steps that were taken; none where it is up to date
 * @throws CaseError 'not-a-case', 'newer-version', and 'read-only' where steps are due and it cannot be written
 */
export function migrate(db: Database, migrations: readonly Migration[] = MIGRATIONS): readonly Migration[] {
  const due = (): readonly Migration[] => {
    const version = schemaVersion(db);
    return migrations.filter(({ number }) => number > version);
  };
  if (due().length === 0) return [];
  if (db.readOnly) {
    throw new CaseError(
      'read-only',
      'This case file is of an older schema and must be brought up to date once, but it cannot be written. Copy it to a place where it can.',
    );
  }
  return db.transaction(() => {
    const steps = due(); // another process may have been here first
    for (const { number, sql } of steps) db.exec(`${sql}\nPRAGMA user_version = ${number};`);
    return steps;
  });
}
