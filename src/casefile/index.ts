/** The case file: takes a database behind a small port, gives what is kept: bytes, texts, findings, decisions and the log. */
export { type Added, type AddOptions, type Arrival, add } from './add.ts';
export type { Case, Packed, Tools } from './case.ts';
export { CaseError, type CaseFault } from './case-error.ts';
export { beginLog, logMigrations } from './create-case.ts';
export type { Database, Done, Row, Value } from './database.ts';
export type { Event, Fact } from './event.ts';
export { APPLICATION_ID, createSchema, migrate, SCHEMA_VERSION, schemaVersion } from './migrate.ts';
export { MIGRATIONS } from './migrations/list.ts';
export type { Migration } from './migrations/migration.ts';
