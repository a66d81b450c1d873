import { useCallback } from 'react';
import type { ClusterJson } from '../../../server/index.ts';
import { useDrawing } from '../../parts/use-drawing.ts';
import { dayInWords, timeOf } from '../../words/dates.ts';
import { drawTree } from './draw-tree.ts';
import { Sign, STANDINGS } from './sign.tsx';

/** From when to when the axis goes, as its marks name no year. */
function spanInWords({ members }: ClusterJson): string {
  const times = members.flatMap(({ report }) => timeOf(report.published) ?? []).sort((a, b) => a - b);
  const day = (time: number) => dayInWords(new Date(time).toISOString());
  if (times.length === 0) return 'no telling has a date';
  const [from, to] = [day(times[0]!), day(times.at(-1)!)];
  return `${from === to ? from : `${from} to ${to}`}, times are UTC`;
}

/** The tellings over time, with lines from each to what it passes on; every one of them stands in words below. */
export function Tree({ cluster }: { readonly cluster: ClusterJson }) {
  const place = useDrawing(useCallback((width) => drawTree(cluster, width), [cluster]));
  return (
    <figure className="chart tree">
      <div ref={place} role="img" aria-label={`${cluster.members.length} tellings over time. The list below holds the same in words.`} />
      <figcaption className="legend">
        {(['origin', 'independent', 'echo'] as const).map((standing) => (
          <span key={standing}>
            <Sign standing={standing} /> {STANDINGS[standing].legend}
          </span>
        ))}
        <span>lines lead to what a telling passes on</span>
        <span>{spanInWords(cluster)}</span>
      </figcaption>
    </figure>
  );
}
