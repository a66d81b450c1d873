import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import type { Graph } from '../../../server/index.ts';
import { Button } from '../../parts/button.tsx';
import { Hint, Loading } from '../../parts/states.tsx';
import { useTheme } from '../../session/settings.ts';
import { counted } from '../../words/counts.ts';
import { canDraw, type Drawn, drawGraph } from './draw-graph.ts';
import { EdgeTable } from './edge-table.tsx';

interface Props {
  readonly graph: Graph;
  readonly query: URLSearchParams;
  readonly onChoose: (accuser: string, accused: string) => void;
}

/** The accusations as a graph. All that it shows can be had as a table, which is the way by key and voice. */
export function GraphView({ graph, query, onChoose }: Props) {
  const accuser = query.get('accuser');
  const accused = query.get('accused');
  const place = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState<Drawn>();
  const [failed, setFailed] = useState(() => !canDraw());
  const theme = useTheme();
  const dark = useDark();
  const choose = useRef(onChoose);
  choose.current = onChoose;
  // Asked anew with the same answer: the drawing stays.
  const key = useMemo(
    () =>
      JSON.stringify([
        graph.nodes.map(({ id, name }) => [id, name]),
        graph.edges.map((edge) => [edge.accuser, edge.accused, edge.firstVoices]),
      ]),
    [graph],
  );
  const size = useSize(place);
  const latest = useRef(graph);
  latest.current = graph;
  // biome-ignore lint/correctness/useExhaustiveDependencies: drawn anew for other accusations, colours and widths alone
  useEffect(() => {
    if (place.current === null || size === 0) return;
    const stop = new AbortController();
    let made: Drawn | undefined;
    drawGraph(place.current, latest.current, (from, to) => choose.current(from, to), stop.signal).then(
      (drawing) => {
        made = drawing;
        if (stop.signal.aborted) drawing.close();
        else setDrawn(drawing);
      },
      () => !stop.signal.aborted && setFailed(true),
    );
    return () => {
      stop.abort();
      made?.close();
      setDrawn(undefined);
    };
  }, [key, theme, dark, size]);
  useEffect(() => drawn?.choose(accuser, accused), [drawn, accuser, accused]);
  if (failed)
    return (
      <div className="stack">
        <Hint tone="warn">This browser cannot draw the graph, since it has no WebGL. Here is the table, which holds the same.</Hint>
        <EdgeTable edges={graph.edges} query={query} onChoose={onChoose} />
      </div>
    );
  const both = graph.edges.filter(({ reciprocal }) => reciprocal).length / 2;
  return (
    <figure className="graph" data-drawn={drawn !== undefined}>
      <div className="graph-place">
        <div
          ref={place}
          className="graph-canvas"
          role="img"
          aria-label={`Graph of ${counted(graph.edges.length, 'accusation')} among ${counted(graph.nodes.length, 'party', 'parties')}; ${counted(both, 'quarrel')} in which each accuses the other. The table holds the same.`}
        />
        {drawn === undefined && (
          <div className="graph-wait">
            <Loading what="Drawing the graph" rows={3} />
          </div>
        )}
      </div>
      <figcaption className="small muted">
        <span>Drag to move, scroll to come nearer, click a line or a party. By key: the table.</span>
        <span className="acts">
          <Button label="Nearer" icon="plus" onClick={() => drawn?.near(0.66)} />
          <Button label="Farther" icon="minus" onClick={() => drawn?.near(1.5)} />
          <Button onClick={() => drawn?.near(undefined)}>Whole graph</Button>
        </span>
      </figcaption>
    </figure>
  );
}

/** How wide an element is, in pixels; changes of less than 80 need no other layout and are not told. */
function useSize(element: RefObject<HTMLElement | null>): number {
  const [size, setSize] = useState(0);
  useEffect(() => {
    if (element.current === null) return;
    const watcher = new ResizeObserver(([entry]) =>
      setSize((before) => (Math.abs(entry!.contentRect.width - before) < 80 ? before : entry!.contentRect.width)),
    );
    watcher.observe(element.current);
    return () => watcher.disconnect();
  }, [element]);
  return size;
}

function useDark(): boolean {
  const [dark, setDark] = useState(() => window.matchMedia('(prefers-color-scheme: dark)').matches);
  useEffect(() => {
    const query = window.matchMedia('(prefers-color-scheme: dark)');
    const take = () => setDark(query.matches);
    query.addEventListener('change', take);
    return () => query.removeEventListener('change', take);
  }, []);
  return dark;
}
