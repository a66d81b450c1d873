import { useEffect, useId, useState } from 'react';
import type { LogRow } from '../../../server/index.ts';
import { Choice } from '../../parts/choice.tsx';
import { DayRange } from '../../parts/day-range.tsx';

/** What kinds of events are called. */
export const KINDS: Readonly<Record<LogRow['event'], string>> = {
  created: 'made',
  migrated: 'new schema',
  received: 'received',
  article: 'report',
  analysis: 'read',
  finished: 'through',
  reviewed: 'decision',
  related: 'compared',
  set: 'setting',
  stamped: 'timestamp',
};

interface Props {
  readonly query: URLSearchParams;
  readonly onChange: (name: string, value: string) => void;
}

/** Narrows the log down. */
export function LogFilter({ query, onChange }: Props) {
  const value = (name: string) => query.get(name) ?? '';
  return (
    <div className="tools filters">
      <Choice
        label="Events"
        value={value('kind')}
        options={[
          ['', 'of every kind'],
          ['reviewed', 'decisions of people'],
          ['received,article,finished', 'what came in'],
          ['analysis,related', 'what the machine read and compared'],
          ['created,migrated,set,stamped', 'the case itself'],
        ]}
        onChange={(kind) => onChange('kind', kind)}
      />
      <Typed label="About" hint="r12, r12/s3, a speaker’s id" value={value('ref')} onChange={(ref) => onChange('ref', ref)} />
      <Typed label="By" hint="a person" value={value('by')} onChange={(by) => onChange('by', by)} />
      <DayRange query={query} onChange={onChange} />
      <Choice
        quiet
        label="Order"
        value={value('order')}
        options={[
          ['', 'newest first'],
          ['oldest', 'oldest first'],
        ]}
        onChange={(order) => onChange('order', order)}
      />
    </div>
  );
}

interface TypedProps {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A field that filters once one is done with it: after Enter, or when it is left. */
function Typed({ label, hint, value, onChange }: TypedProps) {
  const id = useId();
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  const done = () => typed.trim() !== value && onChange(typed.trim());
  return (
    <span className="choice">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="text"
        size={14}
        dir="auto"
        value={typed}
        placeholder={hint}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={done}
        onKeyDown={(event) => event.key === 'Enter' && done()}
      />
    </span>
  );
}
