import { useState } from 'react';
import type { FacetsAnswer } from '../../../server/index.ts';
import { addressOf, patch } from '../../address/address.ts';
import { useAnswer } from '../../ask/use-answer.ts';
import { Button } from '../../parts/button.tsx';
import { type CodeKind, shown } from '../../words/codes.ts';
import { count } from '../../words/counts.ts';
import { dateInWords } from '../../words/dates.ts';
import { hasTerm, termOf, withTerm } from './query-words.ts';

const TITLES: Readonly<Record<string, string>> = {
  publisher: 'Publisher',
  date: 'Month',
  speaker: 'Speaker',
  grade: 'Grade of the voice',
  wrong: 'Alleged wrong',
  act: 'Act',
  reviewed: 'Decided by a person',
};
const FEW = 6;

function valueInWords(facet: string, value: string): string {
  if (value === '') return facet === 'speaker' ? 'unnamed' : 'none';
  if (facet === 'date') return dateInWords(value);
  if (facet === 'grade' || facet === 'wrong' || facet === 'act') return shown(facet as CodeKind, value);
  return value;
}

/** How many reports or statements have which value; a click puts it into the search, another takes it out. */
export function Facets({ q, unit }: { readonly q: string; readonly unit: 'reports' | 'statements' }) {
  const { data } = useAnswer<FacetsAnswer>(addressOf(`/api/${unit}/facets`, { q, limit: 60 }));
  const [all, setAll] = useState<ReadonlySet<string>>(new Set());
  const [shownAtAll, setShown] = useState(false);
  return (
    <aside className={`facets ${shownAtAll ? 'shown' : ''}`} aria-label="Narrow down">
      <Button className="facets-switch" icon="filter" onClick={() => setShown(!shownAtAll)} aria-expanded={shownAtAll}>
        Narrow down
      </Button>
      {Object.entries(data?.facets ?? {}).map(([facet, values]) => {
        const some = all.has(facet) ? values : values.slice(0, FEW);
        if (values.length === 0) return null;
        return (
          <details key={facet} open>
            <summary>{TITLES[facet] ?? facet}</summary>
            {some.map(({ value, count: amount }) => {
              const term = termOf(facet, value);
              const words = valueInWords(facet, value);
              return (
                <button
                  key={value}
                  type="button"
                  className="facet"
                  disabled={term === undefined}
                  aria-pressed={term !== undefined && hasTerm(q, term)}
                  onClick={() => term !== undefined && patch({ q: withTerm(q, term), n: null })}
                >
                  <span className="words">{words}</span>
                  <span className="amount">{count(amount)}</span>
                </button>
              );
            })}
            {values.length > FEW && !all.has(facet) && (
              <button type="button" className="facet muted" onClick={() => setAll(new Set([...all, facet]))}>
                {count(values.length - FEW)} more
              </button>
            )}
          </details>
        );
      })}
    </aside>
  );
}
