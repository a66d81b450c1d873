import type { Desk } from '../desk.ts';
import { MOST_JOBS } from '../limits.ts';
import { Refusal, refusalOf } from '../refusal.ts';
import type { JobJson, JobKind } from '../schema/work.ts';

/** Long work that is under way, as the work itself sees it. */
export interface Running {
  /** Says how far it is. */
  readonly tell: (now: Partial<JobJson>) => void;
  readonly fail: (failure: JobJson['failures'][number]) => void;
  readonly job: () => JobJson;
  /** True once a person stopped it, or the server closes. */
  readonly stopped: () => boolean;
  /** Lets requests have their turn; call it often, it waits only where some time has gone by. */
  readonly breathe: () => Promise<void>;
}

/** Does the work; gives what came of it as a sentence. */
export type Work = (running: Running) => Promise<string>;

interface Entry {
  json: JobJson;
  stopped: boolean;
  since: number;
  readonly work: Work;
}

/** Jobs and failures that are remembered. */
const MOST_KEPT = 50;
const MOST_FAILURES = 1000;
/** Milliseconds of work after which requests have their turn. */
const BREATH = 15;

/** Long work, one after the other: two that write would only wait for each other. */
export function createJobs(desk: Desk, now: () => string) {
  const entries = new Map<string, Entry>();
  const waiting: Entry[] = [];
  const listeners = new Set<(job: JobJson) => void>();
  let running: Promise<void> | undefined;
  let count = 0;
  let closing = false;

  const change = (entry: Entry, more: Partial<JobJson>): void => {
    entry.json = { ...entry.json, ...more };
    for (const listener of listeners) listener(entry.json);
  };
  const paceOf = (entry: Entry, { done, total }: JobJson): Pick<JobJson, 'rate' | 'left'> => {
    const seconds = (desk.clock() - entry.since) / 1000;
    if (seconds < 0.5 || done === 0) return { rate: null, left: null };
    const rate = done / seconds;
    return { rate: Math.round(rate * 10) / 10, left: total === null ? null : Math.round(Math.max(0, total - done) / rate) };
  };
  const run = async (entry: Entry): Promise<void> => {
    entry.since = desk.clock();
    let breath = desk.clock();
    change(entry, { state: 'running', begun: now() });
    const self: Running = {
      tell(more) {
        const next = { ...entry.json, ...more };
        change(entry, { ...more, ...paceOf(entry, next) });
      },
      fail(failure) {
        const { failures, failed } = entry.json;
        change(entry, { failed: failed + 1, ...(failures.length < MOST_FAILURES ? { failures: [...failures, failure] } : {}) });
      },
      job: () => entry.json,
      stopped: () => entry.stopped,
      async breathe() {
        if (desk.clock() - breath < BREATH) return;
        await desk.breathe();
        breath = desk.clock();
      },
    };
    try {
      const result = await entry.work(self);
      change(entry, { state: entry.stopped ? 'stopped' : 'done', ended: now(), result, now: null, left: null });
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal === undefined) desk.report(error);
      const trouble =
        refusal?.message ??
        `It broke off by a mistake of Hearsay (${error instanceof Error ? error.message : String(error)}). What was kept stands.`;
      change(entry, { state: 'failed', ended: now(), trouble, now: null, left: null });
    }
  };
  const runAll = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      if (next.stopped) change(next, { state: 'stopped', ended: now() });
      else await run(next);
    }
    running = undefined;
  };
  const get = (id: string): Entry => {
    const entry = entries.get(id);
    if (entry === undefined) throw new Refusal('not-found', `There is no work "${id.slice(0, 40)}" since this server began.`);
    return entry;
  };
  return {
    begin(kind: JobKind, work: Work, more: Partial<JobJson> = {}): JobJson {
      if (waiting.length >= MOST_JOBS || closing)
        throw new Refusal('too-many', `Expected at most ${MOST_JOBS} pieces of work to wait, found as many. Wait until some are done.`, {
          retryAfter: 10,
        });
      const json: JobJson = {
        id: `j${++count}`,
        kind,
        state: 'waiting',
        begun: now(),
        ended: null,
        done: 0,
        failed: 0,
        total: null,
        rate: null,
        left: null,
        now: null,
        failures: [],
        trouble: null,
        ...more,
      };
      const entry: Entry = { json, stopped: false, since: 0, work };
      entries.set(json.id, entry);
      for (const [id, old] of entries) if (entries.size > MOST_KEPT && old.json.ended !== null) entries.delete(id);
      waiting.push(entry);
      running ??= runAll();
      return entry.json;
    },
    get: (id: string): JobJson => get(id).json,
    all: (): JobJson[] => [...entries.values()].map(({ json }) => json).reverse(),
    stop(id: string): JobJson {
      const entry = get(id);
      entry.stopped = true;
      return entry.json;
    },
    /** Hears of every change; gives what ends that. */
    listen(listener: (job: JobJson) => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close(): Promise<void> {
      closing = true;
      for (const entry of entries.values()) entry.stopped = true;
      await running;
    },
  };
}
export type Jobs = ReturnType<typeof createJobs>;
