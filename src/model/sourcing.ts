import type { Channel } from './vocabulary/channel.ts';
import type { Grade } from './vocabulary/grade.ts';
import type { SourceType } from './vocabulary/source-type.ts';

/** How well a statement is sourced and through whom it came. */
export interface Sourcing {
  readonly type: SourceType;
  readonly grade: Grade;
  readonly channel: Channel;
  /** The medium that got it first, if the report passes it on. */
  readonly outlet: string | null;
  /** Whom it was said to. */
  readonly addressee: string | null;
  /** ISO date of speaking as far as the report tells it; may be partial: "2020-06-29", "2016". */
  readonly said: string | null;
  /** Ids of speakers, from the first voice to the last teller before the publisher; an outlet or credit that is no speaker by its name. */
  readonly chain: readonly string[];
}
