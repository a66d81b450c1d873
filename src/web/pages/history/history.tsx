import { oneOf } from '../../address/address.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { Tabs } from '../../parts/tabs.tsx';
import { useSession } from '../../session/session.tsx';
import type { PageProps } from '../../shell/pages.ts';
import { count } from '../../words/counts.ts';
import { DecisionList } from './decision-list.tsx';
import { LogList } from './log-list.tsx';
import { Proof } from './proof.tsx';

/** Page 8: the log, what people decided, and the proof that all holds. */
export function History({ query }: PageProps) {
  const { head } = useSession();
  const view = oneOf(query, 'view', ['log', 'decisions']);
  return (
    <div className="page">
      <PageHead
        title="History"
        lead={`Every file, finding and decision is an event, and each event seals the one before.${head === null ? '' : ` ${count(head.number)} so far.`}`}
      />
      <Proof />
      <Tabs
        name="view"
        label="Views"
        tabs={[
          { value: 'log', words: 'Log' },
          { value: 'decisions', words: 'Decisions' },
        ]}
      />
      {view === 'log' ? <LogList query={query} /> : <DecisionList query={query} />}
    </div>
  );
}
