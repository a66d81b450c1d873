import { Worker } from 'node:worker_threads';
import type { Analysis, Article, CheckedReport, HouseProfile } from '../model/index.ts';

/** Reads one report at a time, or several where it has several threads. */
export interface Reader {
  /** Rejects where this report could not be read; others can be. */
  read(article: Article): Promise<Analysis>;
  /** Reads a report and holds it against a newsroom's rules. Rejects as `read` does. */
  check(article: Article, profile: HouseProfile): Promise<CheckedReport>;
  close(): Promise<void>;
}

export interface JobsOptions {
  /** Worker threads, each with a reader of its own. */
  readonly count: number;
  /** Address of the module whose `openReader(data)` a thread calls to get its reader. */
  readonly module: string;
  /** What `openReader` is handed; anything that can be copied to a thread. */
  readonly data: unknown;
  /** Address of the thread's script. */
  readonly script?: URL;
}

/** What a thread is told to do with a report. */
export type JobOrder =
  | { readonly kind: 'read'; readonly article: Article }
  | { readonly kind: 'check'; readonly article: Article; readonly profile: HouseProfile }
  | { readonly kind: 'close' };

/** What a thread tells. */
export type JobReply =
  | { readonly kind: 'ready' }
  | { readonly kind: 'done'; readonly result: unknown }
  | { readonly kind: 'error'; readonly message: string };

interface Task {
  readonly order: JobOrder;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

interface Job {
  readonly take: (task: Task) => void;
  readonly close: () => Promise<void>;
}

const PATIENCE = 3000;
const ownScript = (): URL => new URL(import.meta.url.endsWith('.ts') ? './job-worker.ts' : './job-worker.js', import.meta.url);

/**
 * Worker threads that read reports side by side. A thread that dies fails the report it was reading and is replaced.
 *
 * @throws if a thread's reader cannot be opened
 * @example const jobs = await createJobs({ count: 2, module: import.meta.url, data: undefined })
 */
export async function createJobs(options: JobsOptions): Promise<Reader> {
  const waiting: Task[] = [];
  const idle: Job[] = [];
  const all = new Set<Job>();

  const free = (job: Job) => {
    const task = waiting.shift();
    if (task === undefined) idle.push(job);
    else job.take(task);
  };
  const start = async (): Promise<void> => {
    const job = await startJob(options, free, (dead) => {
      all.delete(dead);
      if (idle.includes(dead)) idle.splice(idle.indexOf(dead), 1);
      start().catch((error) => {
        for (const task of all.size === 0 ? waiting.splice(0) : []) task.reject(error);
      });
    });
    all.add(job);
    free(job);
  };
  const close = async () => {
    await Promise.all([...all].map((job) => job.close()));
  };
  const started = await Promise.allSettled(Array.from({ length: options.count }, start));
  const failed = started.find((result) => result.status === 'rejected');
  if (failed !== undefined) {
    await close();
    throw failed.reason;
  }
  const done = (order: JobOrder): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const task = { order, resolve, reject };
      const job = idle.shift();
      if (job === undefined) waiting.push(task);
      else job.take(task);
    });
  return {
    read: (article) => done({ kind: 'read', article }) as Promise<Analysis>,
    check: (article, profile) => done({ kind: 'check', article, profile }) as Promise<CheckedReport>,
    close,
  };
}

/** Starts one thread; resolves when its reader is open. */
function startJob(options: JobsOptions, free: (job: Job) => void, died: (job: Job) => void): Promise<Job> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(options.script ?? ownScript(), { workerData: { module: options.module, data: options.data } });
    let task: Task | undefined;
    let open = false;
    let closing = false;
    const gone = new Promise<void>((done) => worker.once('exit', () => done()));
    const job: Job = {
      take(next) {
        task = next;
        worker.postMessage(next.order);
      },
      async close() {
        closing = true;
        worker.postMessage({ kind: 'close' });
        const timer = setTimeout(() => void worker.terminate(), PATIENCE);
        await gone;
        clearTimeout(timer);
      },
    };
    const fail = (error: Error) => {
      const lost = task;
      task = undefined;
      if (lost !== undefined) lost.reject(error);
      else if (!open) reject(error);
    };
    worker.on('error', (error) => fail(error instanceof Error ? error : new Error(String(error))));
    worker.on('exit', (code) => {
      fail(new Error(`the thread that read it ended with code ${code}`));
      if (open && !closing) died(job);
    });
    worker.on('message', (reply: JobReply) => {
      if (reply.kind === 'ready') {
        open = true;
        resolve(job);
        return;
      }
      if (reply.kind === 'error' && !open) {
        reject(new Error(reply.message));
        return;
      }
      const done = task;
      task = undefined;
      if (reply.kind === 'done') done?.resolve(reply.result);
      else done?.reject(new Error(reply.message));
      free(job);
    });
  });
}
