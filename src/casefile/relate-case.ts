import type { Analysis, Relation } from '../model/index.ts';
import type { Case } from './case.ts';
import { keepRelations } from './keep-relations.ts';
import { currentAnalyses } from './read-article.ts';
import { decidedById, inEffect } from './review/decided.ts';
import { reviewsOfArticle } from './review/read-reviews.ts';

/** Relates analyses; the engine's `relate` is one. */
export type Relate = (analyses: Iterable<Analysis>) => Iterable<Relation>;

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

/**
 * Relates the reports of a case and keeps what comes of it. What people corrected counts as corrected, what they rejected not
 * at all.
 *
 * @returns number of the run
 * @example relateCase(kept, (analyses) => engine.relate(analyses))
 */
export function relateCase(kept: Case, relate: Relate): number {
  const numbers: number[] = [];
  function* analyses(): Generator<Analysis> {
    for (const { number, article, analysis } of currentAnalyses(kept)) {
      numbers.push(number);
      yield standing(kept, article, number, analysis);
    }
  }
  // All of it before the first is written: nothing is to hold the write lock while reports are related.
  const relations = [...relate(analyses())];
  return keepRelations(kept, relations, numbers);
}
