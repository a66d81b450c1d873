import { useId } from 'react';

interface Props {
  readonly query: URLSearchParams;
  readonly onChange: (name: 'from' | 'to', value: string) => void;
}

/** From which day to which, as the address has them. */
export function DayRange({ query, onChange }: Props) {
  const id = useId();
  return (
    <span className="choice days">
      {(['from', 'to'] as const).map((name) => (
        <span className="choice" key={name}>
          <label htmlFor={`${id}-${name}`}>{name}</label>
          <input id={`${id}-${name}`} type="date" value={query.get(name) ?? ''} onChange={(event) => onChange(name, event.target.value)} />
        </span>
      ))}
    </span>
  );
}
