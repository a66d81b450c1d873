import { around, type Span } from '../../model/index.ts';
import { type Case, decode } from '../case.ts';
import type { Row } from '../database.ts';
import { corrections, decidedById } from '../review/decided.ts';
import { reviewsOfArticle } from '../review/read-reviews.ts';
import { type Context, contextOf, findTerms, termsOf } from './context.ts';
import { foldedWords } from './fold.ts';
import type { Node } from './query.ts';

/** What is known of the report that a hit stands in. */
export interface FoundReport {
  /** As `hearsay show` takes it: r12 of a report, r12/s3 of a statement. */
  readonly ref: string;
  /** The report's id. */
  readonly article: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly url: string | null;
}

/** A statement that a search found. */
export interface StatementHit extends FoundReport {
  readonly kind: 'statement';
  readonly statement: string;
  /** The speaker's name; null for one kept unnamed. */
  readonly speaker: string | null;
  readonly role: string | null;
  /** The words that name the source as they stand, or their beginning; '' where none do. */
  readonly source: string;
  readonly form: string;
  readonly act: string | null;
  readonly grade: string | null;
  readonly channel: string | null;
  /** The gravest wrong that it names, and who is accused of it. */
  readonly wrong: string | null;
  readonly accused: string | null;
  readonly confidence: number;
  /** The last decision about it that stands: accept, reject or correct; null where nobody has decided. */
  readonly review: string | null;
  readonly context: Context;
}

/** A report that holds the words, though none of its statements does. */
export interface ReportHit extends FoundReport {
  readonly kind: 'report';
  readonly context: Context;
}

export type Hit = StatementHit | ReportHit;

/** Characters beside a statement's content that are shown with it: mostly who said it. */
const BESIDE = 90;

interface Texted extends Row {
  readonly text: Uint8Array;
  readonly text_size: number;
}

const textOfRow = ({ tools }: Case, { text, text_size }: Texted): string => decode(tools.unpack({ size: text_size, bytes: text }));

const STATEMENT = `
SELECT c.number, s.analysis, 'r' || c.number || '/' || s.id AS ref, s.id AS statement, s.content, s.form, s.act, s.grade, s.channel, s.confidence, p.name AS speaker, p.role, i.source, g.wrong, g.accused,
  c.id AS article, c.title, c.publisher, c.published, c.url, t.text, t.size AS text_size,
  (SELECT r.action FROM standing_reviews AS r WHERE r.article = c.number AND r.analysis = s.analysis AND r.id = s.id
     AND r.about = 'statement' AND r.action IN ('accept', 'reject', 'correct') ORDER BY r.number DESC LIMIT 1) AS review
FROM statements AS s JOIN search_statements AS i ON i.number = s.number JOIN analyses AS a ON a.number = s.analysis JOIN articles AS c ON c.number = a.article
JOIN texts AS t ON t.number = c.text LEFT JOIN speakers AS p ON p.number = s.speaker
LEFT JOIN allegations AS g ON g.statement = s.number AND g.place = 0
WHERE s.number = ?`;

/** A statement as a hit, its words in their context. */
export function statementHit(kept: Case, number: number, wanted: Node | null): StatementHit {
  const { content, text, text_size, number: article, analysis, ...row } = kept.db.get<FoundStatement>(STATEMENT, number)!;
  const words = textOfRow(kept, { text, text_size });
  const within = beside(words, around(JSON.parse(content) as Span[]) ?? [0, 0]);
  const context = contextOf(
    words,
    within,
    termsOf(wanted, (field) => field !== 'title' && field !== 'publisher'),
  );
  const hit = { kind: 'statement', ...(row as unknown as Omit<StatementHit, 'kind' | 'context'>), context } as const;
  return { ...hit, ...standingFields(kept, article, analysis, hit) };
}

interface FoundStatement extends Texted {
  readonly content: string;
  /** Number of the report. */
  readonly number: number;
  readonly analysis: number;
}

const pick = (set: Readonly<Record<string, unknown>>, fields: readonly string[]): object =>
  Object.fromEntries(fields.filter((field) => field in set).map((field) => [field, set[field]]));

const REPORT_FIELDS = ['title', 'publisher', 'published', 'url'];

/** The fields of a hit that people corrected. */
function standingFields(kept: Case, article: number, analysis: number, hit: StatementHit): Partial<StatementHit> {
  const reviews = reviewsOfArticle(kept, article);
  if (reviews.length === 0) return {};
  const decided = decidedById(reviews, analysis);
  const own = corrections(decided.get(hit.statement));
  const id =
    'speaker' in own
      ? own.speaker
      : kept.db.get<{ id: string | null }>(
          'SELECT p.id FROM statements AS s LEFT JOIN speakers AS p ON p.number = s.speaker WHERE s.analysis = ? AND s.id = ?',
          analysis,
          hit.statement,
        )?.id;
  const speaker =
    typeof id === 'string'
      ? kept.db.get<{ name: string | null; role: string | null }>(
          'SELECT name, role FROM speakers WHERE analysis = ? AND id = ?',
          analysis,
          id,
        )
      : undefined;
  const { name = null, role = null } = { ...speaker, ...corrections(typeof id === 'string' ? decided.get(id) : undefined) };
  return {
    ...pick(corrections(decided.get(hit.article)), REPORT_FIELDS),
    ...pick(own, ['act', 'grade', 'channel']),
    speaker: name as string | null,
    role: role as string | null,
  };
}

/** A span with what stands beside it in its paragraphs, from a whole word on. */
function beside(text: string, [start, end]: Span): Span {
  const before = text.slice(Math.max(0, start - BESIDE), start);
  const after = text.slice(end, end + BESIDE);
  const head = before.includes('\n') ? before.lastIndexOf('\n') + 1 : before.length < BESIDE ? 0 : before.search(/\s/) + 1;
  const line = after.indexOf('\n');
  const tail = line >= 0 ? line : after.length < BESIDE ? after.length : Math.max(0, after.search(/\s\S*$/));
  return [start - before.length + head, end + tail];
}

const REPORT = `
SELECT 'r' || c.number AS ref, c.id AS article, c.title, c.publisher, c.published, c.url, t.text, t.size AS text_size
FROM articles AS c JOIN texts AS t ON t.number = c.text WHERE c.number = ?`;

/** A report as a hit; its context is in its text, or, where the words stand only in its title, the beginning of the text. */
export function reportHit(kept: Case, number: number, wanted: Node | null): ReportHit {
  const { text, text_size, ...row } = kept.db.get<Texted>(REPORT, number)!;
  const words = textOfRow(kept, { text, text_size });
  const context = contextOf(
    words,
    [0, words.length],
    termsOf(wanted, (field) => field === undefined),
  );
  const reviews = reviewsOfArticle(kept, number);
  const hit = { kind: 'report', ...(row as unknown as FoundReport), context } as const;
  return reviews.length === 0 ? hit : { ...hit, ...pick(corrections(decidedById(reviews, 0).get(hit.article)), REPORT_FIELDS) };
}

/** Where the words of a search stand in a title or name, to be marked in it. */
export const marksIn = (text: string, wanted: Node | null): readonly Span[] => findTerms(foldedWords(text), termsOf(wanted));
