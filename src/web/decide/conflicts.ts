import { useSyncExternalStore } from 'react';
import type { DecisionJson } from '../../server/index.ts';
import type { Trouble } from '../ask/trouble.ts';
import type { Outgoing } from './outbox.ts';

/** A decision that met another one: what this person wanted, and what others did meanwhile. */
export interface Conflict {
  readonly outgoing: Outgoing;
  readonly message: string;
  readonly version: string | undefined;
  readonly decisions: readonly DecisionJson[];
}

let conflicts: readonly Conflict[] = [];
const listeners = new Set<() => void>();
const set = (now: readonly Conflict[]): void => {
  conflicts = now;
  for (const listener of listeners) listener();
};

export function showConflict(outgoing: Outgoing, trouble: Trouble): void {
  const current = (trouble.current ?? {}) as { readonly version?: string; readonly decisions?: readonly DecisionJson[] };
  set([...conflicts, { outgoing, message: trouble.message, version: current.version, decisions: current.decisions ?? [] }]);
}

export const dropConflict = (id: string): void => set(conflicts.filter(({ outgoing }) => outgoing.id !== id));

export const useConflicts = (): readonly Conflict[] =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => conflicts,
  );
