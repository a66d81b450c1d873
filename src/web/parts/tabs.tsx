import type { Query } from '../address/address.ts';
import { addressOf, oneOf, useAddress } from '../address/address.ts';
import { Link } from '../address/link.tsx';
import { count } from '../words/counts.ts';
import { useInRow } from './use-in-row.ts';

interface Tab {
  readonly value: string;
  readonly words: string;
  readonly count?: number;
}

/** Views of one thing; which one is shown stands in the address. The first is the one that is shown when none is named. */
export function Tabs({ name, label, tabs }: { readonly name: string; readonly label: string; readonly tabs: readonly Tab[] }) {
  const { path, query } = useAddress();
  const now = oneOf(
    query,
    name,
    tabs.map(({ value }) => value),
  );
  const row = useInRow<HTMLElement>(now);
  const to = (value: string) =>
    addressOf(path, { ...(Object.fromEntries(query) as Query), [name]: value === tabs[0]!.value ? null : value, cursor: null });
  return (
    <nav className="tabs" aria-label={label} ref={row}>
      {tabs.map((tab) => (
        <Link
          key={tab.value}
          to={to(tab.value)}
          going={{ still: true, replace: true }}
          aria-current={tab.value === now ? 'page' : undefined}
        >
          {tab.words}
          {tab.count !== undefined && <span className="tab-count">{count(tab.count)}</span>}
        </Link>
      ))}
    </nav>
  );
}
