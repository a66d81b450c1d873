import { useEffect, useRef } from 'react';

/** A row of links that is moved sideways where it has no room: the one that is shown is brought into it, and edges behind which others stand fade. */
export function useInRow<T extends HTMLElement>(now: string | undefined) {
  const row = useRef<T>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: which link is the one that is shown changes with `now`
  useEffect(() => {
    const [all, link] = [row.current, row.current?.querySelector<HTMLElement>('[aria-current]')];
    if (all === null || link == null || all.scrollWidth <= all.clientWidth) return;
    const from = link.getBoundingClientRect().left - all.getBoundingClientRect().left + all.scrollLeft;
    all.scrollTo({ left: from - (all.clientWidth - link.offsetWidth) / 2 });
  }, [now]);
  useEffect(() => {
    const all = row.current;
    if (all === null) return;
    const look = () => {
      const hidden = all.scrollWidth - all.clientWidth;
      all.classList.toggle('more-before', all.scrollLeft > 1);
      all.classList.toggle('more-after', all.scrollLeft < hidden - 1);
    };
    const watcher = new ResizeObserver(look);
    // Its links may grow, as counts come in, while the row keeps its width.
    for (const element of [all, ...all.children]) watcher.observe(element);
    all.addEventListener('scroll', look, { passive: true });
    return () => {
      watcher.disconnect();
      all.removeEventListener('scroll', look);
    };
  }, []);
  return row;
}
