import type { ReactNode } from 'react';
import type { Trouble } from '../ask/trouble.ts';
import { Button } from './button.tsx';
import { Icon, type IconName } from './icon.tsx';

/** Where nothing is: why, and what to do. */
export const Empty = ({ icon, title, children }: { readonly icon: IconName; readonly title: string; readonly children?: ReactNode }) => (
  <div className="empty">
    <Icon name={icon} size={30} />
    <h2>{title}</h2>
    {children}
  </div>
);

/** While the first answer is on its way: bars where words will stand. */
export const Loading = ({ what, rows = 5 }: { readonly what: string; readonly rows?: number }) => (
  <div className="loading" role="status">
    <span className="unseen">{what} …</span>
    {Array.from({ length: rows }, (_, i) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: bars have no other name
      <div key={i} className={`bar bar-${i % 3}`} />
    ))}
  </div>
);

/** What went wrong: what was expected, what was found, and what to do. */
export const ProblemNote = ({ trouble, again }: { readonly trouble: Trouble; readonly again?: () => void }) => (
  <div className="problem" role="alert">
    <Icon name="warn" size={22} />
    <div>
      <p>{trouble.message}</p>
      {again !== undefined && (
        <Button onClick={again} icon="redo">
          Try again
        </Button>
      )}
    </div>
  </div>
);

/** A hint that stands on the page. */
export const Hint = ({
  icon = 'info',
  tone = 'calm',
  children,
}: {
  readonly icon?: IconName;
  readonly tone?: 'calm' | 'warn';
  readonly children: ReactNode;
}) => (
  <div className={`hint ${tone}`}>
    <Icon name={icon} />
    <div>{children}</div>
  </div>
);
