import type { Span } from './span.ts';

export type Form = 'direct' | 'indirect' | 'mixed';

/** Why something was read as it was: the rule or score that decided it, and the words it looked at. */
export interface Because {
  readonly rule: string;
  readonly at: readonly Span[];
  readonly note: string;
}

/** One attributed statement, as the room `attribution` gives it. */
export interface Statement {
  /** "s1", "s2", … in the order of the text. */
  readonly id: string;
  /** The words naming who said it; empty where no words do. */
  readonly source: readonly Span[];
  /** "said", "according to"; empty where none stands. */
  readonly cue: readonly Span[];
  /** What was said; discontinuous contents have several spans. */
  readonly content: readonly Span[];
  readonly form: Form;
  /** Id of the statement that tells this one. */
  readonly within: string | null;
  /** Id of the statement whose speaker this one keeps, for a quotation that goes on without a source of its own. */
  readonly continues: string | null;
  /** Calibrated probability, 0 to 1, that source and content are as a careful reader would mark them. */
  readonly confidence: number;
  readonly because: readonly Because[];
}

/** A quotation or a verb of speaking that gave no statement. */
export interface Missed {
  readonly at: Span;
  readonly why: string;
}
