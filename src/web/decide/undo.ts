import { useMemo, useSyncExternalStore } from 'react';
import type { DecidedJson, Rules } from '../../server/index.ts';
import { allOld, put } from '../ask/answers.ts';
import { ask } from '../ask/ask.ts';
import { Trouble } from '../ask/trouble.ts';
import { toast } from '../parts/toast.ts';
import { caseNow } from '../session/case-now.ts';
import { kept } from '../session/keep.ts';

/** A decision that this window made or took back. */
export interface Decided {
  readonly number: number;
  readonly words: string;
  /** What it was about. */
  readonly ref: string;
}

/** House rules that this window kept in place of others; null is the shipped ones. */
export interface RulesKept {
  readonly words: string;
  readonly before: Rules['profile'] | null;
  readonly after: Rules['profile'] | null;
  /** Versions of the two: where the rules have another one by now, somebody else changed them. */
  readonly from: string;
  readonly to: string;
}

export type Done = Decided | RulesKept;

interface Past {
  readonly done: readonly Done[];
  readonly undone: readonly Done[];
}

const keyNow = (): string => `hearsay:past:${caseNow()}`;
const MOST = 200;
const load = (): Past => {
  try {
    return JSON.parse(window.sessionStorage.getItem(keyNow()) ?? '') as Past;
  } catch {
    return { done: [], undone: [] };
  }
};
let known: Past | undefined;
const pastNow = (): Past => (known ??= load());
const listeners = new Set<() => void>();

function set(now: Past): void {
  known = now;
  try {
    window.sessionStorage.setItem(keyNow(), JSON.stringify(now));
  } catch {
    // Without a store, a reload forgets what can be undone by key; the log still has it.
  }
  for (const listener of listeners) listener();
}

export const didLast = (done: Done): void => set({ done: [...pastNow().done, done].slice(-MOST), undone: [] });

let proposed = '';
/** Who takes back, where no name was chosen: the one that the server proposes. */
export const proposeReader = (name: string): void => {
  proposed = name;
};
const by = (): string => kept('hearsay:name') ?? proposed;

/** The rules are the same as they were under another version: whatever in this window leads from or to it goes by the new one. */
function renamed(version: string, now: string): void {
  const one = (done: Done): Done =>
    'number' in done ? done : { ...done, from: done.from === version ? now : done.from, to: done.to === version ? now : done.to };
  set({ done: pastNow().done.map(one), undone: pastNow().undone.map(one) });
}

async function swapRules({ before, after, from, to }: RulesKept, way: 'undo' | 'redo'): Promise<void> {
  const [profile, version, was] = way === 'undo' ? [before, to, from] : [after, from, to];
  const rules = await ask<Rules>('/api/rules', { method: 'PUT', body: { profile, by: by() }, version });
  put('/api/rules', rules);
  renamed(was, rules.version);
}

/** Takes back or makes again, and gives it as it may be turned round next. */
async function step(done: Done, way: 'undo' | 'redo'): Promise<Done | undefined> {
  try {
    if ('number' in done) {
      const { decision } = await ask<DecidedJson>(`/api/decisions/${done.number}/${way}`, { method: 'POST', body: { by: by() } });
      allOld();
      return way === 'undo' ? done : { ...done, number: decision.number };
    }
    await swapRules(done, way);
    allOld();
    return pastNow()[way === 'undo' ? 'done' : 'undone'].at(-1);
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    toast(`${done.words}: cannot ${way === 'undo' ? 'be taken back' : 'be made again'}. ${error.message}`, 'wrong');
    // Taken back or changed elsewhere already: it is no more this window's to undo.
    if (['not-allowed', 'not-found', 'changed'].includes(error.code))
      set({ ...pastNow(), [way === 'undo' ? 'done' : 'undone']: pastNow()[way === 'undo' ? 'done' : 'undone'].slice(0, -1) });
    return undefined;
  }
}

let turn: Promise<void> = Promise.resolve();
/** One after the other: whoever presses twice takes back two. */
const inTurn =
  (work: () => Promise<void>): (() => Promise<void>) =>
  () => {
    turn = turn.then(work, work);
    return turn;
  };

/** Takes back what this window did last. */
export const undoLast = inTurn(async () => {
  const last = pastNow().done.at(-1);
  if (last === undefined)
    return toast('There is nothing to undo in this window. Older decisions are taken back on the page History.', 'done');
  const taken = await step(last, 'undo');
  if (taken === undefined) return;
  set({ done: pastNow().done.slice(0, -1), undone: [...pastNow().undone, taken] });
  toast(`Taken back: ${last.words}`, 'done', { label: 'Redo', do: redoLast });
});

/** Makes again what was taken back last. */
export const redoLast = inTurn(async () => {
  const last = pastNow().undone.at(-1);
  if (last === undefined) return toast('There is nothing to redo in this window.', 'done');
  const made = await step(last, 'redo');
  if (made === undefined) return;
  set({ done: [...pastNow().done, made], undone: pastNow().undone.slice(0, -1) });
  toast(`Made again: ${last.words}`, 'done', { label: 'Undo', do: undoLast });
});

export function usePast(): Past {
  const now = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => pastNow(),
  );
  return useMemo(() => now, [now]);
}
