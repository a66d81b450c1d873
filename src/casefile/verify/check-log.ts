import type { Case } from '../case.ts';
import { type EventRow, eventHash } from '../event.ts';
import { type Check, type Counts, differs, fault } from './fault.ts';

const OFTEN = 2000;

/**
 * The log: numbers without a gap, each row holding the hash of the one before, each hash that of its entry.
 *
 * @param head a hash that the log is to hold, noted down at another time
 */
export function* checkLog(kept: Case, counts: Counts, head?: string): Check {
  let previous = '';
  let number = 0;
  let met = head === undefined;
  for (const row of kept.db.each<EventRow>('SELECT number, entry, previous, hash FROM events ORDER BY number')) {
    number++;
    counts.events++;
    const where = `event ${row.number} of the log`;
    if (row.number !== number) yield differs(where, 'the number', number, row.number);
    number = row.number;
    if (row.previous !== previous) yield differs(where, 'the hash of the row before', previous, row.previous);
    const found = eventHash(kept, row.previous, row.entry);
    if (found !== row.hash) yield differs(where, 'the hash', row.hash, found);
    if (numberIn(row.entry) !== row.number) yield fault(where, 'Its entry bears another number.');
    if (row.hash === head) met = true;
    previous = row.hash;
    if (counts.events % OFTEN === 0) yield undefined;
  }
  if (number === 0) yield fault('the log', 'Expected a log, found it empty.');
  if (!met)
    yield fault('the log', `Expected a row with the hash ${head}, found none: the log is not the one that it was then, or was cut off.`);
}

/** An entry begins with its number: see `appendEvent`. */
const numberIn = (entry: string): number => Number(/^\{"number":(\d+),/.exec(entry)?.[1]);
