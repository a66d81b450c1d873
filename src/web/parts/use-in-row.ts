import { useEffect, useRef } from 'react';

/** A row of links that is moved sideways where it has no room: the one that is shown is brought into it. */
export function useInRow<T extends HTMLElement>(now: string | undefined) {
  const row = useRef<T>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: which link is the one that is shown changes with `now`
  useEffect(() => {
    const [all, link] = [row.current, row.current?.querySelector<HTMLElement>('[aria-current]')];
    if (all === null || link == null || all.scrollWidth <= all.clientWidth) return;
    const from = link.getBoundingClientRect().left - all.getBoundingClientRect().left + all.scrollLeft;
    all.scrollTo({ left: from - (all.clientWidth - link.offsetWidth) / 2 });
  }, [now]);
  return row;
}
