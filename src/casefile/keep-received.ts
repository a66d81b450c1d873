import type { Received } from '../model/index.ts';
import type { Case, Packed } from './case.ts';
import { CaseError } from './case-error.ts';
import type { Row } from './database.ts';
import { appendEvent } from './event.ts';

/** Bytes of a piece, and how many pieces go into one transaction. */
export const PIECE = 2 ** 20;
const TOGETHER = 8;

/** What the row of a received thing tells of it. */
export interface ReceivedFacts {
  readonly number: number;
  readonly hash: string;
  readonly kind: string;
  readonly origin: string;
  readonly at: string;
  readonly size: number;
}

/** What the case has of a received thing. */
export interface ReceivedState {
  readonly number: number;
  /** When it first came in, and from where. */
  readonly at: string;
  readonly origin: string;
  /** Bytes that are kept so far. */
  readonly bytes: number;
  /** True once all that it holds was looked at. */
  readonly finished: boolean;
}

/** What the case has of a thing with these bytes; undefined if it never came in. */
export function findReceived({ db }: Case, hash: string): ReceivedState | undefined {
  const row = db.get<{ number: number; at: string; origin: string }>('SELECT number, at, origin FROM received WHERE hash = ?', hash);
  if (row === undefined) return undefined;
  const sum = db.get<{ bytes: number | null }>('SELECT sum(size) AS bytes FROM pieces WHERE received = ?', row.number);
  const end = db.get("SELECT 1 AS there FROM events WHERE received = ? AND kind = 'finished'", row.number);
  return { ...row, bytes: sum?.bytes ?? 0, finished: end !== undefined };
}

/** How much of a thing with these bytes is in the case. */
export function hasReceived(kept: Case, hash: string): 'none' | 'part' | 'whole' {
  const known = findReceived(kept, hash);
  return known === undefined ? 'none' : known.finished ? 'whole' : 'part';
}

/** Cuts a stream into pieces of exactly `size` bytes; the last may be shorter. */
async function* piecesOf(stream: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<Uint8Array> {
  let piece = new Uint8Array(size);
  let filled = 0;
  for await (const chunk of stream) {
    for (let at = 0; at < chunk.length; ) {
      const part = chunk.subarray(at, at + size - filled);
      piece.set(part, filled);
      filled += part.length;
      at += part.length;
      if (filled < size) continue;
      yield piece;
      piece = new Uint8Array(size);
      filled = 0;
    }
  }
  if (filled > 0) yield piece.subarray(0, filled);
}

/**
 * Keeps the bytes of a thing as received. Where a part of them was kept before (an interrupted run), it goes on behind it.
 *
 * @returns the number of its row
 * @throws what its stream throws: the bytes changed or cannot be read; and CaseError
 */
export async function keepReceived(kept: Case, received: Received): Promise<number> {
  const { db, tools } = kept;
  const { hash, kind, from, when, source } = received;
  const open = (): ReceivedState => {
    const known = findReceived(kept, hash);
    if (known !== undefined) return known;
    const { number } = db.run(
      'INSERT INTO received (hash, kind, origin, at, size) VALUES (?, ?, ?, ?, ?)',
      hash,
      kind,
      from,
      when,
      source.size,
    );
    appendEvent(kept, { event: 'received', received: number, hash, kind, from, came: when, size: source.size });
    return { number, at: when, origin: from, bytes: 0, finished: false };
  };
  const known = findReceived(kept, hash);
  if (known !== undefined && known.bytes === source.size) return known.number;
  let state: ReceivedState | undefined;
  let place = 0;
  const waiting: Promise<Packed>[] = [];
  const flush = async (): Promise<void> => {
    const pieces = await Promise.all(waiting.splice(0));
    db.transaction(() => {
      state ??= open();
      for (const packed of pieces) {
        db.run(
          'INSERT INTO pieces (received, place, size, bytes) VALUES (?, ?, ?, ?) ON CONFLICT (received, place) DO NOTHING',
          state.number,
          place++,
          packed.size,
          packed.bytes,
        );
      }
    });
  };
  for await (const piece of piecesOf(source.stream(), PIECE)) {
    const packing = tools.packBeside(piece);
    // Where the stream breaks first, nobody waits for it any more.
    packing.catch(() => {});
    waiting.push(packing);
    if (waiting.length === TOGETHER) await flush();
  }
  await flush();
  const now = findReceived(kept, hash)!;
  if (now.bytes !== source.size) {
    throw new CaseError('damaged', `Expected ${source.size} bytes of ${from} in the case file, found ${now.bytes}. Run hearsay verify.`);
  }
  return now.number;
}

interface PieceRow extends Row {
  readonly place: number;
  readonly size: number;
  readonly bytes: Uint8Array;
}

/** Bytes of a received thing, from `start` (inclusive) to `end` (exclusive). */
export function readReceived({ db, tools }: Case, number: number, start: number, end: number): Uint8Array {
  const out = new Uint8Array(end - start);
  const first = Math.floor(start / PIECE);
  const last = Math.floor(Math.max(start, end - 1) / PIECE);
  const rows = db.all<PieceRow>(
    'SELECT place, size, bytes FROM pieces WHERE received = ? AND place BETWEEN ? AND ? ORDER BY place',
    number,
    first,
    last,
  );
  for (const row of rows) {
    const bytes = tools.unpack(row);
    const from = row.place * PIECE;
    out.set(bytes.subarray(Math.max(0, start - from), Math.max(0, end - from)), Math.max(0, from - start));
  }
  return out;
}
