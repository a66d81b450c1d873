import { oneOf } from '../../address/address.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { Tabs } from '../../parts/tabs.tsx';
import type { PageProps } from '../../shell/pages.ts';
import { FindingList } from './finding-list.tsx';
import { RuleFile } from './rule-file.tsx';
import { Shares } from './shares.tsx';

/** Page 6: how well the reports let their readers check who speaks; which house rules are not met; and the rules themselves. */
export function Sourcing({ query }: PageProps) {
  const view = oneOf(query, 'view', ['voices', 'findings', 'rules']);
  return (
    <div className="page">
      <PageHead
        title="Sourcing"
        lead="How far the reports let their readers check who speaks, and where they do not meet the house rules. A rule has exceptions that only people can judge."
      />
      <Tabs
        name="view"
        label="Views"
        tabs={[
          { value: 'voices', words: 'Voices' },
          { value: 'findings', words: 'House rules not met' },
          { value: 'rules', words: 'The rule file' },
        ]}
      />
      {view === 'voices' && <Shares query={query} />}
      {view === 'findings' && <FindingList query={query} />}
      {view === 'rules' && <RuleFile />}
    </div>
  );
}
