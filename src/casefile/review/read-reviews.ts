import type { Case } from '../case.ts';
import { REVIEW_COLUMNS, type Review, toReviews } from './review.ts';

/** Every decision, undone ones and undoings too, in the order in which they were made. */
export const allReviews = ({ db }: Case): readonly Review[] => toReviews(db.all(`SELECT ${REVIEW_COLUMNS} FROM reviews ORDER BY number`));

/** The decisions that stand: neither undone nor an undoing. */
export const standingReviews = ({ db }: Case): readonly Review[] =>
  toReviews(db.all(`SELECT ${REVIEW_COLUMNS} FROM standing_reviews ORDER BY number`));

/** The decisions that stand on a report and all that is in it. */
export const reviewsOfArticle = ({ db }: Case, article: number): readonly Review[] =>
  toReviews(db.all(`SELECT ${REVIEW_COLUMNS} FROM standing_reviews WHERE article = ? ORDER BY number`, article));

/** A decision by its number. */
export const readReview = ({ db }: Case, number: number): Review | undefined =>
  toReviews(db.all(`SELECT ${REVIEW_COLUMNS} FROM reviews WHERE number = ?`, number))[0];

/** The decisions that were made after another one, in their order, undone ones and undoings too. @param number 0 for all */
export const reviewsAfter = ({ db }: Case, number: number): readonly Review[] =>
  toReviews(db.all(`SELECT ${REVIEW_COLUMNS} FROM reviews WHERE number > ? ORDER BY number`, number));
