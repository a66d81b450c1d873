import { useId } from 'react';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, words: string])[];
  readonly onChange: (value: string) => void;
  /** True where the label is for those alone who do not see the place. */
  readonly quiet?: boolean;
}

/** One of several: the browser's own list, which every hand and voice knows. */
export function Choice({ label, value, options, onChange, quiet = false }: Props) {
  const id = useId();
  return (
    <span className="choice">
      <label htmlFor={id} className={quiet ? 'unseen' : ''}>
        {label}
      </label>
      <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map(([code, words]) => (
          <option key={code} value={code}>
            {words}
          </option>
        ))}
      </select>
    </span>
  );
}
