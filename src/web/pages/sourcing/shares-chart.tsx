import { useCallback } from 'react';
import type { ShareRow } from '../../../server/index.ts';
import { useDrawing } from '../../parts/use-drawing.ts';
import { drawShares } from './draw-shares.ts';

/** Shares over time, drawn; the table below holds the same in words. */
export function SharesChart({ rows }: { readonly rows: readonly ShareRow[] }) {
  const place = useDrawing(useCallback((width) => drawShares(rows, width), [rows]));
  return (
    <figure className="chart panel">
      <div ref={place} role="img" aria-label="Shares of voices over time. The table below holds the same." />
    </figure>
  );
}
