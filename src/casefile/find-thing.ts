import type { Case } from './case.ts';
import { CaseError } from './case-error.ts';

/** Something of a case that a person can name. */
export type Thing = KnownArticle | InArticle<'statement'> | InArticle<'speaker'> | Related<'person'> | Related<'cluster'>;

interface KnownArticle {
  readonly kind: 'article';
  readonly article: number;
  readonly id: string;
}

interface InArticle<K> {
  readonly kind: K;
  readonly article: number;
  readonly articleId: string;
  /** Number of the analysis that has it; null for a statement that a person added. */
  readonly analysis: number | null;
  readonly id: string;
}

interface Related<K> {
  readonly kind: K;
  readonly relation: number;
  readonly id: string;
}

const FEWEST = 4;

/** The reports, persons and clusters whose id begins so; at most six. */
function beginningWith({ db }: Case, start: string): readonly Thing[] {
  const end = `${start}\u{10FFFF}`;
  const hashes = /^[0-9a-f]+$/.test(start) ? [start, `sha256:${start}`] : [start];
  const articles = hashes.flatMap((from) =>
    db.all<{ article: number; id: string }>(
      'SELECT number AS article, id FROM articles WHERE id >= ? AND id < ? ORDER BY id LIMIT 6',
      from,
      `${from}\u{10FFFF}`,
    ),
  );
  const relations = db.all<{ relation: number; id: string; kind: 'person' | 'cluster' }>(
    'SELECT number AS relation, id, kind FROM current_relations WHERE id >= ? AND id < ? ORDER BY id LIMIT 6',
    start,
    end,
  );
  return [...articles.map((row) => ({ kind: 'article' as const, ...row })), ...relations];
}

/** A person whom a decision split off another: under the other's id with "~" and the decision's number behind it. */
function splitOff({ db }: Case, ref: string): Thing | undefined {
  const [, whole, number] = /^(.+)~(\d{1,15})$/.exec(ref) ?? [];
  if (whole === undefined || number === undefined) return undefined;
  const there = db.get("SELECT 1 AS there FROM standing_reviews WHERE number = ? AND action = 'split' AND id = ?", Number(number), whole);
  const row = db.get<{ relation: number }>(
    "SELECT number AS relation FROM current_relations WHERE id = ? AND kind = 'person' LIMIT 1",
    whole,
  );
  return there === undefined || row === undefined ? undefined : { kind: 'person', relation: row.relation, id: ref };
}

/** A report, person or cluster. */
function findWhole(kept: Case, ref: string): Thing {
  const { db } = kept;
  const exact = db.get<{ article: number; id: string }>('SELECT number AS article, id FROM articles WHERE id = ?', ref);
  if (exact !== undefined) return { kind: 'article', ...exact };
  const relation = db.get<{ relation: number; id: string; kind: 'person' | 'cluster' }>(
    'SELECT number AS relation, id, kind FROM current_relations WHERE id = ? LIMIT 1',
    ref,
  );
  if (relation !== undefined) return relation;
  const person = splitOff(kept, ref);
  if (person !== undefined) return person;
  const number = /^r(\d{1,15})$/.exec(ref)?.[1];
  if (number !== undefined) {
    const row = db.get<{ article: number; id: string }>('SELECT number AS article, id FROM articles WHERE number = ?', Number(number));
    if (row !== undefined) return { kind: 'article', ...row };
  }
  const found = ref.length >= FEWEST ? beginningWith(kept, ref) : [];
  if (found.length === 1) return found[0]!;
  if (found.length > 1) {
    const names = found.slice(0, 5).map(({ id }) => id);
    throw new CaseError(
      'unknown-id',
      `"${ref}" can mean several: ${names.join(', ')}${found.length > 5 ? ', …' : ''}. Write more of the one that is meant.`,
    );
  }
  throw new CaseError(
    'unknown-id',
    `There is nothing called "${ref}" in this case. Name a report by its number (r1) or id, its statement (r1/s3) or speaker (r1/p2), a person or a cluster.`,
  );
}

/** How many of something a report has, as its first and last id. */
function range(ids: readonly string[]): string {
  return ids.length === 0 ? 'it has none' : ids.length === 1 ? `it has ${ids[0]} alone` : `it has ${ids[0]} to ${ids.at(-1)}`;
}

/** A statement that a person added: "a" and the number of the decision. */
function findAdded({ db }: Case, { article, id: articleId }: KnownArticle, id: string): Thing {
  const row = db.get(
    "SELECT 1 AS one FROM standing_reviews WHERE number = ? AND article = ? AND value ->> '$.add' IS NOT NULL",
    Number(id.slice(1)),
    article,
  );
  if (row === undefined) throw new CaseError('unknown-id', `No statement "${id}" was added to r${article}, or it was taken back.`);
  return { kind: 'statement', article, articleId, analysis: null, id };
}

/**
 * What a person means: "r12" or the id of a report (or the first letters of it, four at least), "r12/s3" its statement ("r12/a7" one that a person added),
 * "r12/p2" its speaker, the id of a person or cluster.
 *
 * @throws CaseError 'unknown-id' where there is nothing so called, or several things
 * @example findThing(kept, 'r12/s3')
 */
export function findThing(kept: Case, ref: string): Thing {
  const [, whole, id] = /^(.+)\/([asp]\d+)$/.exec(ref) ?? [];
  if (whole === undefined || id === undefined) return findWhole(kept, ref);
  const article = findWhole(kept, whole);
  if (article.kind !== 'article')
    throw new CaseError('unknown-id', `"${whole}" is a ${article.kind}; only a report has statements and speakers.`);
  if (id.startsWith('a')) return findAdded(kept, article, id);
  const analysis = kept.db.get<{ number: number }>('SELECT number FROM current_analyses WHERE article = ?', article.article);
  if (analysis === undefined)
    throw new CaseError('unknown-id', `The report "${whole}" was not read yet; it has no statements. hearsay add reads it.`);
  const table = id.startsWith('s') ? 'statements' : 'speakers';
  const ids = kept.db
    .all<{ id: string }>(`SELECT id FROM ${table} WHERE analysis = ? ORDER BY number`, analysis.number)
    .map((row) => row.id);
  if (!ids.includes(id)) throw new CaseError('unknown-id', `There is no ${table.slice(0, -1)} "${id}" in ${whole}; ${range(ids)}.`);
  return {
    kind: id.startsWith('s') ? 'statement' : 'speaker',
    article: article.article,
    articleId: article.id,
    analysis: analysis.number,
    id,
  };
}
