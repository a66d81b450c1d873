import type { Case } from '../case.ts';
import { type Event, readEntry } from '../event.ts';
import type { ReadTimestamp, StoredTimestamp, Timestamp } from '../timestamp.ts';
import { type Check, type Counts, differs, fault } from './fault.ts';

/** A timestamp that holds, and the event up to which it proves the log. */
export interface Stamp extends Timestamp {
  readonly event: number;
}

/** Timestamps: each against the log, and where they can be read here each signature too. */
export function* checkTimestamps({ db, tools }: Case, counts: Counts, stamps: Stamp[], read: ReadTimestamp | undefined): Check {
  for (const { entry } of db.all<{ entry: string }>("SELECT entry FROM events WHERE kind = 'stamped' ORDER BY number")) {
    const event = readEntry(entry) as Extract<Event, { readonly event: 'stamped' }>;
    counts.timestamps++;
    const where = `timestamp ${event.timestamp}`;
    const row = db.get<StoredTimestamp>('SELECT number, event, hash, token FROM timestamps WHERE number = ?', event.timestamp);
    const found = row && [row.event, row.hash, tools.hash(row.token)];
    const expected = [event.of, event.hash, event.token];
    if (JSON.stringify(found) !== JSON.stringify(expected)) yield differs(where, 'what the log says', expected, found);
    const of = db.get<{ hash: string }>('SELECT hash FROM events WHERE number = ?', event.of)?.hash;
    if (of !== event.hash) yield differs(where, `the hash of event ${event.of}`, event.hash, of);
    if (row === undefined || read === undefined) continue;
    try {
      const timestamp = read(row.token);
      if (timestamp.hash !== event.hash) yield differs(where, 'a timestamp of', event.hash, timestamp.hash);
      else stamps.push({ ...timestamp, event: event.of });
    } catch (error) {
      yield fault(where, `It does not hold: ${error instanceof Error ? error.message : String(error)}.`);
    }
    yield undefined;
  }
}
