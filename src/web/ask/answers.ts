import { ask } from './ask.ts';
import { Trouble } from './trouble.ts';

/** What is known of one address of the server. */
export interface Answer {
  readonly data: unknown;
  readonly trouble: Trouble | undefined;
  readonly asking: boolean;
  /** True where something changed since it was asked. */
  readonly old: boolean;
}

const NOTHING: Answer = { data: undefined, trouble: undefined, asking: false, old: true };
const MOST = 80;

const kept = new Map<string, Answer>();
const listeners = new Map<string, Set<() => void>>();

function keep(path: string, answer: Answer): void {
  kept.delete(path);
  kept.set(path, answer);
  for (const [old] of kept) {
    if (kept.size <= MOST) break;
    if (!listeners.has(old)) kept.delete(old);
  }
  for (const listener of listeners.get(path) ?? []) listener();
}

export const answerOf = (path: string): Answer => kept.get(path) ?? NOTHING;

/** Asks, unless that is under way or nothing changed since. */
export async function refresh(path: string, even = false): Promise<void> {
  const before = answerOf(path);
  if (before.asking || (!before.old && !even)) return;
  keep(path, { ...before, asking: true, old: false });
  try {
    const data = await ask(path);
    keep(path, { data, trouble: undefined, asking: false, old: answerOf(path).old });
  } catch (error) {
    const trouble = error instanceof Trouble ? error : new Trouble('odd', String(error));
    keep(path, { data: answerOf(path).data, trouble, asking: false, old: true });
    return;
  }
  if (answerOf(path).old && listeners.has(path)) await refresh(path);
}

export function listen(path: string, listener: () => void): () => void {
  const all = listeners.get(path) ?? new Set();
  all.add(listener);
  listeners.set(path, all);
  return () => {
    all.delete(listener);
    if (all.size === 0) listeners.delete(path);
  };
}

/** Something changed in the case: what is shown is asked again, what is not is asked when it is. */
export function allOld(): void {
  for (const [path, answer] of [...kept]) {
    kept.set(path, { ...answer, old: true });
    if (listeners.has(path) && !answer.asking) void refresh(path);
  }
}

/** Puts an answer in its place that came by another way. */
export const put = (path: string, data: unknown): void => keep(path, { data, trouble: undefined, asking: false, old: false });
