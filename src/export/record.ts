import type { Analysis } from '../model/index.ts';

/** A decision of a person: a JSON object. What its fields mean is the case file's to say, and each format gives them all. */
export interface Decision {
  readonly id: number;
  /** What it is about: s3, p2, the report's id. */
  readonly of: string;
  readonly action: string;
  /** False where a later decision takes it back. */
  readonly stands: boolean;
  /** True where it was made about an older reading of the report. */
  readonly earlier: boolean;
}

/** One report of a case with all that is kept of it. */
export interface ExportRecord {
  readonly analysis: Analysis;
  /** In the order in which they were made. */
  readonly reviews: readonly Decision[];
}
