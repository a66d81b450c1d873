import type { Notice } from './notice.ts';
import type { Span } from './span.ts';
import type { Analysis } from './wire.ts';

/** One of a newsroom's rules on sources. */
export interface HouseRule {
  /** "S1", …: what a finding cites. */
  readonly id: string;
  /** Which check it runs: one of those that docs/house-rules.md lists. */
  readonly check: string;
  readonly on: boolean;
  /** The rule as the newsroom words it. */
  readonly wording: string;
  /** For "renewed-attribution": over how many paragraphs a quotation may go on. */
  readonly paragraphs?: number;
}

/** A newsroom's house rules: lexicon/en/house-rules.default.json, or a file of the same form. */
export interface HouseProfile {
  readonly name: string;
  readonly rules: readonly HouseRule[];
}

/** A place of a report that does not meet a house rule. */
export interface RuleFinding {
  /** Id of the rule. */
  readonly rule: string;
  /** Name of the profile that the rule stands in. */
  readonly profile: string;
  readonly at: Span;
  /** "does not meet rule S2 of profile default: …"; never a judgement of the report. */
  readonly message: string;
}

/** A report held against a profile. */
export interface CheckedReport {
  readonly analysis: Analysis;
  readonly profile: HouseProfile;
  /** In the order of the text. */
  readonly findings: readonly RuleFinding[];
}

/** One report's line of `hearsay check --json`. */
export interface WireCheck {
  readonly id: string;
  readonly engine: Analysis['engine'];
  readonly textHash: string;
  readonly profile: string;
  /** Ids of the rules that were looked at. */
  readonly rules: readonly string[];
  readonly findings: readonly WireFinding[];
  readonly notices: readonly Notice[];
}

export interface WireFinding {
  readonly rule: string;
  readonly at: Span;
  /** Line of the text, from 1 on. */
  readonly line: number;
  /** Character of that line, from 1 on, in code points. */
  readonly column: number;
  /** What stands there. */
  readonly words: string;
  readonly message: string;
}
