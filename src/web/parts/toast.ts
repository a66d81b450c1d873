import { useSyncExternalStore } from 'react';

export interface Toast {
  readonly id: number;
  readonly words: string;
  readonly tone: 'done' | 'wrong';
  /** What a person may do about it: "Undo". */
  readonly act?: { readonly label: string; readonly do: () => void };
}

let toasts: readonly Toast[] = [];
let next = 1;
const listeners = new Set<() => void>();
const set = (now: readonly Toast[]): void => {
  toasts = now;
  for (const listener of listeners) listener();
};

export const dropToast = (id: number): void => set(toasts.filter((toast) => toast.id !== id));

/** Tells what was done, or went wrong. What went wrong stays until it is put away. */
export function toast(words: string, tone: Toast['tone'] = 'done', act?: Toast['act']): void {
  const id = next++;
  set([...toasts.filter((one) => one.words !== words).slice(-2), { id, words, tone, ...(act === undefined ? {} : { act }) }]);
  if (tone === 'done') window.setTimeout(() => dropToast(id), 6000);
}

export const useToasts = (): readonly Toast[] =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => toasts,
  );
