import { randomUUID } from 'node:crypto';
import { beginLog, type Case, logMigrations } from '../casefile/index.ts';
import type { DatabaseOptions } from './case-database.ts';
import { caseTools } from './case-tools.ts';
import { createCaseDatabase, openCaseDatabase } from './open-case.ts';

export interface CaseFile extends Case {
  readonly close: () => void;
}

export interface CaseOptions extends DatabaseOptions {
  /** The version of Hearsay, as it is to stand in the log. */
  readonly version: string;
  /** The moment, ISO 8601 in UTC; this machine's clock if not given. */
  readonly now?: (() => string) | undefined;
}

/**
 * Makes a case file.
 *
 * @throws CaseError 'exists', 'missing' (no such folder), 'read-only'
 * @example createCaseFile('market.hearsay', { version: '0.1.0' }).close();
 */
export function createCaseFile(path: string, options: CaseOptions): CaseFile {
  const file = caseOf(createCaseDatabase(path, options), options);
  beginLog(file, randomUUID());
  return file;
}

/**
 * Opens a case file; brings one of an older version up to date.
 *
 * @throws CaseError as `openCaseDatabase`
 * @example const file = openCaseFile('market.hearsay', { version: '0.1.0', readOnly: true });
 */
export function openCaseFile(path: string, options: CaseOptions): CaseFile {
  const { db, migrated } = openCaseDatabase(path, options);
  const file = caseOf(db, options);
  logMigrations(file, migrated);
  return file;
}

const caseOf = (db: Case['db'], { version, now }: CaseOptions): CaseFile => {
  const tools = caseTools(version);
  return { db, tools: now === undefined ? tools : { ...tools, now }, close: db.close };
};
