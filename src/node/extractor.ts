import { Worker } from 'node:worker_threads';
import { type Page, type PdfText, stripPage } from '../ingest/index.ts';
import { type Extracted, type ExtractOrder, extract } from './extract-order.ts';

export interface ExtractorOptions {
  /** Milliseconds that one page may take; 30,000 if not given. */
  readonly timeoutMs?: number | undefined;
  /** Milliseconds that one PDF may take; 120,000, or `timeoutMs`, if not given. */
  readonly pdfTimeoutMs?: number | undefined;
  /** MiB of memory that the thread may take; 1024 if not given. */
  readonly memoryMb?: number | undefined;
  /** MiB by which the whole process may grow while one page or file is taken apart; 512 if not given. */
  readonly grownMb?: number | undefined;
  /** The thread's module; the one beside this file if not given. */
  readonly entry?: URL | undefined;
}

/** Takes pages and files apart, one at a time in a thread of its own, so that none can hang or exhaust the process. */
export interface Extractor {
  /** Never rejects: a page that takes too long or too much gives all its text and the notice 'html-unreadable'. */
  readonly readPage: (html: string, fragment?: boolean) => Promise<Page>;
  /** Never rejects: a PDF that takes too long or too much is 'pdf-unreadable'. */
  readonly readPdf: (bytes: Uint8Array) => Promise<PdfText>;
  /** Ends the thread; one that is needed later starts anew. */
  readonly close: () => Promise<void>;
}

/** How often the memory is looked at. */
const WATCH_MS = 25;

type Reply = { readonly result: unknown } | { readonly error: string };

/** The module of the thread; undefined where Node cannot run it, which is from TypeScript sources before Node 22.18. */
function ownEntry(): URL | undefined {
  if (import.meta.url.endsWith('.js')) return new URL('./extract-worker.js', import.meta.url);
  const runsTypes = (process.features as { readonly typescript?: unknown }).typescript;
  return runsTypes ? new URL('./extract-worker.ts', import.meta.url) : undefined;
}

/** One order, one answer: resolves with what came of it, rejects with the reason why nothing did. */
function ask(worker: Worker, order: ExtractOrder, timeoutMs: number, grownMb: number): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const before = process.memoryUsage.rss();
    // A thread's own limit does not count its buffers, and what a PDF unpacks to is buffers.
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() - before > grownMb * 2 ** 20)
        finish(() => reject(new Error(`it took more than ${grownMb} MiB of memory`)));
    }, WATCH_MS);
    const timer = setTimeout(() => finish(() => reject(new Error(`it took more than ${timeoutMs} ms`))), timeoutMs);
    const onMessage = (reply: Reply): void => finish(() => ('error' in reply ? reject(new Error(reply.error)) : resolve(reply.result)));
    const onError = (error: Error): void => finish(() => reject(error));
    const onExit = (): void => finish(() => reject(new Error('its thread ended')));
    function finish(settle: () => void): void {
      clearTimeout(timer);
      clearInterval(watch);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      settle();
    }
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    worker.postMessage(order);
  });
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/**
 * Opens an extractor. Its thread starts with the first order, is started anew after one that broke it, and does not keep the
 * process alive.
 *
 * @example const extractor = createExtractor(); const page = await extractor.readPage(html); await extractor.close();
 */
export function createExtractor(options: ExtractorOptions = {}): Extractor {
  const { timeoutMs = 30_000, pdfTimeoutMs = options.timeoutMs ?? 120_000, memoryMb = 1024, grownMb = 512, entry = ownEntry() } = options;
  let worker: Worker | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const start = (url: URL): Worker => {
    const started = new Worker(url, { resourceLimits: { maxOldGenerationSizeMb: memoryMb } });
    // A thread that breaks between two orders is found broken by the next one; it must not take the process with it.
    started.on('error', () => {});
    started.on('exit', () => {
      if (worker === started) worker = undefined;
    });
    return started;
  };
  const close = async (): Promise<void> => {
    const open = worker;
    worker = undefined;
    await open?.terminate();
  };
  const carryOut = async (order: ExtractOrder, limit: number): Promise<Extracted> => {
    if (entry === undefined) return extract(order);
    try {
      worker ??= start(entry);
      worker.ref();
      const result = await ask(worker, order, limit, grownMb);
      worker?.unref();
      return result as Extracted;
    } catch (error) {
      await close();
      throw error;
    }
  };
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const result = last.then(work);
    last = result.catch(() => {});
    return result;
  };
  return {
    readPage: (html, fragment = false) =>
      inTurn(() => carryOut({ kind: 'page', html, fragment }, timeoutMs) as Promise<Page>).catch((error) =>
        stripPage(html, 'html-unreadable', `The page could not be taken apart (${reasonOf(error)}); all its text was read.`),
      ),
    readPdf: (bytes) =>
      inTurn(() => carryOut({ kind: 'pdf', bytes }, pdfTimeoutMs) as Promise<PdfText>).catch((error) => ({
        code: 'pdf-unreadable',
        message: `Expected a PDF, found one that could not be taken apart (${reasonOf(error)}); nothing was read.`,
      })),
    close,
  };
}
