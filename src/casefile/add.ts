import type { Analysis, Article, ArticleItem, Failure, Item, Part, Received } from '../model/index.ts';
import type { Case } from './case.ts';
import { CaseError } from './case-error.ts';
import { faultOf } from './check-analysis.ts';
import { hasAnalysis, keepAnalysis, type ReadyAnalysis, readyAnalysis } from './keep-analysis.ts';
import { articleOfItem, type Container, type KeptArticle, keepArticle, type Origin, sameArticle, withFreeId } from './keep-article.ts';
import { finishReceived, hasLeftover, keepLeftover } from './keep-leftover.ts';
import { findReceived, keepReceived } from './keep-received.ts';

/** One thing that came in, or why there is none. */
export type Arrival =
  | { readonly kind: 'received'; readonly received: Received }
  | ({ readonly kind: 'failure'; readonly from: string } & Failure);

/** What became of one thing, or of one part of it. */
export type Added = { readonly from: string; readonly part?: Part } & (
  | { readonly kind: 'report'; readonly article: KeptArticle; readonly title: string | undefined; readonly analysis: Analysis }
  /** It is in the case already, whole: nothing was added. */
  | { readonly kind: 'known'; readonly at: string; readonly origin: string; readonly reports: number }
  /** The same report came in with something else: what is new is where it was found. */
  | { readonly kind: 'duplicate'; readonly article: KeptArticle }
  | { readonly kind: 'link'; readonly url: string }
  | { readonly kind: 'told'; readonly code: string; readonly message: string }
  | { readonly kind: 'failed'; readonly code: string; readonly message: string }
  /** All of one thing is through. */
  | { readonly kind: 'done' }
);

export interface AddOptions {
  /** Reads a report; may reject, then the report is kept and read by the next `add`. */
  readonly read: (article: Article) => Promise<Analysis>;
  /** Reports that may be in work or waiting at once. */
  readonly ahead: number;
  /** Asked between reports: true to stop. What was added stands, and the same call goes on from there. */
  readonly stop?: () => boolean;
}

type Reading = Promise<ReadyAnalysis | { readonly error: unknown }>;

/** One step of the way of a thing into the case, in order. */
type Step =
  | { readonly kind: 'say'; readonly added: Added }
  | { readonly kind: 'open'; readonly received: Received }
  | {
      readonly kind: 'item';
      readonly received: Received;
      readonly item: Item;
      readonly index: number;
      readonly holds: boolean;
      readonly reading?: Reading;
    }
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
      const reading: Reading | undefined = !needed
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

type Outcome = ReadyAnalysis | { readonly error: unknown } | undefined;

/** What a leftover is to whoever added it. */
function saidOf(
  item: Exclude<Item, ArticleItem>,
): Pick<Added & { kind: 'link' }, 'kind' | 'url'> | Pick<Added & { kind: 'told' | 'failed' }, 'kind' | 'code' | 'message'> {
  if (item.kind === 'link') return { kind: 'link', url: item.url };
  if (item.kind === 'failure') return { kind: 'failed', code: item.code, message: item.message };
  if (item.kind === 'notice') return { kind: 'told', code: item.notice.code, message: item.notice.message };
  return { kind: 'told', code: `signature-${item.status}`, message: item.because.join('; ') };
}

/** Notices of a report in which there was nothing to read: it is kept, and counts as failed. */
const UNREAD: ReadonlySet<string> = new Set(['empty-text', 'binary-bytes', 'no-text-layer']);

/** Reports that go into one transaction at most, and how long the first of them waits for others, in milliseconds. */
const TOGETHER = 64;
const PATIENCE = 250;

interface Writer {
  readonly write: (step: Step) => AsyncGenerator<Added>;
  /** Writes what still waits for its transaction. */
  readonly flush: () => Generator<Added>;
}

/** Writes step after step; remembers which thing it is in. Reports are written some at a time, each whole; one is told of once it is written. */
function createWriter(kept: Case): Writer {
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
    batch.push(() => keepItem(kept, step, into, outcome));
    if (batch.length >= TOGETHER || clock() - since >= PATIENCE) yield* flush();
  }
  return { write, flush };
}

/** Keeps one item of a thing; gives what there is to say of it. */
function keepItem(kept: Case, step: Extract<Step, { kind: 'item' }>, received: number, outcome: Outcome): Added | undefined {
  const { item, index, holds } = step;
  const { from, hash } = step.received;
  const origin = { received, item: index };
  const part = 'part' in item ? item.part : undefined;
  const place = { from, ...(part && { part }) };
  if (item.kind === 'article') return { ...place, ...keepReport(kept, item, origin, { hash, holds }, outcome) };
  if (hasLeftover(kept, origin)) return undefined;
  keepLeftover(kept, origin, item);
  return { ...place, ...saidOf(item) };
}

/** Without what stands beside every outcome. */
type Result = Added extends infer A ? (A extends Added ? Omit<A, 'from' | 'part'> & Pick<A, 'kind'> : never) : never;

/** Keeps a report and its analysis together, or as much of it as there is. */
function keepReport(kept: Case, item: ArticleItem, origin: Origin, container: Container, outcome: Outcome): Result {
  const { article } = item;
  const analysis = outcome !== undefined && 'analysis' in outcome ? outcome.analysis : undefined;
  const fault = item.analysis === undefined || analysis === undefined ? undefined : faultOf(analysis, article.text.length);
  if (fault !== undefined) {
    const failure = {
      kind: 'failure',
      code: 'unreadable-line',
      message: `The analysis does not hold against its text: ${fault}.`,
    } as const;
    if (!hasLeftover(kept, origin)) keepLeftover(kept, origin, item.part === undefined ? failure : { ...failure, part: item.part });
    return { ...failure, kind: 'failed' };
  }
  return kept.db.transaction(() => {
    const there = articleOfItem(kept, origin);
    const twin = there ?? sameArticle(kept, article);
    const own = twin === undefined ? withFreeId(kept, article) : undefined;
    const target = twin ?? keepArticle(kept, { ...item, article: own! }, origin, container);
    const added =
      analysis === undefined ? undefined : keepAnalysis(kept, target.number, under(analysis, target.id, own), outcome as ReadyAnalysis);
    if (twin !== undefined && there === undefined && !hasLeftover(kept, origin)) {
      const {
        part,
        article: { captured },
      } = item;
      keepLeftover(kept, origin, {
        kind: 'duplicate',
        article: twin.number,
        id: twin.id,
        ...(part && { part }),
        ...(captured && { captured }),
      });
    }
    if (outcome !== undefined && 'error' in outcome) {
      return {
        kind: 'failed',
        code: 'not-read',
        message: `${messageOf(outcome.error)} (The report is kept; the same command reads it again.)`,
      };
    }
    if (added === undefined) return { kind: 'duplicate', article: target };
    const unread = analysis!.notices.find(({ code }) => UNREAD.has(code));
    if (unread !== undefined) return { kind: 'failed', code: unread.code, message: unread.message };
    return { kind: 'report', article: target, title: article.title, analysis: analysis! };
  });
}

/** The analysis under the id that its report has in this case. */
function under(analysis: Analysis, id: string, article: Article | undefined): Analysis {
  if (analysis.id === id) return analysis;
  const told = article?.notices.filter(({ code }) => code === 'duplicate-id') ?? [];
  return { ...analysis, id, notices: [...analysis.notices.filter(({ code }) => code !== 'duplicate-id'), ...told] };
}
