/** What SQLite keeps in a cell. */
export type Value = null | number | string | Uint8Array;

export type Row = Readonly<Record<string, Value>>;

/** What a statement did that changes rows. */
export interface Done {
  readonly changes: number;
  /** The key of the last row put in. */
  readonly number: number;
}

/**
 * The few things that a case file asks of a SQLite driver; `node` has the one implementation, tests may have others. All of it
 * is synchronous. Values stand for "?" in their order. A statement that SQLite refuses throws a `CaseError`.
 */
export interface Database {
  /** Runs several statements, without values. */
  readonly exec: (sql: string) => void;
  readonly run: (sql: string, ...values: readonly Value[]) => Done;
  /** The first row; undefined where there is none. */
  readonly get: <R extends Row = Row>(sql: string, ...values: readonly Value[]) => R | undefined;
  readonly all: <R extends Row = Row>(sql: string, ...values: readonly Value[]) => readonly R[];
  /** Row by row, for results of any size; nothing else may be run on this connection in between. */
  readonly each: <R extends Row = Row>(sql: string, ...values: readonly Value[]) => IterableIterator<R>;
  /**
   * Runs the work within one transaction that takes the write lock first: all of it is kept, or nothing where it throws.
   * Within another transaction it is part of that one.
   */
  readonly transaction: <T>(work: () => T) => T;
  /** True if nothing can be written: opened so, or the file may not be written. */
  readonly readOnly: boolean;
  readonly close: () => void;
}
