import { useCallback } from 'react';
import type { PersonList, PersonRow } from '../../../server/index.ts';
import { addressOf, patch } from '../../address/address.ts';
import { Link } from '../../address/link.tsx';
import { useAnswer } from '../../ask/use-answer.ts';
import { Choice } from '../../parts/choice.tsx';
import { Code } from '../../parts/facts.tsx';
import { ListLinks } from '../../parts/list-links.tsx';
import { MoreRows, rowsAsked } from '../../parts/more-rows.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { SearchBox } from '../../parts/search-box.tsx';
import { Empty, Loading, ProblemNote } from '../../parts/states.tsx';
import { useRows } from '../../parts/use-rows.ts';
import type { PageProps } from '../../shell/pages.ts';
import { codesOf, shown } from '../../words/codes.ts';
import { count, counted } from '../../words/counts.ts';
import { dayInWords } from '../../words/dates.ts';
import { searchOf } from '../../words/search-terms.ts';
import { Person } from './person.tsx';

const SORTS = [
  ['', 'who speaks most first'],
  ['reports', 'in most reports first'],
  ['name', 'A to Z'],
  ['proposals', 'open proposals first'],
] as const;

/** Page 3: everyone across the case; or one of them. */
export const Speakers = (props: PageProps) => (props.thing === '' ? <Everyone {...props} /> : <Person {...props} />);

function Everyone({ query }: PageProps) {
  const name = query.get('name') ?? '';
  const type = query.get('type') ?? '';
  const sort = query.get('sort') ?? '';
  const limit = rowsAsked(query);
  const answer = useAnswer<PersonList>(addressOf('/api/speakers', { name, type, sort, limit }));
  const search = useCallback((text: string) => patch({ name: text, n: null }, { replace: true }), []);
  return (
    <div className="page">
      <PageHead
        title="Speakers"
        lead="Everyone who speaks or is named, across all reports. That two reports mean the same person is a proposal until somebody confirms it."
      />
      <div className="tools">
        <SearchBox label="Find a speaker" hint="A name or a role" value={name} onChange={search} />
        <Choice
          label="Kind"
          value={type}
          options={[['', 'all kinds'], ...codesOf('type').map((code) => [code, shown('type', code)] as const)]}
          onChange={(value) => patch({ type: value, n: null })}
        />
        <Choice label="Order" value={sort} options={SORTS} onChange={(value) => patch({ sort: value, n: null })} />
      </div>
      <List answer={answer} narrowed={name !== '' || type !== ''} limit={limit} query={{ name, type, sort }} />
    </div>
  );
}

interface ListProps {
  readonly answer: ReturnType<typeof useAnswer<PersonList>>;
  readonly narrowed: boolean;
  readonly limit: number;
  readonly query: Readonly<Record<string, string>>;
}

function List({ answer: { data, trouble, again, former }, narrowed, limit, query }: ListProps) {
  const items = data?.items ?? [];
  const { list, at } = useRows('List', items.length);
  if (data === undefined)
    return trouble === undefined ? <Loading what="Looking for speakers" rows={9} /> : <ProblemNote trouble={trouble} again={again} />;
  if (items.length === 0)
    return narrowed ? (
      <Empty icon="search" title="Nobody matches">
        <p>Take a word out, or choose all kinds.</p>
        <Link className="button" to="/speakers">
          Show everyone
        </Link>
      </Empty>
    ) : (
      <Empty icon="speakers" title="Nobody is known yet">
        <p>Speakers are gathered when the reports are compared. Add reports, then choose “Compare them now”.</p>
      </Empty>
    );
  return (
    <div className={former ? 'former' : ''}>
      <div className="found-line">
        <span>{counted(data.total, 'speaker')}</span>
        <ListLinks csv={addressOf('/api/speakers.csv', query)} q={searchOf({ speaker: query.name, type: query.type })} />
      </div>
      <div className="table-wrap cards-on-phone">
        <table ref={list}>
          <caption className="unseen">Speakers</caption>
          <thead>
            <tr>
              <th>Speaker</th>
              <th>Kind</th>
              <th className="amount">Statements</th>
              <th className="amount">Reports</th>
              <th className="amount">Accuses</th>
              <th className="amount">Accused</th>
              <th>First and last</th>
              <th>Who it is</th>
            </tr>
          </thead>
          <tbody>
            {items.map((row, i) => (
              <Row key={row.id} row={row} at={i === at} />
            ))}
          </tbody>
        </table>
      </div>
      <MoreRows list={data} limit={limit} />
    </div>
  );
}

const Amount = ({ n, label }: { readonly n: number; readonly label: string }) => (
  <td className={`amount ${n === 0 ? 'none' : ''}`} data-label={label}>
    {n === 0 ? <span className="muted">–</span> : count(n)}
  </td>
);

const Row = ({ row, at }: { readonly row: PersonRow; readonly at: boolean }) => (
  <tr data-row className={at ? 'at' : ''}>
    <td className="wide person">
      <Link className="report-title" to={`/speakers/${encodeURIComponent(row.id)}`} dir="auto">
        {row.name ?? 'Unnamed'}
      </Link>
      {row.roles.length > 0 && (
        <p className="role" dir="auto">
          {row.roles.join('; ')}
        </p>
      )}
    </td>
    <td>
      <Code kind="type" code={row.type} />
    </td>
    <Amount n={row.statements} label="Statements" />
    <Amount n={row.reports} label="Reports" />
    <Amount n={row.accuses} label="Accuses" />
    <Amount n={row.accused} label="Accused" />
    <td className="when">
      {row.first === row.last || row.first?.slice(0, 10) === row.last?.slice(0, 10)
        ? dayInWords(row.first)
        : `${dayInWords(row.first)} – ${dayInWords(row.last)}`}
    </td>
    <td>
      {row.confirmed ? <span className="standing accepted">Confirmed</span> : <span className="standing open">Suggestion</span>}
      {row.proposals > 0 && <span className="proposals">{counted(row.proposals, 'proposal')}</span>}
    </td>
  </tr>
);
