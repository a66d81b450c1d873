import type { Span } from './span.ts';
import type { Because } from './statement.ts';
import type { SourceType } from './vocabulary/source-type.ts';

/** A statement of a report. */
export interface StatementRef {
  readonly article: string;
  readonly statement: string;
}

/** A statement of a report, or the whole report where `statement` is null. */
export interface LinkEnd {
  readonly article: string;
  readonly statement: string | null;
}

/** A speaker of a report. */
export interface SpeakerRef {
  readonly article: string;
  readonly speaker: string;
}

/** Why two things of different reports are tied; `at` of a reason counts in the text of the report that it stands with. */
export type Reason = Pick<Because, 'rule' | 'note'>;

/** The same speaker across reports: a proposal until a human confirms it. */
export interface Person {
  readonly kind: 'person';
  readonly id: string;
  readonly name: string | null;
  readonly type: SourceType;
  readonly speakers: readonly SpeakerRef[];
  /** Others who may be the same, too uncertain to join. */
  readonly proposed: readonly ProposedPerson[];
}

export interface ProposedPerson {
  readonly with: string;
  readonly because: readonly Reason[];
  /** 0 to 1. */
  readonly score: number;
}

export const STANDINGS = {
  origin: 'the earliest appearance in this collection',
  echo: 'passes on another member, or the same text or voice',
  independent: 'told by another first voice, or to another reporter in other words',
} as const;
export type Standing = keyof typeof STANDINGS;

/** How sure it is that the earliest member is the earliest. */
export const CERTAINTIES = {
  dated: 'its date is before all others, by more than their exactness',
  'same-day': 'others carry the same date, and their times do not decide',
  'no-zone': 'times decide, but without a time zone',
  updated: 'a date that decides is that of an update',
  undated: 'a member has no date',
} as const;
export type Certainty = keyof typeof CERTAINTIES;

/** Statements of different reports that are the same statement. */
export interface Cluster {
  readonly kind: 'cluster';
  readonly id: string;
  readonly earliest: StatementRef & { readonly certainty: Certainty };
  /** How many first voices stand behind it, never how many outlets. */
  readonly firstVoices: number;
  readonly members: readonly ClusterMember[];
}

export interface ClusterMember extends StatementRef {
  readonly standing: Standing;
  /** The member that this one echoes. */
  readonly of: StatementRef | null;
  readonly because: readonly Reason[];
}

export const LINK_TYPES = {
  answers: 'denies, retracts or corrects what the other alleges',
  altered: 'the same quotation in other words',
  reciprocal: 'each accuses the other',
  version: 'a later text of the same report',
} as const;
export type LinkType = keyof typeof LINK_TYPES;

/** A tie between statements of different reports (of a version: between the reports). */
export interface Link {
  readonly kind: 'link';
  readonly type: LinkType;
  readonly from: LinkEnd;
  readonly to: LinkEnd;
  readonly because: readonly Reason[];
  /** 0 to 1. */
  readonly confidence: number;
  /** Of an altered quotation: the words that differ, in the text of each side. */
  readonly words?: { readonly from: readonly Span[]; readonly to: readonly Span[] };
  /** Of a reciprocal accusation: whether both are accused of the same wrong. */
  readonly sameWrong?: boolean;
  /** Of a version: what the later text (`from`) has more, less, or on another word than the earlier one (`to`). */
  readonly changes?: {
    readonly added: readonly string[];
    readonly dropped: readonly string[];
    readonly resourced: readonly { readonly from: string; readonly to: string; readonly note: string }[];
  };
}

/** One line of what `relate` gives. */
export type Relation = Person | Cluster | Link;
