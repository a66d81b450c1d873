import { Worker } from 'node:worker_threads';
import { type Page, readPage, stripPage } from '../ingest/index.ts';

export interface PageReaderOptions {
  /** Milliseconds that one page may take; 30,000 if not given. */
  readonly timeoutMs?: number | undefined;
  /** MiB of memory that the thread may take; 1024 if not given. */
  readonly memoryMb?: number | undefined;
  /** The thread's module; the one beside this file if not given. */
  readonly entry?: URL | undefined;
}

/** Reads pages one at a time in a thread of its own, so that no page can hang or exhaust the process. */
export interface PageReader {
  /** Never rejects: a page that takes too long or too much gives all its text and the notice 'html-unreadable'. */
  readonly read: (html: string) => Promise<Page>;
  readonly close: () => Promise<void>;
}

/** The module of the thread; undefined where Node cannot run it, which is from TypeScript sources before Node 22.18. */
function ownEntry(): URL | undefined {
  if (import.meta.url.endsWith('.js')) return new URL('./html-worker.js', import.meta.url);
  const runsTypes = (process.features as { readonly typescript?: unknown }).typescript;
  return runsTypes ? new URL('./html-worker.ts', import.meta.url) : undefined;
}

/** One page, one answer: resolves with the page, rejects with the reason why there is none. */
function ask(worker: Worker, html: string, timeoutMs: number): Promise<Page> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => finish(() => reject(new Error(`it took more than ${timeoutMs} ms`))), timeoutMs);
    const onMessage = (page: Page): void => finish(() => resolve(page));
    const onError = (error: Error): void => finish(() => reject(error));
    const onExit = (): void => finish(() => reject(new Error('its thread ended')));
    function finish(settle: () => void): void {
      clearTimeout(timer);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      settle();
    }
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    worker.postMessage(html);
  });
}

/**
 * Opens a reader of pages. Its thread starts with the first page, is started anew after a page that broke it, and does not
 * keep the process alive.
 *
 * @example const pages = createPageReader(); const page = await pages.read(html); await pages.close();
 */
export function createPageReader(options: PageReaderOptions = {}): PageReader {
  const { timeoutMs = 30_000, memoryMb = 1024, entry = ownEntry() } = options;
  let worker: Worker | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const start = (url: URL): Worker => {
    const started = new Worker(url, { resourceLimits: { maxOldGenerationSizeMb: memoryMb } });
    // A thread that breaks between two pages is found broken by the next one; it must not take the process with it.
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
  const readNow = async (html: string): Promise<Page> => {
    if (entry === undefined) return readPage(html);
    try {
      worker ??= start(entry);
      worker.ref();
      const page = await ask(worker, html, timeoutMs);
      worker?.unref();
      return page;
    } catch (error) {
      await close();
      const why = error instanceof Error ? error.message : String(error);
      return stripPage(html, 'html-unreadable', `The page could not be taken apart (${why}); all its text was read.`);
    }
  };
  const read = (html: string): Promise<Page> => {
    const page = last.then(() => readNow(html));
    last = page;
    return page;
  };
  return { read, close };
}
