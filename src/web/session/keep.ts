import { useSyncExternalStore } from 'react';

/** A value that stays in this browser: settings, drafts, what is not sent yet. Works without a store, for this window alone. */
const beside = new Map<string, string>();
const listeners = new Set<() => void>();
const tell = (): void => {
  for (const listener of listeners) listener();
};
window.addEventListener('storage', tell);

export function kept(name: string): string | null {
  try {
    return window.localStorage.getItem(name) ?? beside.get(name) ?? null;
  } catch {
    return beside.get(name) ?? null;
  }
}

export function keep(name: string, value: string | null): void {
  beside.delete(name);
  try {
    if (value === null) window.localStorage.removeItem(name);
    else window.localStorage.setItem(name, value);
  } catch {
    if (value !== null) beside.set(name, value);
  }
  tell();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useKept = (name: string): string | null => useSyncExternalStore(subscribe, () => kept(name));
