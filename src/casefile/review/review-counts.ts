import type { Case } from '../case.ts';
import { decidedById } from './decided.ts';
import { standingReviews } from './read-reviews.ts';

export interface ReviewCounts {
  /** Statements of the analyses that count. */
  readonly statements: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly corrected: number;
}

/** How many statements of a case were accepted, rejected and corrected; each by the last word on it. */
export function reviewCounts(kept: Case): ReviewCounts {
  const statements = kept.db.get<{ n: number }>(
    'SELECT count(*) AS n FROM statements WHERE analysis IN (SELECT number FROM current_analyses)',
  )!.n;
  const counts = { accepted: 0, rejected: 0, corrected: 0 };
  const byAnalysis = new Map<number, ReturnType<typeof standingReviews>>();
  const current = new Set(
    kept.db
      .all<{ number: number }>('SELECT number FROM current_analyses WHERE article IN (SELECT article FROM reviews)')
      .map(({ number }) => number),
  );
  for (const review of standingReviews(kept)) {
    if (review.about !== 'statement' || review.analysis === null || !current.has(review.analysis)) continue;
    byAnalysis.set(review.analysis, [...(byAnalysis.get(review.analysis) ?? []), review]);
  }
  for (const [analysis, reviews] of byAnalysis) {
    for (const { state } of decidedById(reviews, analysis).values()) if (state !== undefined) counts[state]++;
  }
  return { statements, ...counts };
}
