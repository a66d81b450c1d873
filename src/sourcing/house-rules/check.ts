import type { Act, Credit, HouseRule, Reading, Sourcing, Span, Speaker, Statement } from '../../model/index.ts';

/** A statement with all that is known of it. */
export interface CheckedStatement {
  readonly statement: Statement;
  readonly speaker: Speaker | undefined;
  readonly sourcing: Sourcing;
  readonly act: Act;
}

/** What is checked: a report that has been read to the end. */
export interface Checked {
  readonly reading: Reading;
  /** In the order of the text. */
  readonly statements: readonly CheckedStatement[];
  readonly credits: readonly Credit[];
  readonly publisher?: string;
}

/** Looks at one thing and gives the places that do not meet the rule, in the order of the text. */
export type Check = (checked: Checked, rule: HouseRule) => readonly Span[];

/** From the first to the last character of some spans. */
export const wholeOf = (spans: readonly Span[]): Span => [Math.min(...spans.map(([s]) => s)), Math.max(...spans.map(([, e]) => e))];

/** Where a finding on a statement points: its source, else its cue, else what was said. */
export const placeOf = ({ source, cue, content }: Statement): Span =>
  wholeOf([source, cue, content].find((spans) => spans.length > 0) ?? [[0, 0]]);
