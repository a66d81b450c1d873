import type { Analysis, Span, WireStatement } from '../../model/index.ts';
import { textOf } from '../../model/index.ts';
import { type Case, decode, recorded } from '../case.ts';
import { withText } from '../keep-analysis.ts';
import { corrections, decidedById, inEffect } from '../review/decided.ts';
import { reviewsOfArticle } from '../review/read-reviews.ts';
import { indexText } from './fold.ts';

/** Analyses that are indexed in one transaction. */
const BATCH = 100;

interface Pending {
  readonly [column: string]: number | string | null | Uint8Array;
  readonly number: number;
  readonly article: number;
  readonly title: string | null;
  readonly byline: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly record_size: number;
  readonly record: Uint8Array;
  readonly text_size: number;
  readonly text: Uint8Array;
}

const COLUMNS = `
SELECT a.number, a.article, a.record_size, a.record, c.title, c.byline, c.publisher, c.published, t.size AS text_size, t.text
FROM analyses AS a JOIN articles AS c ON c.number = a.article JOIN texts AS t ON t.number = c.text`;
const PENDING = `${COLUMNS}
WHERE a.number > (SELECT coalesce(max(analysis), 0) FROM search_reports) ORDER BY a.number LIMIT ${BATCH}`;

/** How many analyses a search does not see yet. */
export const countPending = ({ db }: Case): number =>
  db.get<{ n: number }>('SELECT count(*) AS n FROM analyses WHERE number > (SELECT coalesce(max(analysis), 0) FROM search_reports)')!.n;

/**
 * Brings the index of searches up to date: every analysis that was added since. Goes in small transactions, so that it can be
 * broken off at any moment and others may write in between. Does nothing where the case cannot be written.
 *
 * @param told how many were indexed so far, after each transaction
 * @param atHand analyses with their texts, by their numbers, that need not be read out of the case again
 * @returns how many analyses a search still does not see: 0, or all that are pending in a case that is only read
 */
export function indexReports(
  kept: Case,
  told: (done: number) => void = () => {},
  atHand: ReadonlyMap<number, Analysis> = new Map(),
): number {
  if (kept.db.readOnly) return countPending(kept);
  let done = 0;
  while (kept.db.get(`SELECT 1 AS one FROM (${PENDING})`) !== undefined) {
    done += kept.db.transaction(() => {
      const pending = kept.db.all<Pending>(PENDING);
      const names = new Map<string, number>();
      for (const one of pending) indexOne(kept, one, atHand.get(one.number) ?? analysisOf(kept, one), names);
      return pending.length;
    });
    told(done);
  }
  return 0;
}

/** Indexes a report anew, after a person corrected something in it or took that back; one that is not indexed yet stays so. */
export function indexAgain(kept: Case, article: number): void {
  const row = kept.db.get<{ analysis: number }>('SELECT analysis FROM search_reports WHERE article = ?', article);
  const pending = row && kept.db.get<Pending>(`${COLUMNS} WHERE a.number = ?`, row.analysis);
  if (pending !== undefined) indexOne(kept, pending, analysisOf(kept, pending), new Map());
}

/** Throws the index away; the next search makes it anew. */
export function dropIndex({ db }: Case): void {
  db.transaction(() => {
    db.exec(`
DELETE FROM search_reports; DELETE FROM search_statements; DELETE FROM search_names;
INSERT INTO statement_words (statement_words) VALUES ('delete-all');
INSERT INTO report_words (report_words) VALUES ('delete-all');`);
  });
}

function analysisOf(kept: Case, { record_size: size, record: bytes, text_size, text }: Pending): Analysis {
  const analysis = recorded<Analysis>(kept, { size, bytes });
  return withText(analysis, decode(kept.tools.unpack({ size: text_size, bytes: text })));
}

function indexOne(kept: Case, pending: Pending, found: Analysis, known: Map<string, number>): void {
  const { db } = kept;
  const { article } = pending;
  const reviews = reviewsOfArticle(kept, article);
  const decided = decidedById(reviews, pending.number);
  const analysis = reviews.length === 0 ? found : inEffect(found, decided);
  const { title, byline, published, publisher } = { ...pending, ...corrections(decided.get(found.id)) };
  forget(kept, article);
  const { text } = analysis.article;
  db.run('INSERT INTO search_reports VALUES (?, ?, ?, ?)', article, pending.number, published ?? '', publisher ?? '');
  db.run(
    'INSERT INTO report_words (rowid, title, byline, publisher, text) VALUES (?, ?, ?, ?, ?)',
    article,
    indexText(title ?? ''),
    indexText(byline ?? ''),
    indexText(publisher ?? ''),
    indexText(text),
  );
  const numbers = new Map(
    db
      .all<{ number: number; id: string }>('SELECT number, id FROM statements WHERE analysis = ?', pending.number)
      .map((row) => [row.id, row.number]),
  );
  const speakers = new Map(analysis.speakers.map((speaker) => [speaker.id, speaker]));
  const words = (spans: readonly Span[]): string => indexText(textOf(text, spans));
  for (const statement of analysis.statements) {
    const number = numbers.get(statement.id);
    if (number === undefined) continue;
    const speaker = speakers.get(statement.speaker ?? '');
    db.run(
      'INSERT INTO statement_words (rowid, content, source, speaker, accused) VALUES (?, ?, ?, ?, ?)',
      number,
      words(statement.content),
      words(statement.source),
      indexText([speaker?.name, speaker?.role].join(' ')),
      indexText(accusedOf(statement)),
    );
    const { sourcing, act, form } = statement;
    const names = [speaker?.name, sourcing?.type, sourcing?.grade, sourcing?.channel, act, form];
    db.run(
      'INSERT INTO search_statements VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
      number,
      article,
      published ?? '',
      ...names.map((name) => nameNumber(kept, name ?? '', known)),
      beginning(textOf(text, statement.source)),
    );
  }
}

/** Characters of a source's words that are kept to be shown. */
const SHOWN = 120;

/** The beginning of a text on one line; never half a character. */
const beginning = (text: string): string => {
  const line = text.replace(/\s+/gu, ' ').trim();
  return line.length <= SHOWN ? line : `${line.slice(0, SHOWN).replace(/\p{Cs}$/u, '')}…`;
};

/** @param known numbers that were asked for within this transaction */
function nameNumber({ db }: Case, name: string, known: Map<string, number>): number {
  const before = known.get(name);
  if (before !== undefined) return before;
  const row = db.get<{ number: number }>('SELECT number FROM search_names WHERE name = ?', name);
  const number = row?.number ?? db.run('INSERT INTO search_names (name) VALUES (?)', name).number;
  known.set(name, number);
  return number;
}

const accusedOf = ({ allegations }: WireStatement): string => (allegations ?? []).map(({ accused }) => accused ?? '').join(' . ');

/** Takes out what an older analysis of the report gave. */
function forget({ db }: Case, article: number): void {
  if (db.get('SELECT 1 AS one FROM search_reports WHERE article = ?', article) === undefined) return;
  db.run('DELETE FROM statement_words WHERE rowid IN (SELECT number FROM search_statements WHERE article = ?)', article);
  db.run('DELETE FROM search_statements WHERE article = ?', article);
  db.run('DELETE FROM report_words WHERE rowid = ?', article);
  db.run('DELETE FROM search_reports WHERE article = ?', article);
}
