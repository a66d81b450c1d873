import { type Case, encode } from './case.ts';
import type { Row } from './database.ts';

/** What an event says, beside its number and moment. Numbers are those of the rows that it tells of; hashes are of what is kept there. */
export type Fact =
  | { readonly event: 'created'; readonly case: string; readonly tool: string }
  | { readonly event: 'migrated'; readonly schema: number; readonly tool: string }
  | {
      readonly event: 'received';
      readonly received: number;
      readonly hash: string;
      readonly kind: string;
      readonly from: string;
      readonly came: string;
      readonly size: number;
    }
  | {
      readonly event: 'article';
      readonly article: number;
      readonly id: string;
      readonly received: number;
      readonly item: number;
      readonly source: string;
      readonly text: string;
      readonly record: string;
      readonly tool: string;
    }
  | {
      readonly event: 'analysis';
      readonly analysis: number;
      readonly article: number;
      readonly engine: string;
      readonly model: string;
      readonly record: string;
    }
  | {
      readonly event: 'finished';
      readonly received: number;
      readonly articles: number;
      readonly leftovers: number;
      readonly record: string;
    }
  | {
      readonly event: 'reviewed';
      readonly review: number;
      readonly action: string;
      readonly about: string;
      readonly article?: number;
      readonly id: string;
      readonly by: string;
      readonly record: string;
    }
  | {
      readonly event: 'related';
      readonly run: number;
      readonly relations: number;
      readonly analyses: number;
      readonly record: string;
      readonly tool: string;
    }
  | { readonly event: 'set'; readonly name: string; readonly value: string }
  | { readonly event: 'stamped'; readonly timestamp: number; readonly of: number; readonly hash: string; readonly token: string };

/** One row of the log, as it was written. */
export type Event = Fact & { readonly number: number; readonly at: string };

/** Reads an entry of the log. */
export const readEntry = (entry: string): Event => JSON.parse(entry) as Event;

/** A row of `events`. */
export interface EventRow extends Row {
  readonly number: number;
  readonly entry: string;
  readonly previous: string;
  readonly hash: string;
}

/** The last row of the log; undefined in a log without any. */
export const headOf = ({ db }: Case): EventRow | undefined =>
  db.get<EventRow>('SELECT number, entry, previous, hash FROM events ORDER BY number DESC LIMIT 1');

/** The hash of a row of the log: the sha256 of the hash before, a line feed, and the entry, in UTF-8. */
export const eventHash = ({ tools }: Case, previous: string, entry: string): string => tools.hash(encode(`${previous}\n${entry}`));

/**
 * Writes an event. Call it within the transaction that makes the change which it tells of.
 *
 * @example appendEvent(kept, { event: 'set', name: 'title', value: 'Market' })
 */
export function appendEvent(kept: Case, fact: Fact): Event {
  const last = headOf(kept);
  const number = (last?.number ?? 0) + 1;
  const event: Event = { number, at: kept.tools.now(), ...fact };
  const entry = JSON.stringify(event);
  const previous = last?.hash ?? '';
  kept.db.run(
    'INSERT INTO events (number, entry, previous, hash) VALUES (?, ?, ?, ?)',
    number,
    entry,
    previous,
    eventHash(kept, previous, entry),
  );
  return event;
}
