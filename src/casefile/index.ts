/** The case file: takes a database behind a small port, gives what is kept: bytes, texts, findings, decisions and the log. */
export { CaseError, type CaseFault } from './case-error.ts';
export type { Database, Done, Row, Value } from './database.ts';
export { APPLICATION_ID, createSchema, migrate, SCHEMA_VERSION, schemaVersion } from './migrate.ts';
export { MIGRATIONS } from './migrations/list.ts';
export type { Migration } from './migrations/migration.ts';
