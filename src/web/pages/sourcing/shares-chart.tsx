import { useEffect, useRef, useState } from 'react';
import type { ShareRow } from '../../../server/index.ts';
import { drawShares } from './draw-shares.ts';

/** Shares over time, drawn; the table below holds the same in words. */
export function SharesChart({ rows }: { readonly rows: readonly ShareRow[] }) {
  const place = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (place.current === null) return;
    const watcher = new ResizeObserver(([entry]) => setWidth(Math.floor(entry!.contentRect.width)));
    watcher.observe(place.current);
    return () => watcher.disconnect();
  }, []);
  useEffect(() => {
    if (place.current === null || width < 100) return;
    place.current.replaceChildren(drawShares(rows, width));
  }, [rows, width]);
  return (
    <figure className="chart panel">
      <div ref={place} role="img" aria-label="Shares of voices over time. The table below holds the same." />
    </figure>
  );
}
