import { type ReactNode, useEffect } from 'react';

interface Props {
  readonly title: string;
  /** What the page tells, in a line. */
  readonly lead?: ReactNode;
  readonly children?: ReactNode;
}

/** The head of a page: its title, what it is for, and what can be done on it. */
export function PageHead({ title, lead, children }: Props) {
  useTitle(title);
  return (
    <header className="page-head">
      <div>
        <h1 tabIndex={-1}>{title}</h1>
        {lead !== undefined && <p className="lead">{lead}</p>}
      </div>
      {children !== undefined && <div className="page-acts">{children}</div>}
    </header>
  );
}

/** Names the window. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Hearsay`;
  }, [title]);
}
