import { type Case, encode } from '../case.ts';
import { CaseError } from '../case-error.ts';
import { appendEvent } from '../event.ts';
import { indexAgain } from '../search/index-reports.ts';
import { checkReview } from './check-review.ts';
import { readReview } from './read-reviews.ts';
import { REVIEW_COLUMNS, type Review } from './review.ts';

/** A decision to be kept. */
export type Decision = Omit<Review, 'number' | 'at'> & { readonly at?: string };

/** The hash of a decision, over its columns as JSON. */
export function hashReview({ db, tools }: Case, number: number): string {
  return tools.hash(encode(JSON.stringify(Object.values(db.get(`SELECT ${REVIEW_COLUMNS} FROM reviews WHERE number = ?`, number)!))));
}

/**
 * Keeps a decision and writes it to the log.
 *
 * @throws CaseError 'not-allowed' where it makes no sense: an unknown field or code, a span outside the text, something undone twice
 * @example keepReview(kept, { action: 'accept', about: 'statement', article: 1, analysis: 1, id: 's3', by: 'ada', why: null, value: null, undoes: null })
 */
export function keepReview(kept: Case, decision: Decision): Review {
  const { db, tools } = kept;
  return db.transaction(() => {
    const wrong = checkReview(kept, decision);
    if (wrong !== undefined) throw new CaseError('not-allowed', wrong);
    const { at = tools.now(), by, why, action, about, article, analysis, id, value, undoes } = decision;
    const { number } = db.run(
      'INSERT INTO reviews (at, by, why, action, about, article, analysis, id, value, undoes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
      at,
      by.trim(),
      why,
      action,
      about,
      article,
      analysis,
      id,
      value === null ? null : JSON.stringify(value),
      undoes,
    );
    const place = article === null ? {} : { article };
    appendEvent(kept, { event: 'reviewed', review: number, action, about, ...place, id, by: by.trim(), record: hashReview(kept, number) });
    // What is searched is what stands: a correction, or one that is taken back, changes it.
    if (article !== null && (action === 'correct' || action === 'undo')) indexAgain(kept, article);
    return readReview(kept, number)!;
  });
}
