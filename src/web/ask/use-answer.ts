import { useCallback, useEffect, useRef, useSyncExternalStore } from 'react';
import { answerOf, listen, refresh } from './answers.ts';
import type { Trouble } from './trouble.ts';

export interface Answered<T> {
  /** The answer; while another address is asked, that of the one before. */
  readonly data: T | undefined;
  readonly trouble: Trouble | undefined;
  readonly asking: boolean;
  /** True where `data` belongs to the address before. */
  readonly former: boolean;
  readonly again: () => void;
}

const NOWHERE = '';

/** What the server answers at a path; asked again whenever the case changes. `null` asks nothing. */
export function useAnswer<T>(path: string | null): Answered<T> {
  const key = path ?? NOWHERE;
  const subscribe = useCallback((listener: () => void) => (key === NOWHERE ? () => {} : listen(key, listener)), [key]);
  const answer = useSyncExternalStore(subscribe, () => answerOf(key));
  const last = useRef<T | undefined>(undefined);
  useEffect(() => {
    if (key !== NOWHERE) void refresh(key);
  }, [key]);
  if (answer.data !== undefined) last.current = answer.data as T;
  const former = answer.data === undefined && answer.trouble === undefined && last.current !== undefined;
  const again = useCallback(() => void refresh(key, true), [key]);
  return {
    data: key === NOWHERE ? undefined : ((answer.data as T | undefined) ?? (former ? last.current : undefined)),
    trouble: answer.trouble,
    asking: answer.asking,
    former,
    again,
  };
}
