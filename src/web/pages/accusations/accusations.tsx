import { useEffect, useRef } from 'react';
import type { Graph } from '../../../server/index.ts';
import { addressOf, oneOf, patch } from '../../address/address.ts';
import { Link } from '../../address/link.tsx';
import { useAnswer } from '../../ask/use-answer.ts';
import { ListLinks } from '../../parts/list-links.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Empty, Loading, ProblemNote } from '../../parts/states.tsx';
import { Tabs } from '../../parts/tabs.tsx';
import { lazyPage } from '../../shell/lazy-page.tsx';
import type { PageProps } from '../../shell/pages.ts';
import { count, counted } from '../../words/counts.ts';
import { EdgePanel } from './edge-panel.tsx';
import { EdgeTable } from './edge-table.tsx';
import { filterOf, isNarrowed, searchOfFilter, withoutFilter } from './filter.ts';
import { FilterBar } from './filter-bar.tsx';
import { MatrixTable } from './matrix-table.tsx';

const GraphView = lazyPage(async () => ({ default: (await import('./graph-view.tsx')).GraphView }));

const VIEWS = ['graph', 'table', 'matrix'] as const;

/** Page 4: who accuses whom, as a graph, a table and a matrix. */
export function Accusations({ query }: PageProps) {
  const { data, trouble, again, former } = useAnswer<Graph>(addressOf('/api/accusations', filterOf(query)));
  const drawn = oneOf(query, 'view', VIEWS) === 'graph';
  useEffect(() => {
    // Its script comes beside the answer, not after it; where it does not come, its own place says so.
    if (drawn) GraphView.fetch().catch(() => {});
  }, [drawn]);
  const speakerName = data?.nodes.find(({ id }) => id === query.get('speaker'))?.name ?? undefined;
  return (
    <div className="page">
      <PageHead
        title="Accusations"
        lead="Who accuses whom, as the reports tell it. What counts is first voices: one voice printed by ten outlets is one. Hearsay does not say who is right."
      />
      <FilterBar query={query} places={data?.places ?? []} speakerName={speakerName} />
      {data === undefined &&
        (trouble === undefined ? <Loading what="Gathering accusations" rows={8} /> : <ProblemNote trouble={trouble} again={again} />)}
      {data !== undefined && data.edges.length === 0 && <Nothing query={query} />}
      {data !== undefined && data.edges.length > 0 && <Views graph={data} query={query} former={former} speakerName={speakerName} />}
    </div>
  );
}

interface ViewsProps {
  readonly graph: Graph;
  readonly query: URLSearchParams;
  readonly former: boolean;
  readonly speakerName: string | undefined;
}

function Views({ graph, query, former, speakerName }: ViewsProps) {
  const view = oneOf(query, 'view', VIEWS);
  // Set by a choice on this page, not by an address that was sent on: only then the panel takes the focus.
  const chosenHere = useRef(false);
  const choose = (accuser: string, accused: string) => {
    chosenHere.current = true;
    patch({ accuser, accused });
  };
  return (
    <>
      <Tabs
        name="view"
        label="Views"
        tabs={[
          { value: 'graph', words: 'Graph' },
          { value: 'table', words: 'Table', count: graph.total },
          { value: 'matrix', words: 'Matrix' },
        ]}
      />
      <div className={`two accusing ${former ? 'former' : ''}`} aria-busy={former}>
        <div className="accusing-view">
          <div className="found-line">
            <span>
              {counted(graph.total, 'accusation')} among {counted(graph.nodes.length, 'party', 'parties')}
              {graph.edges.length < graph.total && `, the weightiest ${count(graph.edges.length)} shown`}
            </span>
            <ListLinks csv={addressOf('/api/accusations.csv', filterOf(query))} q={searchOfFilter(query, speakerName)} />
          </div>
          {view === 'graph' && <GraphView graph={graph} query={query} onChoose={choose} />}
          {view === 'table' && <EdgeTable edges={graph.edges} query={query} onChoose={choose} />}
          {view === 'matrix' && <MatrixTable graph={graph} query={query} onChoose={choose} />}
        </div>
        <EdgePanel query={query} graph={graph} drawn={view === 'graph'} chosenHere={chosenHere} />
      </div>
    </>
  );
}

const Nothing = ({ query }: { readonly query: URLSearchParams }) =>
  isNarrowed(query) ? (
    <Empty icon="accusations" title="No accusation matches">
      <p>Take a filter away.</p>
      <Link className="button" to={withoutFilter(query)}>
        Show all
      </Link>
    </Empty>
  ) : (
    <Empty icon="accusations" title="Nobody accuses anybody">
      <p>No statement of this case alleges a wrong. Those that the machine missed can be added on the page of their report.</p>
    </Empty>
  );
