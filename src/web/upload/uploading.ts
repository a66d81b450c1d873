import { useSyncExternalStore } from 'react';
import type { JobJson, Upload } from '../../server/index.ts';
import { ask } from '../ask/ask.ts';
import { Trouble } from '../ask/trouble.ts';

/** A file with the folders it was dropped with. */
export interface NamedFile {
  readonly name: string;
  readonly file: File;
}

export interface Refused {
  readonly from: string;
  readonly message: string;
}

/** Files on their way into the case. */
export interface Uploading {
  readonly phase: 'sending' | 'adding' | 'failed';
  readonly total: number;
  readonly sent: number;
  readonly refused: readonly Refused[];
  readonly job: string | undefined;
  readonly trouble: Trouble | undefined;
  /** Kept so that a failed sending can be begun again without choosing them anew. */
  readonly files: readonly NamedFile[];
}

const JOB = 'hearsay:adding';

/** The work that this window began before it was loaded again: the server goes on with it, and tells what came of it. */
function begun(): Uploading | undefined {
  try {
    const job = window.sessionStorage.getItem(JOB);
    return job === null ? undefined : { phase: 'adding', total: 0, sent: 0, refused: [], job, trouble: undefined, files: [] };
  } catch {
    return undefined;
  }
}

let uploading = begun();
const listeners = new Set<() => void>();
function set(now: Uploading | undefined): void {
  uploading = now;
  try {
    if (now?.job === undefined) window.sessionStorage.removeItem(JOB);
    else window.sessionStorage.setItem(JOB, now.job);
  } catch {
    // Without a store, a reload shows no more what came of it; the log has it.
  }
  for (const listener of listeners) listener();
}
const change = (some: Partial<Uploading>): void => set(uploading === undefined ? undefined : { ...uploading, ...some });

export const useUploading = (): Uploading | undefined =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => uploading,
  );
export const dropUploading = (): void => set(undefined);

async function sendOne(id: string, { name, file }: NamedFile): Promise<void> {
  for (;;) {
    try {
      await ask<Upload>(`/api/uploads/${id}/files?name=${encodeURIComponent(name)}`, { method: 'PUT', body: file });
      return;
    } catch (error) {
      if (!(error instanceof Trouble)) throw error;
      if (error.code === 'too-many') {
        await new Promise((resolve) => window.setTimeout(resolve, (error.wait ?? 1) * 1000));
        continue;
      }
      if (['lost', 'no-session', 'read-only', 'full'].includes(error.code)) throw error;
      change({ refused: [...uploading!.refused, { from: name, message: error.message }] });
      return;
    }
  }
}

/** Sends files and has them added; what is refused is told with its reason, and the rest goes on. */
export async function upload(files: readonly NamedFile[], atOnce: number): Promise<void> {
  if (files.length === 0) return;
  set({ phase: 'sending', total: files.length, sent: 0, refused: [], job: undefined, trouble: undefined, files });
  try {
    const { id } = await ask<Upload>('/api/uploads', { method: 'POST', body: {} });
    const waiting = [...files];
    const sender = async () => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        await sendOne(id, next);
        change({ sent: uploading!.sent + 1 });
      }
    };
    await Promise.all(Array.from({ length: Math.min(4, atOnce) }, sender));
    if (uploading!.refused.length === files.length) {
      await ask(`/api/uploads/${id}`, { method: 'DELETE' }).catch(() => {});
      change({ phase: 'failed' });
      return;
    }
    const job = await ask<JobJson>(`/api/uploads/${id}/add`, { method: 'POST', body: {} });
    change({ phase: 'adding', job: job.id });
  } catch (error) {
    change({ phase: 'failed', trouble: error instanceof Trouble ? error : new Trouble('odd', String(error)) });
  }
}
