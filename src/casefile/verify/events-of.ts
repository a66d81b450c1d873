import type { Case } from '../case.ts';
import { type Event, readEntry } from '../event.ts';

type EventOf<K extends Event['event']> = Extract<Event, { readonly event: K }>;

/** The events of one kind that tell of a received thing or a report. */
export function eventsOf<K extends Event['event']>(
  { db }: Case,
  by: 'received' | 'article',
  number: number,
  kind: K,
): readonly EventOf<K>[] {
  return db
    .all<{ entry: string }>(`SELECT entry FROM events WHERE ${by} = ? AND kind = ? ORDER BY number`, number, kind)
    .map(({ entry }) => readEntry(entry) as EventOf<K>);
}
