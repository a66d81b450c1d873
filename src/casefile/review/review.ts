import type { Span } from '../../model/index.ts';
import type { Row } from '../database.ts';

export const ACTIONS = ['accept', 'reject', 'correct', 'note', 'merge', 'split', 'undo'] as const;
export type Action = (typeof ACTIONS)[number];

export const REVIEWED = ['article', 'statement', 'speaker', 'person', 'cluster', 'link', 'review'] as const;
export type Reviewed = (typeof REVIEWED)[number];

/** A speaker of a report, as decisions about persons name it: they stay true when persons are related anew. */
export interface SpeakerRef {
  /** The report's id. */
  readonly article: string;
  readonly speaker: string;
}

/** A statement that a person found and the machine did not. */
export interface AddedStatement {
  readonly content: readonly Span[];
  readonly source?: readonly Span[];
  readonly cue?: readonly Span[];
  /** Id of a speaker of the report (p2). */
  readonly speaker?: string | null;
  readonly act?: string;
}

/** What a decision says beside accepted or rejected. */
export interface ReviewValue {
  /** Of a correction: the fields that are otherwise, each with what it is. */
  readonly set?: Readonly<Record<string, string | null | readonly Span[]>>;
  /** Of a correction of a report: a statement that it has and that was missed. Its id is "a" with the decision's number behind it. */
  readonly add?: AddedStatement;
  /** Of a merge: all speakers that are one person. Of a split: those that are another person than the rest. */
  readonly speakers?: readonly SpeakerRef[];
  /** Of a merge: the persons that were named, the first being the one that the others are. */
  readonly persons?: readonly string[];
}

/** What a person decided. It is never changed: who thinks again decides again, or undoes it. */
export interface Review {
  readonly number: number;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly by: string;
  readonly why: string | null;
  readonly action: Action;
  readonly about: Reviewed;
  /** Number of the report, of a decision about it or a statement or speaker of it. */
  readonly article: number | null;
  /** Number of the analysis that has the statement or speaker. */
  readonly analysis: number | null;
  /** The report's id, s3, a7, p2, a person's or cluster's id, or the number of the decision that is undone. */
  readonly id: string;
  readonly value: ReviewValue | null;
  /** Number of the decision that is undone. */
  readonly undoes: number | null;
}

interface ReviewRow extends Row {
  readonly number: number;
  readonly value: string | null;
}

const fromRow = (row: ReviewRow): Review => ({ ...row, value: row.value === null ? null : JSON.parse(row.value) }) as unknown as Review;

/** The columns of a decision, in the order in which its hash is taken. */
export const REVIEW_COLUMNS = 'number, at, by, why, action, about, article, analysis, id, value, undoes';

export const toReviews = (rows: readonly Row[]): readonly Review[] => rows.map((row) => fromRow(row as ReviewRow));
