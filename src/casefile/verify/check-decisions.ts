import type { Case } from '../case.ts';
import type { Event } from '../event.ts';
import { readEntry } from '../event.ts';
import { hashReview } from '../review/keep-review.ts';
import { type Check, type Counts, differs } from './fault.ts';

/** Decisions: each against the hash that the log has of it. */
export function* checkDecisions(kept: Case, counts: Counts): Check {
  const told = new Map<number, string>();
  for (const { entry } of kept.db.all<{ entry: string }>("SELECT entry FROM events WHERE kind = 'reviewed' ORDER BY number")) {
    const event = readEntry(entry) as Extract<Event, { readonly event: 'reviewed' }>;
    told.set(event.review, event.record);
  }
  for (const { number } of kept.db.all<{ number: number }>('SELECT number FROM reviews ORDER BY number')) {
    counts.reviews++;
    const found = hashReview(kept, number);
    if (found !== told.get(number)) yield differs(`decision ${number}`, 'the hash', told.get(number) ?? 'in the log', found);
  }
}
