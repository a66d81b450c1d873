import type { Analysis, Article } from '../model/index.ts';
import { type Case, decode, recorded } from './case.ts';
import { CaseError } from './case-error.ts';
import type { Row } from './database.ts';
import { withText } from './keep-analysis.ts';
import type { ArticleRecord } from './keep-article.ts';
import { type ReceivedFacts, readReceived } from './keep-received.ts';

/** A report as it is kept, with where it came from. */
export interface StoredArticle {
  readonly number: number;
  readonly article: Article;
  readonly part?: ArticleRecord['part'];
  readonly received: ReceivedFacts;
}

interface ArticleRow extends Row {
  readonly record: Uint8Array;
  readonly record_size: number;
  readonly text: Uint8Array;
  readonly size: number;
  readonly received: number;
  readonly hash: string;
  readonly kind: string;
  readonly origin: string;
  readonly at: string;
  readonly bytes: number;
}

/** A report by its number. @throws CaseError 'unknown-id' */
export function readArticle(kept: Case, number: number): StoredArticle {
  const row = kept.db.get<ArticleRow>(
    `SELECT a.record, a.record_size, t.text, t.size, r.number AS received, r.hash, r.kind, r.origin, r.at, r.size AS bytes
     FROM articles AS a JOIN texts AS t ON t.number = a.text JOIN received AS r ON r.number = a.received WHERE a.number = ?`,
    number,
  );
  if (row === undefined) throw new CaseError('unknown-id', `There is no report ${number} in this case.`);
  const { part, ...known } = recorded<ArticleRecord>(kept, { size: row.record_size, bytes: row.record });
  const text = decode(kept.tools.unpack({ size: row.size, bytes: row.text }));
  const { received, hash, kind, origin, at, bytes } = row;
  return {
    number,
    article: { ...known, text },
    ...(part === undefined ? {} : { part }),
    received: { number: received, hash, kind, origin, at, size: bytes },
  };
}

/** The text of a report. */
export function readText({ db, tools }: Case, article: number): string {
  const row = db.get<{ size: number; text: Uint8Array }>(
    'SELECT t.size, t.text FROM articles AS a JOIN texts AS t ON t.number = a.text WHERE a.number = ?',
    article,
  );
  if (row === undefined) throw new CaseError('unknown-id', `There is no report ${article} in this case.`);
  return decode(tools.unpack({ size: row.size, bytes: row.text }));
}

/** The bytes that a report was read from; undefined where they are not in the case (an analysis that came without them). */
export function readSource(kept: Case, article: number): Uint8Array | undefined {
  const row = kept.db.get<{
    source: string;
    received: number;
    whole: number;
    source_start: number | null;
    source_end: number | null;
    source_size: number | null;
    source_bytes: Uint8Array | null;
  }>(
    `SELECT a.source, a.received, r.size AS whole, a.source_start, a.source_end, a.source_size, a.source_bytes
     FROM articles AS a JOIN received AS r ON r.number = a.received WHERE a.number = ?`,
    article,
  );
  if (row === undefined) throw new CaseError('unknown-id', `There is no report ${article} in this case.`);
  if (row.source === 'whole') return readReceived(kept, row.received, 0, row.whole);
  if (row.source === 'span') return readReceived(kept, row.received, row.source_start!, row.source_end!);
  if (row.source === 'own') return kept.tools.unpack({ size: row.source_size!, bytes: row.source_bytes! });
  return undefined;
}

/** An analysis as it is kept. */
export interface StoredAnalysis {
  readonly number: number;
  /** Number of its report. */
  readonly article: number;
  readonly analysis: Analysis;
}

interface AnalysisRow extends Row {
  readonly number: number;
  readonly article: number;
  readonly record: Uint8Array;
  readonly record_size: number;
}

const stored = (kept: Case, row: AnalysisRow, text: string): StoredAnalysis => ({
  number: row.number,
  article: row.article,
  analysis: withText(recorded<Analysis>(kept, { size: row.record_size, bytes: row.record }), text),
});

/** The analysis of a report that counts: the last that was added; undefined where it was not read yet. */
export function currentAnalysis(kept: Case, article: number): StoredAnalysis | undefined {
  const row = kept.db.get<AnalysisRow>('SELECT number, article, record, record_size FROM current_analyses WHERE article = ?', article);
  return row && stored(kept, row, readText(kept, article));
}

/** An analysis by its number. @throws CaseError 'unknown-id' */
export function readAnalysis(kept: Case, number: number): StoredAnalysis {
  const row = kept.db.get<AnalysisRow>('SELECT number, article, record, record_size FROM analyses WHERE number = ?', number);
  if (row === undefined) throw new CaseError('unknown-id', `There is no analysis ${number} in this case.`);
  return stored(kept, row, readText(kept, row.article));
}

/** The analyses that count, one a report, in the order in which the reports came in; one is held at a time. */
export function* currentAnalyses(kept: Case): Generator<StoredAnalysis> {
  const many = 200;
  for (let after = 0; ; ) {
    const rows = kept.db.all<AnalysisRow>(
      'SELECT number, article, record, record_size FROM current_analyses WHERE article > ? ORDER BY article LIMIT ?',
      after,
      many,
    );
    for (const row of rows) yield stored(kept, row, readText(kept, row.article));
    if (rows.length < many) return;
    after = rows.at(-1)!.article;
  }
}
