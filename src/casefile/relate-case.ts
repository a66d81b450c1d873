import type { Analysis, Relation } from '../model/index.ts';
import type { Case } from './case.ts';
import { keepRelations } from './keep-relations.ts';
import { currentAnalyses, type StoredAnalysis } from './read-article.ts';
import { decidedById, inEffect } from './review/decided.ts';
import { reviewsOfArticle } from './review/read-reviews.ts';

/** Relates analyses; what the engine's `createRelations` gives is one, but for what it says of each. */
export interface Relating {
  /** @returns false where the analysis cannot be related (it is of another version): it is left out */
  readonly add: (analysis: Analysis) => boolean | Promise<boolean>;
  /** Persons, clusters and links, in the order in which they are to be kept. */
  readonly result: () => Iterable<Relation>;
}

/** An analysis as it stands after decisions: corrected, and without what was rejected. */
function standing(kept: Case, article: number, number: number, analysis: Analysis): Analysis {
  const reviews = reviewsOfArticle(kept, article);
  if (reviews.length === 0) return analysis;
  const decided = decidedById(reviews, number);
  const effective = inEffect(analysis, decided);
  const gone = (id: string): boolean => decided.get(id)?.state === 'rejected';
  return {
    ...effective,
    statements: effective.statements
      .filter(({ id }) => !gone(id))
      .map((statement) => (statement.within !== null && gone(statement.within) ? { ...statement, within: null } : statement)),
  };
}

/** The analyses of a case as they stand after decisions: what people corrected is corrected, what they rejected is left out. */
export function* standingAnalyses(kept: Case): Generator<StoredAnalysis> {
  for (const stored of currentAnalyses(kept)) {
    yield { ...stored, analysis: standing(kept, stored.article, stored.number, stored.analysis) };
  }
}

/**
 * Relates the reports of a case and keeps what comes of it. What people corrected counts as corrected, what they rejected not
 * at all. Nothing is kept before all is related, so it may be broken off at any moment.
 *
 * @returns number of the run
 * @example await relateCase(kept, { add: (analysis) => (relations.add(analysis), true), result: () => relations.result().relations })
 */
export async function relateCase(kept: Case, { add, result }: Relating): Promise<number> {
  const numbers: number[] = [];
  for (const { number, analysis } of standingAnalyses(kept)) if (await add(analysis)) numbers.push(number);
  // All of it before the first is written: nothing is to hold the write lock while reports are related.
  const relations = [...result()];
  return keepRelations(kept, relations, numbers);
}
