import type { CaseFault } from '../casefile/index.ts';
import { respond } from './respond.ts';
import { PROBLEMS, type Problem, type ProblemCode } from './schema/problem.ts';

/** A request that is refused: why, and what to do. */
export class Refusal extends Error {
  readonly code: ProblemCode;
  readonly more: { readonly at?: string; readonly current?: unknown; readonly retryAfter?: number };
  constructor(code: ProblemCode, message: string, more: Refusal['more'] = {}) {
    super(message);
    this.name = 'Refusal';
    this.code = code;
    this.more = more;
  }
}

/** What a fault of the case file is called here. */
const OF_FAULT: Readonly<Record<CaseFault, ProblemCode>> = {
  missing: 'damaged',
  exists: 'not-allowed',
  'not-a-case': 'damaged',
  encrypted: 'locked',
  'wrong-passphrase': 'wrong-passphrase',
  'newer-version': 'damaged',
  'read-only': 'read-only',
  locked: 'busy',
  full: 'full',
  damaged: 'damaged',
  'append-only': 'not-allowed',
  'unknown-id': 'not-found',
  'not-allowed': 'not-allowed',
  failed: 'damaged',
};

/** The fault of an error of the case file; undefined for any other error. */
export const faultOf = (error: unknown): CaseFault | undefined =>
  error instanceof Error && error.name === 'CaseError' ? (error as Error & { readonly fault: CaseFault }).fault : undefined;

/** An error as a refusal; undefined where it is a mistake of ours. */
export function refusalOf(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error;
  const fault = faultOf(error);
  if (fault === undefined) return undefined;
  return new Refusal(OF_FAULT[fault], (error as Error).message, fault === 'locked' ? { retryAfter: 2 } : {});
}

const FAILED = new Refusal(
  'failed',
  'Something went wrong that is a mistake of Hearsay; nothing was changed. The terminal that runs `hearsay serve` says more. Try again, or go on elsewhere.',
);

/** The answer to a request that is refused. */
export function refuse(refusal: Refusal = FAILED): Response {
  const { code, message, more } = refusal;
  const { retryAfter, ...rest } = more;
  const problem: Problem = { error: { code, message, ...rest } };
  return respond(JSON.stringify(problem), {
    status: PROBLEMS[code][0],
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      ...(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }),
    },
  });
}
