import type { Analysis } from '../model/index.ts';

/** A decision of a person, as the case file tells it: a JSON object. What its fields mean is the case file's to say. */
export type Decision = { readonly id: string | number } & { readonly [field: string]: unknown };

/** One report of a case with all that is kept of it. */
export interface ExportRecord {
  readonly analysis: Analysis;
  /** In the order in which they were made. */
  readonly reviews: readonly Decision[];
}
