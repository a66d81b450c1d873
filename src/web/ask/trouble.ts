import type { ProblemCode } from '../../server/index.ts';

/** Why a request gave no answer: the server's own codes; `lost` where it did not answer at all; `odd` where its answer is none of its own. */
export type TroubleCode = ProblemCode | 'lost' | 'odd';

/** A request that failed. Its message says what was expected, what was found, and what to do. */
export class Trouble extends Error {
  readonly code: TroubleCode;
  /** The field that is meant: "body/set/grade". */
  readonly at: string | undefined;
  /** Of `changed`: what the thing is now. */
  readonly current: unknown;
  /** Seconds to wait before asking again. */
  readonly wait: number | undefined;
  constructor(code: TroubleCode, message: string, more: { at?: string | undefined; current?: unknown; wait?: number | undefined } = {}) {
    super(message);
    this.code = code;
    this.at = more.at;
    this.current = more.current;
    this.wait = more.wait;
  }
}

/** Troubles that pass: the same request may work later, so what it carries is kept. */
export const passes = ({ code }: Trouble): boolean => ['lost', 'no-session', 'busy', 'too-many', 'locked', 'other-case'].includes(code);
