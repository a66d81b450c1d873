import { useCallback } from 'react';
import type { ClusterList, ClusterRow } from '../../../server/index.ts';
import { addressOf, patch } from '../../address/address.ts';
import { Link } from '../../address/link.tsx';
import { useAnswer } from '../../ask/use-answer.ts';
import { Choice } from '../../parts/choice.tsx';
import { ListLinks } from '../../parts/list-links.tsx';
import { MoreRows, rowsAsked } from '../../parts/more-rows.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { SearchBox } from '../../parts/search-box.tsx';
import { Empty, Loading, ProblemNote } from '../../parts/states.tsx';
import { useRows } from '../../parts/use-rows.ts';
import type { PageProps } from '../../shell/pages.ts';
import { count, counted } from '../../words/counts.ts';
import { dateInWords } from '../../words/dates.ts';
import { Echo } from './echo.tsx';

const SORTS = [
  ['', 'in most reports first'],
  ['echoes', 'most passed on first'],
  ['firstVoices', 'most first voices first'],
  ['altered', 'most altered first'],
  ['date', 'oldest first'],
] as const;

/** Page 5: statements that several reports tell; or one of them as a tree. */
export const Echoes = (props: PageProps) => (props.thing === '' ? <Clusters {...props} /> : <Echo {...props} />);

function Clusters({ query }: PageProps) {
  const words = query.get('words') ?? '';
  const sort = query.get('sort') ?? '';
  const limit = rowsAsked(query);
  const { data, trouble, again, former } = useAnswer<ClusterList>(addressOf('/api/echoes', { words, sort, limit }));
  const search = useCallback((text: string) => patch({ words: text, n: null }, { replace: true }), []);
  const items = data?.items ?? [];
  const { list, at } = useRows('List', items.length);
  return (
    <div className="page">
      <PageHead
        title="Echoes"
        lead="Statements that several reports tell. An echo confirms nothing: it passes on what another one had. What counts is how many first voices stand behind it."
      />
      <div className="tools">
        <SearchBox label="Find a statement" hint="Words of the statement, or who made it" value={words} onChange={search} />
        <Choice label="Order" value={sort} options={SORTS} onChange={(value) => patch({ sort: value, n: null })} />
      </div>
      {data === undefined &&
        (trouble === undefined ? <Loading what="Looking for echoes" rows={8} /> : <ProblemNote trouble={trouble} again={again} />)}
      {data !== undefined && items.length === 0 && <Nothing words={words} related={data.related} />}
      {items.length > 0 && (
        <div className={former ? 'former' : ''}>
          <div className="found-line">
            <span>{counted(data!.total, 'statement')} told more than once</span>
            <ListLinks csv={addressOf('/api/echoes.csv', { words, sort })} q={words} />
          </div>
          <ol className="cards" ref={list}>
            {items.map((row, i) => (
              <Row key={row.id} row={row} at={i === at} />
            ))}
          </ol>
          <MoreRows list={data!} limit={limit} />
        </div>
      )}
    </div>
  );
}

const Row = ({ row, at }: { readonly row: ClusterRow; readonly at: boolean }) => (
  <li className={`row echo-row ${at ? 'at' : ''}`} data-row>
    <div>
      <p className="echo-who">
        <b dir="auto">{row.speaker ?? 'Unnamed'}</b>
        <span className="muted">
          {' '}
          · first in {row.earliest.publisher ?? 'an unknown outlet'}, {dateInWords(row.earliest.published)}
          {row.earliest.certainty !== 'dated' && ' (not certain)'}
        </span>
      </p>
      <Link className="quote" to={`/echoes/${encodeURIComponent(row.id)}`} dir="auto">
        {row.words}
      </Link>
    </div>
    <dl className="counts">
      <div className="voices">
        <dt>{row.firstVoices === 1 ? 'first voice' : 'first voices'}</dt>
        <dd>{count(row.firstVoices)}</dd>
      </div>
      <div>
        <dt>{row.reports === 1 ? 'report' : 'reports'}</dt>
        <dd>{count(row.reports)}</dd>
      </div>
      <div>
        <dt>{row.echoes === 1 ? 'echo' : 'echoes'}</dt>
        <dd>{count(row.echoes)}</dd>
      </div>
      <div className={row.altered > 0 ? 'altered' : ''}>
        <dt>altered</dt>
        <dd>{row.altered === 0 ? '–' : count(row.altered)}</dd>
      </div>
    </dl>
  </li>
);

const Nothing = ({ words, related }: { readonly words: string; readonly related: boolean }) =>
  words !== '' ? (
    <Empty icon="search" title="No echo has these words">
      <p>Take a word out.</p>
    </Empty>
  ) : (
    <Empty icon="echoes" title={related ? 'No statement is told twice' : 'The reports were not compared yet'}>
      <p>
        {related
          ? 'Each statement of this case stands in one report alone.'
          : 'Choose “Compare them now” above; it takes seconds for hundreds of reports.'}
      </p>
    </Empty>
  );
