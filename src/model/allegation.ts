import type { Span } from './span.ts';
import type { Because } from './statement.ts';
import type { Status } from './vocabulary/status.ts';
import type { Wrong } from './vocabulary/wrong.ts';

/** That somebody did a wrong, as one statement says, denies, admits, asks or supposes it. The accuser is the statement's speaker. */
export interface Allegation {
  /** Who is said to have done it, by the fullest name of the report; a description where there is no name; null if nobody is. */
  readonly accused: string | null;
  /** Id of the speaker who is accused, where the accused is one. */
  readonly accusedSpeaker: string | null;
  readonly wrong: Wrong;
  /** In the report's words, as are `place` and `when`. */
  readonly victims: string | null;
  readonly place: string | null;
  readonly when: string | null;
  readonly status: Status;
  readonly spans: AllegationSpans;
  readonly because: readonly Because[];
}

/** The words behind each value; a value that no words of the statement carry has none. */
export interface AllegationSpans {
  readonly accused?: readonly Span[];
  readonly wrong?: readonly Span[];
  readonly victims?: readonly Span[];
  readonly place?: readonly Span[];
  readonly when?: readonly Span[];
  readonly status?: readonly Span[];
}
