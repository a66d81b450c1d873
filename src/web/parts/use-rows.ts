import { useCallback, useEffect, useRef, useState } from 'react';
import { useKeys } from '../keys/keys.ts';

/** Moves along the rows of a list by j and k; a row is an element with `data-row`, and Enter follows its first link. */
export function useRows(title: string, length: number) {
  const list = useRef<HTMLDivElement & HTMLTableElement & HTMLOListElement & HTMLUListElement>(null);
  const [at, setAt] = useState(-1);
  const rows = useCallback(() => [...(list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])], []);
  const move = useCallback(
    (by: number) =>
      setAt((before) => {
        const next = Math.max(0, Math.min(length - 1, before + by));
        return length === 0 ? -1 : next;
      }),
    [length],
  );
  useEffect(() => {
    if (at < 0) return;
    const row = rows()[at];
    row?.querySelector<HTMLElement>('a[href]')?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: 'nearest' });
  }, [at, rows]);
  useKeys(title, [
    { keys: 'j / ArrowDown', words: 'next row', do: () => move(1) },
    { keys: 'k / ArrowUp', words: 'row before', do: () => move(-1) },
    { keys: 'Enter', words: 'open the row', do: () => rows()[Math.max(0, at)]?.querySelector<HTMLElement>('a[href]')?.click() },
  ]);
  return { list, at };
}
