import type { Analysis, Article, ArticleItem, Failure, Received } from '../model/index.ts';
import type { Case } from './case.ts';
import { CaseError } from './case-error.ts';
import { hasAnalysis, readyAnalysis } from './keep-analysis.ts';
import { articleOfItem, sameArticle } from './keep-article.ts';
import { type Added, type Desk, type ItemStep, keepItem, type Outcome } from './keep-item.ts';
import { finishReceived } from './keep-leftover.ts';
import { findReceived, keepReceived } from './keep-received.ts';
import { indexReports } from './search/index-reports.ts';

/** One thing that came in, or why there is none. */
export type Arrival =
  | { readonly kind: 'received'; readonly received: Received }
  | ({ readonly kind: 'failure'; readonly from: string } & Failure);

export interface AddOptions {
  /** Reads a report; may reject, then the report is kept and read by the next `add`. */
  readonly read: (article: Article) => Promise<Analysis>;
  /** Reports that may be in work or waiting at once. */
  readonly ahead: number;
  /** Asked between reports: true to stop. What was added stands, and the same call goes on from there. */
  readonly stop?: () => boolean;
}

/** One step of the way of a thing into the case, in order. */
type Step =
  | { readonly kind: 'say'; readonly added: Added }
  | { readonly kind: 'open'; readonly received: Received }
  | (ItemStep & { readonly kind: 'item'; readonly reading?: Promise<Outcome> })
  | { readonly kind: 'close'; readonly received: Received };

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** True if an item's bytes stand in the received thing where the item says. */
async function standsThere(
  { source }: Received,
  { bytes, part, article, analysis }: ArticleItem,
  hash: (bytes: Uint8Array) => string,
): Promise<boolean> {
  const at = part?.at;
  if (analysis !== undefined || at === undefined || part?.file !== undefined || at[1] - at[0] !== bytes.length || at[1] > source.size)
    return false;
  try {
    return hash(await source.read(at[0], at[1])) === article.sourceHash;
  } catch {
    return false;
  }
}

/** That a thing is in the case already with all that it holds; undefined where it is not. */
function knownWhole(kept: Case, { from, hash }: Received): Added | undefined {
  const known = findReceived(kept, hash);
  if (!known?.finished) return undefined;
  const reports = kept.db.get<{ n: number }>('SELECT count(*) AS n FROM articles WHERE received = ?', known.number)!.n;
  return { kind: 'known', from, at: known.at, origin: known.origin, reports };
}

async function* stepsOf(kept: Case, arrivals: AsyncIterable<Arrival>, options: AddOptions): AsyncGenerator<Step> {
  for await (const arrival of arrivals) {
    if (arrival.kind === 'failure') {
      yield { kind: 'say', added: { kind: 'failed', from: arrival.from, code: arrival.code, message: arrival.message } };
      continue;
    }
    const { received } = arrival;
    const whole = knownWhole(kept, received);
    if (whole !== undefined) {
      yield { kind: 'say', added: whole };
      continue;
    }
    const known = findReceived(kept, received.hash);
    yield { kind: 'open', received };
    let index = 0;
    for await (const item of received.items()) {
      index++;
      if (item.kind !== 'article') {
        yield { kind: 'item', received, item, index, holds: false };
        continue;
      }
      const there = known && articleOfItem(kept, { received: known.number, item: index });
      if (there !== undefined && hasAnalysis(kept, there.number)) continue;
      const holds = await standsThere(received, item, kept.tools.hash);
      const ready = item.analysis;
      const twin = sameArticle(kept, item.article);
      const needed = ready !== undefined || twin === undefined || !hasAnalysis(kept, twin.number);
      const reading: Promise<Outcome> | undefined = !needed
        ? undefined
        : (ready !== undefined ? Promise.resolve(ready) : options.read(item.article))
            .then((analysis) => readyAnalysis(kept, analysis))
            .catch((error) => ({ error }));
      yield { kind: 'item', received, item, index, holds, ...(reading === undefined ? {} : { reading }) };
    }
    yield { kind: 'close', received };
  }
}

