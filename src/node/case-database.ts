import Driver from 'better-sqlite3-multiple-ciphers';
import { CaseError, type CaseFault, type Database, type Row, type Value } from '../casefile/index.ts';

type Connection = InstanceType<typeof Driver>;
type Prepared = Driver.Statement<unknown[]>;

export interface DatabaseOptions {
  /** Nothing is written through this connection. */
  readonly readOnly?: boolean | undefined;
  /** Of an encrypted file, or of one that is to be. */
  readonly passphrase?: Uint8Array | undefined;
  /** Milliseconds to wait for another process that writes; 10,000 if not given. */
  readonly patienceMs?: number | undefined;
}

/** The beginnings of SQLite's error codes, and what each means for a case file. */
const FAULTS: readonly (readonly [code: string, fault: CaseFault, message: string])[] = [
  ['SQLITE_BUSY', 'locked', 'Another process is writing to this case file and has not stopped for a while. Try again when it is done.'],
  ['SQLITE_LOCKED', 'locked', 'Another connection is writing to this case file. Try again when it is done.'],
  ['SQLITE_FULL', 'full', 'There is no more room on the disk; what was kept before stands. Make room and give the same command again.'],
  ['SQLITE_READONLY', 'read-only', 'This case file cannot be written: the file, its folder or its disk allows only reading.'],
  ['SQLITE_CORRUPT', 'damaged', 'The case file is damaged. `hearsay verify` says where; go back to a copy.'],
  ['SQLITE_NOTADB', 'not-a-case', 'Expected a case file, found something else. Name a file that `hearsay new` made.'],
  ['SQLITE_CANTOPEN', 'missing', 'The case file cannot be opened. Check its path, and that its folder can be written.'],
  [
    'SQLITE_IOERR',
    'failed',
    'The disk refused to read or write; what was kept before stands. Check the disk and the room on it, and give the same command again.',
  ],
];

/** The error of the driver in the terms of a case file; any other error as it is. */
export function caseError(error: unknown): unknown {
  if (!(error instanceof Driver.SqliteError)) return error;
  const { code, message } = error;
  if (code === 'SQLITE_CONSTRAINT_TRIGGER')
    return new CaseError('append-only', `What is kept is never changed (${message}).`, { cause: error });
  const known = FAULTS.find(([start]) => code.startsWith(start));
  if (known === undefined) return new CaseError('failed', `SQLite refused: ${message} (${code}).`, { cause: error });
  return new CaseError(known[1], `${known[2]} (${code})`, { cause: error });
}

/** Runs the work; what the driver throws comes out as a `CaseError`. */
function told<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw caseError(error);
  }
}

/**
 * The case file's port over better-sqlite3-multiple-ciphers, which reads plain and encrypted files alike.
 *
 * @param path of a file that is there, or is to be made; an absolute path, or ":memory:"
 * @throws CaseError
 * @example const db = openDatabase('/home/ada/market.hearsay', { readOnly: true });
 */
export function openDatabase(path: string, options: DatabaseOptions = {}): Database {
  const { readOnly = false, passphrase, patienceMs: timeout = 10_000 } = options;
  const connection = told(
    () => new Driver(path, { timeout, ...(readOnly && path !== ':memory:' && !path.startsWith('file:') ? { readonly: true } : {}) }),
  );
  try {
    if (passphrase !== undefined) told(() => connection.key(Buffer.from(passphrase)));
    return portOf(connection, readOnly);
  } catch (error) {
    connection.close();
    throw error;
  }
}

/** Statements that are kept ready; texts of statements are few. */
const MOST_READY = 200;

/** With a write-ahead log others can read while this connection writes. Where one of them reads just now, it goes on without. */
function shareWhileWriting(connection: Connection): void {
  try {
    connection.pragma('journal_mode = WAL');
  } catch (error) {
    if (!(error instanceof Driver.SqliteError && error.code.startsWith('SQLITE_BUSY'))) throw caseError(error);
  }
}

/**
 * A file that nobody has open any more needs no write-ahead log: without it, it can be read from a disk that cannot be written.
 * Where others have it open, the last that wrote does this.
 */
function restAsOneFile(connection: Connection): void {
  try {
    connection.pragma('busy_timeout = 0');
    connection.pragma('journal_mode = DELETE');
  } catch {
    // It stays as it is, and holds all the same.
  }
}

function portOf(connection: Connection, readOnly: boolean): Database {
  /** True once it wrote. */
  let shares = false;
  const ready = new Map<string, Prepared>();
  const prepare = (sql: string): Prepared => {
    let prepared = ready.get(sql);
    if (prepared === undefined) {
      prepared = connection.prepare<unknown[]>(sql);
      if (ready.size >= MOST_READY) ready.clear();
      ready.set(sql, prepared);
    }
    return prepared;
  };
  const bound = (values: readonly Value[]): Value[] => values.map((value) => (value instanceof Uint8Array ? asBuffer(value) : value));
  return {
    readOnly,
    exec: (sql) => void told(() => connection.exec(sql)),
    run: (sql, ...values) =>
      told(() => {
        const { changes, lastInsertRowid } = prepare(sql).run(...bound(values));
        return { changes, number: Number(lastInsertRowid) };
      }),
    get: <R extends Row>(sql: string, ...values: readonly Value[]) => told(() => prepare(sql).get(...bound(values)) as R | undefined),
    all: <R extends Row>(sql: string, ...values: readonly Value[]) => told(() => prepare(sql).all(...bound(values)) as R[]),
    *each<R extends Row>(sql: string, ...values: readonly Value[]) {
      // A statement of its own: one that is being stepped through cannot be used again.
      const rows = told(() => connection.prepare(sql).iterate(...bound(values)) as IterableIterator<R>);
      try {
        for (let next = told(() => rows.next()); next.done !== true; next = told(() => rows.next())) yield next.value;
      } finally {
        rows.return?.();
      }
    },
    transaction: (work) => {
      if (connection.inTransaction) return work();
      if (!shares) {
        shares = true;
        shareWhileWriting(connection);
      }
      told(() => connection.exec('BEGIN IMMEDIATE'));
      try {
        const result = work();
        told(() => connection.exec('COMMIT'));
        return result;
      } catch (error) {
        if (connection.inTransaction) told(() => connection.exec('ROLLBACK'));
        throw error;
      }
    },
    close: () => {
      ready.clear();
      if (shares) restAsOneFile(connection);
      connection.close();
    },
  };
}

const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
