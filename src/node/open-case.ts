import { accessSync, closeSync, constants, existsSync, openSync, readSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { CaseError, createSchema, type Database, type Migration, migrate, schemaVersion } from '../casefile/index.ts';
import { type DatabaseOptions, openDatabase } from './case-database.ts';

/** Bytes of a page: large enough that a report's texts and findings lie in few pages with little room lost. */
const PAGE_SIZE = 8192;
const MAGIC = 'SQLite format 3\0';

/** What the file at a path is, as far as its first bytes tell. */
function lookAt(path: string): 'plain' | 'encrypted' | 'other' {
  const bytes = Buffer.alloc(MAGIC.length);
  const file = openSync(path, 'r');
  try {
    const count = readSync(file, bytes, 0, bytes.length, 0);
    if (count === bytes.length && bytes.toString('latin1') === MAGIC) return 'plain';
  } finally {
    closeSync(file);
  }
  const { size } = statSync(path);
  return size >= 512 && size % 512 === 0 && !isText(bytes) ? 'encrypted' : 'other';
}

/** True if a path is meant as a case file: a file that SQLite wrote, or one whose name ends in ".hearsay". */
export function isCase(path: string): boolean {
  if (path.endsWith('.hearsay')) return true;
  try {
    return statSync(path).isFile() && lookAt(path) === 'plain';
  } catch {
    return false;
  }
}

/** An encrypted file begins with random bytes: hardly ever all of them printable. */
const isText = (bytes: Uint8Array): boolean =>
  bytes.every((byte) => byte === 9 || byte === 10 || byte === 13 || (byte >= 0x20 && byte < 0x7f));

const mayWrite = (path: string): boolean => {
  try {
    accessSync(path, constants.W_OK);
    accessSync(dirname(path), constants.W_OK);
    return true;
  } catch {
    return false;
  }
};

const PRAGMAS = 'PRAGMA foreign_keys = ON; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -32000; PRAGMA temp_store = MEMORY;';

export interface OpenedDatabase {
  readonly db: Database;
  /** The steps that brought its schema up to date; none mostly. */
  readonly migrated: readonly Migration[];
}

const isEmpty = (path: string): boolean => {
  const found = statSync(path);
  return found.isFile() && found.size === 0;
};

const taken = (path: string): CaseError =>
  new CaseError('exists', `Expected nothing at ${path}, found a file; nothing was changed. Choose another name.`);

/** @throws CaseError where a new case file cannot be made at a path: there is something, or no folder for it */
export function checkNewCase(path: string): void {
  const whole = resolve(path);
  // An empty file is as good as none: it may be left from a run that was broken off.
  if (existsSync(whole) && !isEmpty(whole)) throw taken(path);
  if (existsSync(dirname(whole))) return;
  throw new CaseError(
    'missing',
    `Expected a folder at ${dirname(path)}, found none. Make it, or choose another place for ${basename(path)}.`,
  );
}

/**
 * Makes a new case file with an empty schema.
 *
 * @throws CaseError 'exists' where there is something at the path already
 * @example createCaseDatabase('market.hearsay', { passphrase: Buffer.from('correct horse') })
 */
export function createCaseDatabase(path: string, options: Pick<DatabaseOptions, 'passphrase'> = {}): Database {
  checkNewCase(path);
  const whole = resolve(path);
  const made = !existsSync(whole);
  // Taken at once, so that of two processes only one makes it.
  try {
    closeSync(openSync(whole, made ? 'wx' : 'a', 0o600));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'EEXIST') throw taken(path);
    throw new CaseError('read-only', `${path} cannot be made (${code}). Choose a place that can be written.`, { cause: error });
  }
  let db: Database | undefined;
  try {
    db = openDatabase(whole, options);
    db.exec(`PRAGMA page_size = ${PAGE_SIZE}; PRAGMA auto_vacuum = NONE;`);
    db.exec(PRAGMAS);
    createSchema(db);
    return db;
  } catch (error) {
    db?.close();
    for (const tail of made ? ['', '-wal', '-shm'] : []) rmSync(whole + tail, { force: true });
    throw error;
  }
}

/**
 * Opens a case file and brings its schema up to date. A file that is only read, or cannot be written, is opened for reading.
 *
 * @throws CaseError 'missing', 'not-a-case', 'encrypted' (a passphrase is needed), 'wrong-passphrase', 'newer-version',
 *   'read-only' (it is to be written and cannot be), 'damaged'
 */
export function openCaseDatabase(path: string, options: DatabaseOptions = {}): OpenedDatabase {
  const whole = resolve(path);
  if (!existsSync(whole)) throw new CaseError('missing', `Expected a case file at ${path}, found nothing. Make one: hearsay new ${path}`);
  if (!statSync(whole).isFile()) throw new CaseError('not-a-case', `Expected a case file at ${path}, found a folder. Name the file in it.`);
  let look: ReturnType<typeof lookAt>;
  try {
    look = lookAt(whole);
  } catch (error) {
    throw new CaseError('missing', `${path} cannot be read (${(error as NodeJS.ErrnoException).code}). Check who may read it.`, {
      cause: error,
    });
  }
  if (look === 'other')
    throw new CaseError('not-a-case', `Expected a case file, found something else at ${path}. Name a file that \`hearsay new\` made.`);
  if (look === 'encrypted' && options.passphrase === undefined) {
    throw new CaseError(
      'encrypted',
      `${path} is encrypted, or is no case file: a passphrase is needed. Give it with --passphrase-file FILE, or at the terminal.`,
    );
  }
  const passphrase = look === 'encrypted' ? options.passphrase : undefined;
  const writable = mayWrite(whole);
  if (!writable && options.readOnly !== true)
    throw new CaseError('read-only', `${path} cannot be written: the file or its folder allows only reading; nothing was changed.`);
  const db = openForUse(whole, { ...options, passphrase }, writable);
  try {
    schemaVersion(db);
    const migrated = migrate(db);
    if (options.readOnly === true && !db.readOnly) {
      db.exec('PRAGMA query_only = ON');
      return { db: { ...db, readOnly: true }, migrated };
    }
    return { db, migrated };
  } catch (error) {
    db.close();
    throw error;
  }
}

function openForUse(path: string, options: DatabaseOptions, writable: boolean): Database {
  const { passphrase } = options;
  const prepare = (db: Database): Database => {
    try {
      db.exec(PRAGMAS);
      db.get('SELECT count(*) AS n FROM sqlite_schema');
      return db;
    } catch (error) {
      db.close();
      throw passphrase !== undefined && error instanceof CaseError && (error.fault === 'not-a-case' || error.fault === 'damaged')
        ? new CaseError('wrong-passphrase', 'The passphrase does not open this file (or it is no case file). Nothing was changed.', {
            cause: error,
          })
        : error;
    }
  };
  if (writable) return prepare(openDatabase(path, { ...options, readOnly: false }));
  try {
    return prepare(openDatabase(path, { ...options, readOnly: true }));
  } catch (error) {
    if (!(error instanceof CaseError) || error.fault !== 'read-only') throw error;
    // Its write-ahead log cannot be gone through where nothing can be written.
    const message = `${path} was copied while a program had it open, or that program was killed. Copy it, with ${basename(path)}-wal if there is one, to a folder that can be written, and open it there.`;
    throw new CaseError('read-only', message, { cause: error });
  }
}
