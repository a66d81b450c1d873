/** What went wrong with a case file, so that callers need not read messages. */
export type CaseFault =
  | 'missing'
  | 'exists'
  | 'not-a-case'
  | 'encrypted'
  | 'wrong-passphrase'
  | 'newer-version'
  | 'read-only'
  | 'locked'
  | 'full'
  | 'damaged'
  | 'append-only'
  | 'unknown-id'
  | 'not-allowed'
  | 'failed';

/** A case file that cannot be used as asked: what was expected, what was found, what to do. */
export class CaseError extends Error {
  readonly fault: CaseFault;
  constructor(fault: CaseFault, message: string, options?: { readonly cause?: unknown }) {
    super(message, options);
    this.name = 'CaseError';
    this.fault = fault;
  }
}
