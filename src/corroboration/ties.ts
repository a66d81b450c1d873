import type { LinkType, Reason } from '../model/index.ts';
import type { Report, Telling } from './report.ts';

/** A link before its ends are written as ids; an end without a statement is the whole report. */
export interface Tie {
  readonly type: LinkType;
  readonly from: Telling | Report;
  readonly to: Telling | Report;
  readonly because: readonly Reason[];
  readonly confidence: number;
  readonly sameWrong?: boolean;
}

/** The clusters as far as other links need them. */
export interface Clustered {
  /** All members of a statement's cluster, earliest first; itself alone where it is in none. */
  readonly membersOf: (telling: Telling) => readonly Telling[];
  /** The same for statements of one cluster. */
  readonly rootOf: (telling: Telling) => Telling;
}

/** When a statement was made or printed, in minutes since 1970; undefined where nothing tells. */
export const timeOf = (telling: Telling): number | undefined =>
  telling.report.moment?.from ?? (telling.day === undefined ? undefined : telling.day * 1440);
