import type { DecisionJson } from '../../server/index.ts';
import { momentInWords } from '../words/dates.ts';

const WORDS: Readonly<Record<DecisionJson['action'], string>> = {
  accept: 'accepted it',
  reject: 'rejected it',
  correct: 'corrected it',
  note: 'noted',
  merge: 'said that they are one',
  split: 'said that some are another one',
  undo: 'took a decision back',
};

function valueInWords(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { set, add } = value as { readonly set?: Readonly<Record<string, unknown>>; readonly add?: unknown };
  if (add !== undefined) return 'added a statement';
  if (set === undefined) return undefined;
  return Object.entries(set)
    .map(([name, to]) => `${name}: ${Array.isArray(to) ? 'other words' : (to ?? 'nothing')}`)
    .join(', ');
}

/** Decisions under each other; nothing where there are none. */
export function DecisionLines({ decisions }: { readonly decisions: readonly DecisionJson[] }) {
  if (decisions.length === 0) return null;
  return (
    <ul className="decisions">
      {decisions.map((decision) => (
        <li key={decision.number}>
          <DecisionLine decision={decision} />
        </li>
      ))}
    </ul>
  );
}

/** One decision in words: who, what, when, why; struck through where it was taken back. */
export function DecisionLine({ decision }: { readonly decision: DecisionJson }) {
  const { by, action, about, at, why, value, stands } = decision;
  const what = about === 'review' && action !== 'undo' ? (action === 'accept' ? 'signed it off' : 'objected to it') : WORDS[action];
  const detail = valueInWords(value);
  return (
    <div className={stands ? 'decision' : 'decision gone'}>
      <p>
        <b>{by}</b> {stands ? what : <s>{what}</s>}
        {detail !== undefined && <> ({detail})</>}
        {!stands && ' · taken back'}
      </p>
      {why !== null && <p className="quote">{why}</p>}
      <p className="small muted">
        <time dateTime={at}>{momentInWords(at)}</time> · decision {decision.number}
      </p>
    </div>
  );
}