/** A ready analysis waits for nothing but its packing, so that more of them may wait. */
const weightOf = (step: Step): number =>
  step.kind === 'item' && step.item.kind === 'article' && step.item.analysis !== undefined ? 1 / 16 : 1;

/**
 * Adds what arrives, thing by thing: its bytes, its reports and what was read in each. Every report is written whole or not
 * at all, so that it may be broken off at any moment; whoever gives the same again goes on where it stopped. Never throws for
 * an input; throws CaseError where the case file cannot be written.
 *
 * @example for await (const added of add(kept, receive(['clips/']), { read: reader.read, ahead: 2 })) …
 */
export async function* add(kept: Case, arrivals: AsyncIterable<Arrival>, options: AddOptions): AsyncGenerator<Added> {
  const waiting: Step[] = [];
  const writer = createWriter(kept);
  const stop = options.stop ?? (() => false);
  let load = 0;
  for await (const step of stepsOf(kept, arrivals, options)) {
    waiting.push(step);
    load += weightOf(step);
    while (load > options.ahead && !stop()) {
      const first = waiting.shift()!;
      load -= weightOf(first);
      yield* writer.write(first);
    }
    if (stop()) break;
  }
  while (waiting.length > 0 && !stop()) yield* writer.write(waiting.shift()!);
  yield* writer.flush();
}

/** Reports that go into one transaction at most, and how long the first of them waits for others, in milliseconds. */
const TOGETHER = 64;
const PATIENCE = 250;

interface Writer {
  readonly write: (step: Step) => AsyncGenerator<Added>;
  /** Writes what still waits for its transaction. */
  readonly flush: () => Generator<Added>;
}

/** Reports that are put into the index of searches while they are at hand: it need not read them out of the case again. */
const INDEXED_TOGETHER = 100;

function indexRecent(kept: Case, recent: Map<number, Analysis>): void {
  try {
    indexReports(kept, undefined, recent);
  } catch (error) {
    // Another process writes; the index is brought up to date by whoever searches next.
    if (!(error instanceof CaseError && error.fault === 'locked')) throw error;
  }
  recent.clear();
}

/** Writes step after step; remembers which thing it is in. Reports are written some at a time, each whole; one is told of once it is written. */
function createWriter(kept: Case): Writer {
  const recent = new Map<number, Analysis>();
  const desk: Desk = { ...kept, remember: (number, analysis) => void recent.set(number, analysis) };
  const clock = (): number => Date.parse(kept.tools.now());
  /** Number of the thing; undefined where there is nothing to be done in it. */
  let number: number | undefined;
  let whole = true;
  let batch: (() => Added | undefined)[] = [];
  let since = 0;
  function* flush(): Generator<Added> {
    const work = batch;
    batch = [];
    if (work.length === 0) return;
    const told = kept.db.transaction(() => work.map((write) => write()));
    for (const added of told) if (added !== undefined) yield added;
    if (recent.size >= INDEXED_TOGETHER) indexRecent(kept, recent);
  }
  async function* open(received: Received): AsyncGenerator<Added> {
    whole = true;
    number = undefined;
    const known = knownWhole(kept, received);
    if (known !== undefined) return yield known;
    try {
      number = await keepReceived(kept, received);
    } catch (error) {
      if (error instanceof CaseError) throw error;
      yield { kind: 'failed', from: received.from, code: 'unreadable-file', message: `Its bytes cannot be kept: ${messageOf(error)}.` };
    }
  }
  async function* write(step: Step): AsyncGenerator<Added> {
    if (step.kind !== 'item') yield* flush();
    if (step.kind === 'say') return yield step.added;
    if (step.kind === 'open') return yield* open(step.received);
    if (number === undefined) return;
    const { from } = step.received;
    if (step.kind === 'close') {
      if (whole) finishReceived(kept, number);
      return yield { kind: 'done', from };
    }
    const outcome = await step.reading;
    const into = number;
    if (batch.length === 0) since = clock();
    if (outcome !== undefined && 'error' in outcome) whole = false;
    batch.push(() => keepItem(desk, step, into, outcome));
    if (batch.length >= TOGETHER || clock() - since >= PATIENCE) yield* flush();
  }
  return { write, flush };
}
