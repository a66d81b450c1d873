import type { Case } from './case.ts';
import { type Event, readEntry } from './event.ts';
import type { Thing } from './find-thing.ts';

/** An event with the hash of its row in the log. */
export type LoggedEvent = Event & { readonly eventHash: string };

const toEvent = ({ entry, hash }: { readonly entry: string; readonly hash: string }): LoggedEvent => ({
  ...readEntry(entry),
  eventHash: hash,
});

/** The whole log, oldest first; read row by row. */
export function* readLog({ db }: Case): Generator<LoggedEvent> {
  for (const row of db.each<{ entry: string; hash: string }>('SELECT entry, hash FROM events ORDER BY number')) yield toEvent(row);
}

/** The events that tell of one thing: of a report also how what held it came in, of a statement also its report's. */
export function historyOf({ db }: Case, thing: Thing): readonly LoggedEvent[] {
  if (thing.kind === 'person' || thing.kind === 'cluster') {
    const rows = db.all<{ entry: string; hash: string }>(
      `SELECT e.entry, e.hash FROM events AS e WHERE (e.kind = 'reviewed' AND e.entry ->> '$.id' = ?)
       OR (e.kind = 'related' AND e.entry ->> '$.run' IN
         (SELECT m.run FROM run_relations AS m JOIN relations AS r ON r.number = m.relation WHERE r.id = ?)) ORDER BY e.number`,
      thing.id,
      thing.id,
    );
    return rows.map(toEvent);
  }
  const events = db
    .all<{ entry: string; hash: string }>(
      `SELECT entry, hash FROM events WHERE article = ?
       OR (received = (SELECT received FROM articles WHERE number = ?) AND kind <> 'article') ORDER BY number`,
      thing.article,
      thing.article,
    )
    .map(toEvent);
  if (thing.kind === 'article') return events;
  const undone = new Set(
    db
      .all<{ number: number }>(
        'SELECT number FROM reviews WHERE id = ? AND article = ? AND analysis IS ?',
        thing.id,
        thing.article,
        thing.analysis,
      )
      .map(({ number }) => String(number)),
  );
  return events.filter(
    (event) => event.event !== 'reviewed' || event.id === thing.id || (event.about === 'review' && undone.has(event.id)),
  );
}
