import { type Case, decode, wellFormed } from '../case.ts';
import type { Row } from '../database.ts';
import type { ArticleRecord } from '../keep-article.ts';
import { PIECE } from '../keep-received.ts';
import { eventsOf } from './events-of.ts';
import { type Check, type Counts, differs, fault } from './fault.ts';

const OFTEN = 100;

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

interface TextRow extends Row {
  readonly number: number;
  readonly hash: string;
  readonly characters: number;
  readonly size: number;
  readonly text: Uint8Array;
}

/** Texts: each against its hash and length. */
export function* checkTexts({ db, tools }: Case, counts: Counts): Check {
  for (const row of db.each<TextRow>('SELECT number, hash, characters, size, text FROM texts ORDER BY number')) {
    counts.texts++;
    const where = `text ${row.number}`;
    try {
      const bytes = tools.unpack({ size: row.size, bytes: row.text });
      const found = tools.hash(bytes);
      if (found !== row.hash) yield differs(where, 'the hash', row.hash, found);
      const { length } = decode(bytes);
      if (length !== row.characters) yield differs(where, 'characters', row.characters, length);
    } catch (error) {
      yield fault(where, `It cannot be unpacked: ${messageOf(error)}.`);
    }
    if (counts.texts % OFTEN === 0) yield undefined;
  }
}

interface ArticleRow extends Row {
  readonly number: number;
  readonly id: string;
  readonly received: number;
  readonly item: number;
  readonly source: string;
  readonly source_hash: string;
  readonly record_hash: string;
  readonly record_size: number;
  readonly record: Uint8Array;
  readonly text_hash: string;
  readonly received_hash: string;
}

/** Fields of the record that stand in columns too. */
const COPIES = ['id', 'title', 'publisher', 'byline', 'published', 'url'] as const;

/** Reports: their record against the log, their columns against the record, the bytes that they were read from against their hash. */
export function* checkArticles(kept: Case, counts: Counts): Check {
  const { db, tools } = kept;
  const source = createSource(kept);
  const rows = db.each<ArticleRow>(
    `SELECT a.*, t.hash AS text_hash, r.hash AS received_hash FROM articles AS a
     JOIN texts AS t ON t.number = a.text JOIN received AS r ON r.number = a.received ORDER BY a.received, a.source_start, a.number`,
  );
  for (const row of rows) {
    counts.articles++;
    const where = `report r${row.number}`;
    try {
      const bytes = tools.unpack({ size: row.record_size, bytes: row.record });
      const hash = tools.hash(bytes);
      if (hash !== row.record_hash) yield differs(where, "the record's hash", row.record_hash, hash);
      const [told, ...more] = eventsOf(kept, 'article', row.number, 'article');
      if (told === undefined || more.length > 0) yield fault(where, 'Expected one event that tells of it, found none or several.');
      else {
        const expected = [told.id, told.received, told.item, told.source, told.text, told.record, told.tool];
        const found = [row.id, row.received, row.item, row.source_hash, row.text_hash, row.record_hash, row.tool];
        if (JSON.stringify(expected) !== JSON.stringify(found)) yield differs(where, 'what the log says', expected, found);
      }
      const about = JSON.parse(decode(bytes)) as ArticleRecord;
      const copy = COPIES.find((field) => (wellFormed(about[field]) ?? null) !== row[field]);
      if (copy !== undefined) yield differs(where, `its ${copy} as recorded`, about[copy] ?? null, row[copy]);
      if (about.textHash !== row.text_hash) yield differs(where, 'the text', about.textHash, row.text_hash);
      if (about.sourceHash !== row.source_hash) yield differs(where, 'the source', about.sourceHash, row.source_hash);
      const wrong = source(row);
      if (wrong !== undefined) yield differs(where, 'the bytes that it was read from with the hash', row.source_hash, wrong);
      if (row.source === 'elsewhere') counts.unproved++;
    } catch (error) {
      yield fault(where, `It cannot be read: ${messageOf(error)}.`);
    }
    if (counts.articles % OFTEN === 0) yield undefined;
  }
}

/** Hashes the bytes that reports were read from, in the order of the received things; gives a hash that is not as it should be. */
function createSource({ db, tools }: Case): (row: ArticleRow) => string | undefined {
  let held: { readonly received: number; readonly place: number; readonly bytes: Uint8Array } | undefined;
  const piece = (received: number, place: number): Uint8Array => {
    if (held?.received === received && held.place === place) return held.bytes;
    const row = db.get<{ size: number; bytes: Uint8Array }>(
      'SELECT size, bytes FROM pieces WHERE received = ? AND place = ?',
      received,
      place,
    );
    if (row === undefined) throw new Error(`piece ${place} of the bytes is missing`);
    held = { received, place, bytes: tools.unpack(row) };
    return held.bytes;
  };
  return (row) => {
    const { source, source_hash: expected } = row;
    if (source === 'whole') return row.received_hash === expected ? undefined : row.received_hash;
    if (source === 'elsewhere') return undefined;
    let found: string;
    if (source === 'own') found = tools.hash(tools.unpack({ size: Number(row.source_size), bytes: row.source_bytes as Uint8Array }));
    else {
      const [start, end] = [Number(row.source_start), Number(row.source_end)];
      const hasher = tools.hasher();
      for (let place = Math.floor(start / PIECE); place * PIECE < end; place++) {
        hasher.add(piece(row.received, place).subarray(Math.max(0, start - place * PIECE), end - place * PIECE));
      }
      found = hasher.hash();
    }
    return found === expected ? undefined : found;
  };
}
