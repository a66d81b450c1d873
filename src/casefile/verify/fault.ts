/** Something in a case file that does not hold. */
export interface Fault {
  /** What was looked at: "report r12", "event 40", "bytes of clips/a.html". */
  readonly where: string;
  /** What was expected and what was found, as a sentence. */
  readonly message: string;
}

export const fault = (where: string, message: string): Fault => ({ where, message });

/** A fault where two values differ. */
export const differs = (where: string, what: string, expected: unknown, found: unknown): Fault =>
  fault(where, `Expected ${what} ${shortened(expected)}, found ${shortened(found)}.`);

const LONGEST = 100;

function shortened(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing');
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/** What was checked, so that a reader knows what a clean result covers. */
export interface Counts {
  events: number;
  received: number;
  /** Bytes as received. */
  bytes: number;
  texts: number;
  articles: number;
  /** Reports whose original bytes are not in the case: their hash is taken on the word of whoever gave the analysis. */
  unproved: number;
  analyses: number;
  statements: number;
  /** Spans that were shown to lie in their text. */
  spans: number;
  leftovers: number;
  reviews: number;
  relations: number;
  timestamps: number;
}

export const noCounts = (): Counts => ({
  events: 0,
  received: 0,
  bytes: 0,
  texts: 0,
  articles: 0,
  unproved: 0,
  analyses: 0,
  statements: 0,
  spans: 0,
  leftovers: 0,
  reviews: 0,
  relations: 0,
  timestamps: 0,
});

/** A check: gives what does not hold, counts what it looked at, and gives undefined from time to time so that progress can be shown. */
export type Check = Generator<Fault | undefined>;
