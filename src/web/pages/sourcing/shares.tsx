import { useCallback } from 'react';
import type { Shares as SharesAnswer } from '../../../server/index.ts';
import { addressOf, patch } from '../../address/address.ts';
import { Link } from '../../address/link.tsx';
import { useAnswer } from '../../ask/use-answer.ts';
import { Choice } from '../../parts/choice.tsx';
import { ListLinks } from '../../parts/list-links.tsx';
import { SearchBox } from '../../parts/search-box.tsx';
import { Empty, Hint, Loading, ProblemNote } from '../../parts/states.tsx';
import { lazyPage } from '../../shell/lazy-page.tsx';
import { counted, percent } from '../../words/counts.ts';
import { SharesTable } from './shares-table.tsx';
import { VoiceBar, VoiceLegend } from './voice-bar.tsx';
import { BY, unnamedOf } from './voices.ts';

const SharesChart = lazyPage(async () => ({ default: (await import('./shares-chart.tsx')).SharesChart }));

/** Shares of named, described, collective and anonymous voices, by publisher and over time. */
export function Shares({ query }: { readonly query: URLSearchParams }) {
  const q = query.get('q') ?? '';
  const by = query.get('by') ?? '';
  const { data, trouble, again, former } = useAnswer<SharesAnswer>(addressOf('/api/sourcing', { q, by, limit: 1000 }));
  const search = useCallback((text: string) => patch({ q: text }, { replace: true }), []);
  const repairs = former ? [] : (data?.query.repairs ?? []);
  return (
    <div className="stack view">
      <div className="tools">
        <SearchBox
          label="Count only statements that match"
          hint="Count only some: wrong:* or publisher:Daily or act:accuse"
          value={q}
          onChange={search}
        />
        <Choice label="Shares" value={by} options={BY} onChange={(value) => patch({ by: value, sort: null })} />
      </div>
      {repairs.length > 0 && (
        <Hint tone="warn">
          {repairs.map(({ message }) => message).join(' ')} Read as <span className="mono">{data?.query.understood || 'everything'}</span>
        </Hint>
      )}
      {data === undefined &&
        (trouble === undefined ? <Loading what="Counting voices" rows={8} /> : <ProblemNote trouble={trouble} again={again} />)}
      {data !== undefined && data.all.statements === 0 && <Nothing narrowed={q !== ''} />}
      {data !== undefined && data.all.statements > 0 && (
        <div className={`stack ${former ? 'former' : ''}`} aria-busy={former}>
          <section className="panel voice-sum" aria-label="All together">
            <p>
              <b className="serif">{percent(unnamedOf(data.all), data.all.statements)}</b> of {counted(data.all.statements, 'statement')} in{' '}
              {counted(data.all.reports, 'report')} have a voice without a name.
            </p>
            <VoiceBar row={data.all} />
            <VoiceLegend all={data.all} />
          </section>
          {new Set(data.items.map(({ period }) => period).filter((period) => period !== null && period !== '')).size > 1 && (
            <SharesChart rows={data.items} />
          )}
          <div>
            <div className="found-line">
              <span>
                {by === 'day' || by === 'month' || by === 'year'
                  ? counted(data.total, by)
                  : by === ''
                    ? counted(data.total, 'publisher')
                    : counted(data.total, 'row')}
                ; a number leads to its statements
              </span>
              <ListLinks csv={addressOf('/api/sourcing.csv', { q, by })} q={q} />
            </div>
            <SharesTable rows={data.items} q={q} query={query} />
          </div>
        </div>
      )}
    </div>
  );
}

const Nothing = ({ narrowed }: { readonly narrowed: boolean }) =>
  narrowed ? (
    <Empty icon="search" title="No statement matches">
      <p>Take a word or a field out.</p>
      <Link className="button" to="/sourcing">
        Count all
      </Link>
    </Empty>
  ) : (
    <Empty icon="sourcing" title="There are no statements yet">
      <p>Add reports on the page Reports; their voices are counted here.</p>
    </Empty>
  );
