import type { ReactNode } from 'react';
import type { StandingJson } from '../../server/index.ts';
import { type CodeKind, isUnnamed, meaning, shown, sureness } from '../words/codes.ts';
import { dayInWords } from '../words/dates.ts';
import { Icon, type IconName } from './icon.tsx';

/** A code of the vocabulary, with its meaning for whoever points at it. */
export const Code = ({ kind, code, tone = '' }: { readonly kind: CodeKind; readonly code: string; readonly tone?: string }) => (
  <span className={`code ${kind} ${tone}`} title={meaning(kind, code)}>
    {shown(kind, code)}
  </span>
);

/** How well a reader can check who speaks: an outlined sign for named, a dashed one for unnamed. */
export const Grade = ({ grade }: { readonly grade: string }) => (
  <span className={`code grade ${isUnnamed(grade) ? 'unnamed' : ''}`} title={meaning('grade', grade)}>
    <Icon name={grade === 'document' ? 'file' : 'person'} size={13} />
    {shown('grade', grade)}
  </span>
);

/** What somebody is said to have done. */
export const Wrong = ({ wrong }: { readonly wrong: string }) => (
  <span className="code wrong" title={meaning('wrong', wrong)}>
    <Icon name="warn" size={13} />
    {shown('wrong', wrong)}
  </span>
);

/** How sure the machine is: dots, words, number. */
export function Sureness({ confidence, brief = false }: { readonly confidence: number; readonly brief?: boolean }) {
  const { words, dots, number } = sureness(confidence);
  return (
    <span className="sureness" title={`How likely source and content are as a careful reader would mark them: ${number} of 1`}>
      <span className="dots" aria-hidden="true">
        <span>{'●'.repeat(dots)}</span>
        <span className="off">{'●'.repeat(4 - dots)}</span>
      </span>
      <span className={brief ? 'unseen' : ''}>{words} </span>
      <span className="number">{number}</span>
    </span>
  );
}

const STATES: Readonly<Record<StandingJson['state'], readonly [icon: IconName, words: string]>> = {
  open: ['info', 'Suggestion'],
  accepted: ['check', 'Accepted'],
  rejected: ['cross', 'Rejected'],
  corrected: ['pencil', 'Corrected'],
};

/** What people made of it. A suggestion of the machine is dashed and says so; only a person's word is filled. */
export function Standing({ standing, added = false }: { readonly standing: StandingJson; readonly added?: boolean }) {
  const [icon, words] = added && standing.state === 'corrected' ? (['plus', 'Added'] as const) : STATES[standing.state];
  return (
    <span className="standing-group">
      <span
        className={`standing ${standing.state}`}
        title={standing.at === null ? 'Found by the machine; nobody has decided yet' : dayInWords(standing.at)}
      >
        {standing.state !== 'open' && <Icon name={icon} size={14} />}
        {words}
        {standing.by !== null && standing.state !== 'open' && <span className="by"> by {standing.by}</span>}
      </span>
      {standing.signed !== null && (
        <span className={`standing ${standing.signed.agrees ? 'signed' : 'objected'}`}>
          <Icon name={standing.signed.agrees ? 'check' : 'warn'} size={14} />
          {standing.signed.agrees ? 'Signed off' : 'Objected to'} <span className="by">by {standing.signed.by}</span>
        </span>
      )}
      {standing.notes > 0 && (
        <span className="standing notes">
          <Icon name="note" size={14} />
          {standing.notes === 1 ? '1 note' : `${standing.notes} notes`}
        </span>
      )}
    </span>
  );
}

/** The same in a word, for rows: no icon, no name. */
export const State = ({ state }: { readonly state: StandingJson['state'] }) => (
  <span className={`standing ${state}`}>{STATES[state][1]}</span>
);

/** Pairs of a name and what is known, in a row or a column. */
export const Facts = ({ facts }: { readonly facts: readonly (readonly [name: string, value: ReactNode])[] }) => (
  <dl className="facts">
    {facts.map(([name, value]) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
);
