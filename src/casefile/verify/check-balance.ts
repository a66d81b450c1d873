import type { Case } from '../case.ts';
import type { Event } from '../event.ts';
import { type Check, differs } from './fault.ts';

/** Which events tell of which table's rows: as many of one as of the other. */
const TOLD: readonly (readonly [event: Event['event'], table: string])[] = [
  ['received', 'received'],
  ['article', 'articles'],
  ['analysis', 'analyses'],
  ['reviewed', 'reviews'],
  ['related', 'runs'],
  ['stamped', 'timestamps'],
];

/** That nothing was taken away, or put in, past the log. */
export function* checkBalance({ db }: Case): Check {
  const told = new Map(
    db.all<{ kind: string; n: number }>('SELECT kind, count(*) AS n FROM events GROUP BY kind').map(({ kind, n }) => [kind, n]),
  );
  for (const [event, table] of TOLD) {
    const rows = db.get<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)!.n;
    if (rows !== (told.get(event) ?? 0)) yield differs(`the table ${table}`, 'rows as the log tells of:', told.get(event) ?? 0, rows);
  }
  const settings = new Map(
    db
      .all<{ name: string; value: string }>(
        "SELECT entry ->> '$.name' AS name, entry ->> '$.value' AS value FROM events WHERE kind = 'set' ORDER BY number",
      )
      .map((row) => [row.name, row.value]),
  );
  const found = db.all<{ name: string; value: string }>('SELECT name, value FROM settings ORDER BY name');
  for (const { name, value } of found)
    if (settings.get(name) !== value) yield differs(`the setting ${name}`, 'the value', settings.get(name) ?? null, value);
  if (found.length !== settings.size) yield differs('the settings', 'as many as the log tells of:', settings.size, found.length);
}
