import { headOf } from '../../casefile/index.ts';
import { respond } from '../respond.ts';
import type { Room } from '../room.ts';
import type { JobJson } from '../schema/work.ts';
import type { Jobs } from './jobs.ts';

/** Milliseconds between two looks at what changed. */
const TICK = 250;
/** Ticks between two looks at the log, and between two signs of life. */
const LOOK = 4;
const ALIVE = 60;

const eventText = (name: string, data: unknown): string => `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;

/** Streams that are open at once; browsers keep six connections to a server at most. */
const MOST = 50;

/** Server-sent events: what changes, told to everyone who listens. */
export function createStreams(room: Room, jobs: Jobs) {
  const open = new Set<() => void>();

  /** A stream that looks after changes at every tick until there is nothing more to tell. */
  const stream = (tick: (send: (text: string) => void, count: number) => Promise<boolean>, stop: () => void): Response => {
    const encoder = new TextEncoder();
    let timer: ReturnType<typeof setInterval> | undefined;
    const end = (): void => {
      clearInterval(timer);
      open.delete(close);
      stop();
    };
    let close = (): void => {};
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        let count = 0;
        let busy = false;
        const send = (text: string): void => controller.enqueue(encoder.encode(text));
        close = () => {
          end();
          try {
            controller.close();
          } catch {
            // Whoever listened went away first.
          }
        };
        const look = async (): Promise<void> => {
          if (busy) return;
          busy = true;
          try {
            if (count > 0 && count % ALIVE === 0) send(': here\n\n');
            if (!(await tick(send, count++))) close();
          } catch {
            close();
          } finally {
            busy = false;
          }
        };
        open.add(close);
        send('retry: 2000\n\n');
        timer = setInterval(look, TICK);
        void look();
      },
      cancel: end,
    });
    return respond(body, {
      headers: { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no' },
    });
  };
  const full = (): boolean => open.size >= MOST;
  return {
    full,
    /** Every job and the log's head. */
    all(): Response {
      const changed = new Map<string, JobJson>();
      const still = jobs.listen((job) => changed.set(job.id, job));
      let head = '';
      for (const job of jobs.all()) if (job.ended === null) changed.set(job.id, job);
      return stream(async (send, count) => {
        for (const job of changed.values()) send(eventText('job', job));
        changed.clear();
        if (count % LOOK === 0) {
          const found = await room.keeper.look();
          const now = found.state === 'open' ? headOf(found.kept) : undefined;
          const text = `${found.state} ${now?.hash ?? ''}`;
          if (text !== head) send(eventText('head', { state: found.state, number: now?.number ?? null, hash: now?.hash ?? null }));
          head = text;
        }
        return true;
      }, still);
    },
    /** One job, until it has ended. */
    job(id: string): Response {
      let last: JobJson | undefined;
      return stream(
        async (send) => {
          const job = jobs.get(id);
          if (job !== last) send(eventText('job', job));
          last = job;
          return job.ended === null;
        },
        () => {},
      );
    },
    close(): void {
      for (const end of [...open]) end();
    },
  };
}
