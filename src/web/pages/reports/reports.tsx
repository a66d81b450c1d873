import { useCallback } from 'react';
import type { ReportList, StatementList } from '../../../server/index.ts';
import { addressOf, oneOf, patch } from '../../address/address.ts';
import { useAnswer } from '../../ask/use-answer.ts';
import { Choice } from '../../parts/choice.tsx';
import { rowsAsked } from '../../parts/more-rows.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { SearchBox } from '../../parts/search-box.tsx';
import { Hint } from '../../parts/states.tsx';
import { Tabs } from '../../parts/tabs.tsx';
import { useSession, useVocabulary } from '../../session/session.tsx';
import type { PageProps } from '../../shell/pages.ts';
import { AddButton } from '../../upload/add-button.tsx';
import { UploadPanel } from '../../upload/upload-panel.tsx';
import { Facets } from './facets.tsx';
import { ReportTable } from './report-table.tsx';
import { StatementHits } from './statement-hits.tsx';

/** Page 1: all reports of the case, or the statements in them, as a search finds them. */
export function Reports({ query }: PageProps) {
  const session = useSession();
  const sorts = useVocabulary()?.search.sorts ?? {};
  const q = query.get('q') ?? '';
  const sort = query.get('sort') ?? '';
  const usual = q === '' ? '-date' : 'relevance';
  const unit = oneOf(query, 'show', ['reports', 'statements']);
  const limit = rowsAsked(query);
  const asked = { q, sort, limit };
  const reports = useAnswer<ReportList>(unit === 'reports' ? addressOf('/api/reports', asked) : null);
  const statements = useAnswer<StatementList>(unit === 'statements' ? addressOf('/api/statements', asked) : null);
  const { data, former } = unit === 'reports' ? reports : statements;
  const search = useCallback((text: string) => patch({ q: text, n: null }, { replace: true }), []);
  const understood = former ? undefined : data?.query;
  const found = former || data === undefined ? {} : { count: data.total };
  return (
    <div className="page">
      <PageHead title="Reports" lead="Everything that was collected, and what stands in it. Drop files or a folder anywhere to add them.">
        <AddButton />
      </PageHead>
      <UploadPanel />
      <div className="tools">
        <SearchBox label="Search the case" hint="Words, or fields: speaker:Renn wrong:killing date:2024-05" value={q} onChange={search} />
        <Choice
          label="Order"
          value={sort === '' ? usual : sort}
          options={Object.entries(sorts)
            .filter(([code]) => code !== 'relevance' || q !== '')
            .map(([code, words]) => [code, words.split(';')[0]!] as const)}
          onChange={(value) => patch({ sort: value === usual ? null : value })}
        />
      </div>
      {understood !== undefined && understood.repairs.length > 0 && (
        <div className="repairs">
          <Hint tone="warn" icon="info">
            <ul>
              {understood.repairs.map(({ message }) => (
                <li key={message}>{message}</li>
              ))}
            </ul>
            <p>
              Read as <span className="mono">{understood.understood === '' ? 'everything' : understood.understood}</span>
            </p>
          </Hint>
        </div>
      )}
      {session.unindexed > 0 && (
        <Hint tone="warn">Searches do not see {session.unindexed} reports yet; the index is brought up to date.</Hint>
      )}
      <div className="with-facets">
        <Facets q={q} unit={unit} />
        <div>
          <Tabs
            name="show"
            label="What is listed"
            tabs={[
              { value: 'reports', words: 'Reports', ...(unit === 'reports' ? found : {}) },
              { value: 'statements', words: 'Statements', ...(unit === 'statements' ? found : {}) },
            ]}
          />
          {unit === 'reports' ? (
            <ReportTable answer={reports} q={q} sort={sort} limit={limit} />
          ) : (
            <StatementHits answer={statements} q={q} sort={sort} limit={limit} />
          )}
        </div>
      </div>
    </div>
  );
}
