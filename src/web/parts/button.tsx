import type { ButtonHTMLAttributes } from 'react';
import { useLettersOn } from '../session/settings.ts';
import { Icon, type IconName } from './icon.tsx';

type Props = ButtonHTMLAttributes<HTMLButtonElement> & {
  readonly tone?: 'plain' | 'primary' | 'quiet' | 'good' | 'bad';
  readonly icon?: IconName;
  /** The key that does the same; shown beside the words. */
  readonly letter?: string;
  /** Words for those who see no icon; where there are no other words. */
  readonly label?: string;
};

export function Button({ tone = 'plain', icon, letter, label, children, className = '', ...more }: Props) {
  const letters = useLettersOn();
  const bare = children === undefined;
  return (
    <button
      type="button"
      className={`button ${tone} ${bare ? 'bare' : ''} ${className}`}
      aria-label={label}
      title={bare ? label : undefined}
      {...more}
    >
      {icon !== undefined && <Icon name={icon} />}
      {children}
      {letter !== undefined && letters && (
        // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a letter takes no focus
        <kbd className="letter" aria-hidden="true">
          {letter}
        </kbd>
      )}
    </button>
  );
}
