import type { Case } from './case.ts';
import { appendEvent } from './event.ts';

/** A setting of the case, with the number of the event that set it; undefined where it was never set. */
export function readSetting({ db }: Case, name: string): { readonly value: string; readonly event: number } | undefined {
  const row = db.get<{ value: string }>('SELECT value FROM settings WHERE name = ?', name);
  if (row === undefined) return undefined;
  const { number } = db.get<{ number: number }>(
    "SELECT max(number) AS number FROM events WHERE kind = 'set' AND entry ->> '$.name' = ?",
    name,
  )!;
  return { ...row, event: number };
}

/**
 * Sets something of the case and writes it to the log.
 *
 * @example keepSetting(kept, 'house-rules', JSON.stringify(profile))
 */
export function keepSetting(kept: Case, name: string, value: string): void {
  kept.db.transaction(() => {
    kept.db.run('INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value', name, value);
    appendEvent(kept, { event: 'set', name, value });
  });
}
