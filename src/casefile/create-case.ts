import type { Case } from './case.ts';
import { appendEvent } from './event.ts';
import type { Migration } from './migrations/migration.ts';

/** Writes the first row of the log. @param id tells this case from every other; random, by whoever makes it */
export function beginLog(kept: Case, id: string): void {
  kept.db.transaction(() => appendEvent(kept, { event: 'created', case: id, tool: kept.tools.version }));
}

/** The name that a case was given when it was made: no other one has it, whatever its file is called. */
export const caseIdOf = ({ db }: Case): string =>
  db.get<{ id: string }>("SELECT entry ->> '$.case' AS id FROM events WHERE kind = 'created'")!.id;

/** Writes to the log that the schema was brought up to date. */
export function logMigrations(kept: Case, migrated: readonly Migration[]): void {
  const last = migrated.at(-1);
  if (last !== undefined)
    kept.db.transaction(() => appendEvent(kept, { event: 'migrated', schema: last.number, tool: kept.tools.version }));
}
