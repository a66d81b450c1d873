import { useSyncExternalStore } from 'react';

/** `there`: the server answers · `lost`: it does not · `strange`: it answers, but was started anew and does not know this window. */
export type Connection = 'there' | 'lost' | 'strange';

let connection: Connection = 'there';
const listeners = new Set<() => void>();

export function tellConnection(now: Connection): void {
  if (now === connection) return;
  connection = now;
  for (const listener of listeners) listener();
}

export const connectionNow = (): Connection => connection;

export function onConnection(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useConnection = (): Connection => useSyncExternalStore(onConnection, connectionNow);
