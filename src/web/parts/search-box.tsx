import { useEffect, useId, useRef, useState } from 'react';
import { useKeys } from '../keys/keys.ts';
import { Icon } from './icon.tsx';

interface Props {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

const PAUSE = 180;

/** A field that looks as one types; "/" leads to it. */
export function SearchBox({ label, hint, value, onChange }: Props) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(value);
  const sent = useRef(value);
  useEffect(() => {
    // Changed from elsewhere: by a facet, or by going back.
    if (value !== sent.current) {
      sent.current = value;
      setTyped(value);
    }
  }, [value]);
  useEffect(() => {
    if (typed === sent.current) return;
    const timer = window.setTimeout(() => {
      sent.current = typed;
      onChange(typed);
    }, PAUSE);
    return () => window.clearTimeout(timer);
  }, [typed, onChange]);
  useKeys('Search', [{ keys: '/', words: 'go to the search', do: () => input.current?.select() }]);
  return (
    <search className="search-box">
      <label htmlFor={id} className="unseen">
        {label}
      </label>
      <Icon name="search" />
      <input
        ref={input}
        id={id}
        type="search"
        value={typed}
        placeholder={hint}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur();
          if (event.key === 'Enter' && typed !== sent.current) {
            sent.current = typed;
            onChange(typed);
          }
        }}
      />
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: a letter takes no focus */}
      <kbd aria-hidden="true">/</kbd>
    </search>
  );
}
