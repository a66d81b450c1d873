import { useMemo, useSyncExternalStore } from 'react';
import type { DecidedJson } from '../../server/index.ts';
import { allOld } from '../ask/answers.ts';
import { ask } from '../ask/ask.ts';
import { Trouble } from '../ask/trouble.ts';
import { toast } from '../parts/toast.ts';
import { kept } from '../session/keep.ts';

/** A decision that this window made or took back. */
export interface Done {
  readonly number: number;
  readonly words: string;
  /** What it was about. */
  readonly ref: string;
}

interface Past {
  readonly done: readonly Done[];
  readonly undone: readonly Done[];
}

const PAST = 'hearsay:past';
const MOST = 200;
const load = (): Past => {
  try {
    return JSON.parse(window.sessionStorage.getItem(PAST) ?? '') as Past;
  } catch {
    return { done: [], undone: [] };
  }
};
let past = load();
const listeners = new Set<() => void>();

function set(now: Past): void {
  past = now;
  try {
    window.sessionStorage.setItem(PAST, JSON.stringify(past));
  } catch {
    // Without a store, a reload forgets what can be undone by key; the log still has it.
  }
  for (const listener of listeners) listener();
}

export const didLast = (done: Done): void => set({ done: [...past.done, done].slice(-MOST), undone: [] });

let proposed = '';
/** Who takes back, where no name was chosen: the one that the server proposes. */
export const proposeReader = (name: string): void => {
  proposed = name;
};
const by = (): string => kept('hearsay:name') ?? proposed;

async function step(done: Done, way: 'undo' | 'redo'): Promise<DecidedJson | undefined> {
  try {
    const answer = await ask<DecidedJson>(`/api/decisions/${done.number}/${way}`, { method: 'POST', body: { by: by() } });
    allOld();
    return answer;
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    toast(`${done.words}: cannot ${way === 'undo' ? 'be taken back' : 'be made again'}. ${error.message}`, 'wrong');
    // Taken back elsewhere already: it is no more this window's to undo.
    if (error.code === 'not-allowed' || error.code === 'not-found')
      set({ ...past, [way === 'undo' ? 'done' : 'undone']: past[way === 'undo' ? 'done' : 'undone'].slice(0, -1) });
    return undefined;
  }
}

/** Takes back what this window did last. */
export async function undoLast(): Promise<void> {
  const last = past.done.at(-1);
  if (last === undefined)
    return toast('There is nothing to undo in this window. Older decisions are taken back on the page History.', 'done');
  if ((await step(last, 'undo')) === undefined) return;
  set({ done: past.done.slice(0, -1), undone: [...past.undone, last] });
  toast(`Taken back: ${last.words}`, 'done', { label: 'Redo', do: redoLast });
}

/** Makes again what was taken back last. */
export async function redoLast(): Promise<void> {
  const last = past.undone.at(-1);
  if (last === undefined) return toast('There is nothing to redo in this window.', 'done');
  const answer = await step(last, 'redo');
  if (answer === undefined) return;
  set({ done: [...past.done, { ...last, number: answer.decision.number }], undone: past.undone.slice(0, -1) });
  toast(`Made again: ${last.words}`, 'done', { label: 'Undo', do: undoLast });
}

export function usePast(): Past {
  const now = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => past,
  );
  return useMemo(() => now, [now]);
}
