import type { Case } from '../case.ts';
import type { Row } from '../database.ts';
import { hashLeftovers } from '../keep-leftover.ts';
import type { ReceivedFacts } from '../keep-received.ts';
import { eventsOf } from './events-of.ts';
import { type Check, type Counts, differs, fault } from './fault.ts';

type ReceivedRow = Row & ReceivedFacts;

/** Received things: their bytes against their hash, their row against the log. */
export function* checkReceived(kept: Case, counts: Counts): Check {
  for (const row of kept.db.each<ReceivedRow>('SELECT number, hash, kind, origin, at, size FROM received ORDER BY number')) {
    counts.received++;
    const where = `${row.origin} as received`;
    const [told, ...more] = eventsOf(kept, 'received', row.number, 'received');
    if (told === undefined || more.length > 0)
      yield fault(where, `Expected one event that tells of it, found ${more.length + (told === undefined ? 0 : 1)}.`);
    else {
      const { hash, kind, from, came, size } = told;
      const expected = [hash, kind, from, came, size];
      const found = [row.hash, row.kind, row.origin, row.at, row.size];
      if (JSON.stringify(expected) !== JSON.stringify(found)) yield differs(where, 'what the log says', expected, found);
    }
    const finished = eventsOf(kept, 'received', row.number, 'finished')[0];
    yield* checkBytes(kept, row, finished !== undefined, counts);
    const left = hashLeftovers(kept, row.number);
    counts.leftovers += left.count;
    if (finished === undefined) continue;
    if (left.hash !== finished.record || left.count !== finished.leftovers)
      yield differs(`what ${row.origin} held beside reports`, 'the hash', finished.record, left.hash);
    const articles = kept.db.get<{ n: number }>('SELECT count(*) AS n FROM articles WHERE received = ?', row.number)!.n;
    if (articles !== finished.articles) yield differs(`the reports of ${row.origin}`, 'the number of reports', finished.articles, articles);
  }
}

interface PieceRow extends Row {
  readonly place: number;
  readonly size: number;
  readonly bytes: Uint8Array;
}

function* checkBytes({ db, tools }: Case, row: ReceivedRow, finished: boolean, counts: Counts): Check {
  const where = `${row.origin} as received`;
  const hasher = tools.hasher();
  let size = 0;
  let place = 0;
  for (const piece of db.each<PieceRow>('SELECT place, size, bytes FROM pieces WHERE received = ? ORDER BY place', row.number)) {
    if (piece.place !== place++) yield differs(where, 'piece', place - 1, piece.place);
    try {
      const bytes = tools.unpack(piece);
      hasher.add(bytes);
      size += bytes.length;
    } catch (error) {
      yield fault(
        where,
        `Piece ${piece.place} of its bytes cannot be unpacked: ${error instanceof Error ? error.message : String(error)}.`,
      );
      return;
    }
    yield undefined;
  }
  counts.bytes += size;
  // An add that was broken off may have kept a part; the next one goes on.
  if (!finished && size < row.size) return;
  if (size !== row.size) yield differs(where, 'bytes', row.size, size);
  const found = hasher.hash();
  if (found !== row.hash) yield differs(where, 'the hash', row.hash, found);
}
