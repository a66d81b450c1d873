import type { Case } from './case.ts';
import { CaseError } from './case-error.ts';
import type { Row } from './database.ts';
import { appendEvent } from './event.ts';

/** What a timestamp says, once its signature was found good. */
export interface Timestamp {
  /** What was stamped: "sha256:…". */
  readonly hash: string;
  /** When, by the authority's clock: ISO 8601, UTC. */
  readonly at: string;
  /** The authority, as its certificate names it. */
  readonly by: string;
  /** True if its certificate leads to one that is trusted here. */
  readonly trusted: boolean;
}

/** Reads the answer of a timestamp authority (RFC 3161). @throws Error that says what does not hold */
export type ReadTimestamp = (response: Uint8Array) => Timestamp;

/** A timestamp of the log, as it is kept. */
export interface StoredTimestamp extends Row {
  readonly number: number;
  /** Number of the event whose hash was stamped. */
  readonly event: number;
  readonly hash: string;
  /** The authority's answer, in DER. */
  readonly token: Uint8Array;
}

/** The timestamps of a case, in the order in which they came. */
export const readTimestamps = ({ db }: Case): readonly StoredTimestamp[] =>
  db.all<StoredTimestamp>('SELECT number, event, hash, token FROM timestamps ORDER BY number');

/**
 * Keeps the answer of a timestamp authority about a row of the log, and writes that to the log. From then on it is proved that
 * the log up to that row stood so at that moment. The same answer again is not kept twice.
 *
 * @throws CaseError 'not-allowed' where it is no good, or is about something else than a row of this log
 * @example keepTimestamp(file, answer, readTimestamp).timestamp.at
 */
export function keepTimestamp(
  kept: Case,
  response: Uint8Array,
  read: ReadTimestamp,
): { readonly event: number; readonly timestamp: Timestamp; readonly known: boolean } {
  const { db, tools } = kept;
  let timestamp: Timestamp;
  try {
    timestamp = read(response);
  } catch (error) {
    throw new CaseError('not-allowed', `The timestamp was not kept: ${error instanceof Error ? error.message : String(error)}.`, {
      cause: error,
    });
  }
  const { hash } = timestamp;
  return db.transaction(() => {
    const row = db.get<{ number: number }>('SELECT number FROM events WHERE hash = ?', hash);
    if (row === undefined) {
      throw new CaseError(
        'not-allowed',
        `The timestamp was not kept: it is of ${hash}, and no row of this log has that hash. Is it of another case?`,
      );
    }
    const known = readTimestamps(kept).some(({ token }) => tools.hash(token) === tools.hash(response));
    if (!known) {
      const { number } = db.run('INSERT INTO timestamps (event, hash, token) VALUES (?, ?, ?)', row.number, hash, response);
      appendEvent(kept, { event: 'stamped', timestamp: number, of: row.number, hash, token: tools.hash(response) });
    }
    return { event: row.number, timestamp, known };
  });
}
