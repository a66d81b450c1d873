import type { Span } from './span.ts';
import type { SourceType } from './vocabulary/source-type.ts';

/** One person, body, document or unnamed voice of the report, with every mention of it. */
export interface Speaker {
  /** "p1", "p2", … in the order of first mention. */
  readonly id: string;
  /** The fullest name that the report itself gives; null for one that is kept unnamed. */
  readonly name: string | null;
  readonly type: SourceType;
  /** The role as the report words it: "US Secretary of State". */
  readonly role: string | null;
  readonly mentions: readonly Span[];
}
