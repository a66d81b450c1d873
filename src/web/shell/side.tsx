import { useState } from 'react';
import { useAddress } from '../address/address.ts';
import { Link } from '../address/link.tsx';
import { redoLast, undoLast, usePast } from '../decide/undo.ts';
import { Button } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { useInRow } from '../parts/use-in-row.ts';
import { useReader, useSession } from '../session/session.tsx';
import { setTheme, type THEMES, useTheme } from '../session/settings.ts';
import { count, counted } from '../words/counts.ts';
import { PAGES, pageAt } from './pages.ts';
import { ReaderDialog } from './reader-dialog.tsx';

const NEXT_THEME = { system: 'light', light: 'dark', dark: 'system' } as const;

/** The navigation, and at its foot the case and who reads. */
export function Side({ onKeys }: { readonly onKeys: () => void }) {
  const session = useSession();
  const { path } = useAddress();
  const theme = useTheme();
  const past = usePast();
  const [reader] = useReader();
  const [naming, setNaming] = useState(false);
  const counts = session.counts;
  const now = pageAt(path)?.page.to;
  const pages = useInRow<HTMLUListElement>(now);
  const amounts: Readonly<Record<string, number | undefined>> = {
    '/reports': counts?.reports,
    '/speakers': counts?.persons,
    '/echoes': counts?.clusters,
    '/review': counts === null ? undefined : counts.statements - counts.accepted - counts.rejected - counts.corrected,
  };
  return (
    <div className="side">
      <Link to="/reports" className="brand" aria-label="Hearsay: to the reports">
        <svg viewBox="0 0 32 32" aria-hidden="true">
          <rect width="32" height="32" rx="7" fill="var(--accent-fill)" />
          <path
            d="M7 20.500c0-5 2.200-8.600 6.600-10.500l1 2c-2.300 1.200-3.500 2.600-3.700 4.300h3.300v6.200H7zm10.800 0c0-5 2.200-8.600 6.600-10.500l1 2c-2.300 1.200-3.500 2.600-3.700 4.300H25v6.200h-7.200z"
            fill="#fff"
          />
        </svg>
        Hearsay
      </Link>
      <nav className="nav" aria-label="Pages">
        <ul ref={pages}>
          {PAGES.filter(({ key }) => key !== undefined).map(({ name, words, to, icon }) => (
            <li key={name}>
              <Link to={to} aria-current={now === to ? 'page' : undefined} data-page={name}>
                <Icon name={icon} />
                {words}
                {amounts[to] !== undefined && (
                  <span className="amount" title={name === 'review' ? 'statements that nobody has decided on' : undefined}>
                    {count(amounts[to])}
                  </span>
                )}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className="side-foot">
        <div>
          <p className="case-name">{session.case.name}</p>
          <p className="muted">
            {counts !== null && counted(counts.statements, 'statement')}
            {session.case.readOnly && ' · read only'}
            {session.case.encrypted && ' · encrypted'}
          </p>
        </div>
        <button type="button" className="reader" onClick={() => setNaming(true)} title="The name under which you decide">
          <Icon name="person" size={16} />
          <span>
            You are <b>{reader}</b>
          </span>
        </button>
        <div className="side-acts">
          <Button tone="quiet" icon="undo" label="Undo" onClick={undoLast} disabled={past.done.length === 0} />
          <Button tone="quiet" icon="redo" label="Redo" onClick={redoLast} disabled={past.undone.length === 0} />
          <Button
            tone="quiet"
            icon="sun"
            label={`Colours: ${theme}. Change to ${NEXT_THEME[theme]}`}
            onClick={() => setTheme(NEXT_THEME[theme] satisfies (typeof THEMES)[number])}
          />
          <Button tone="quiet" icon="keys" label="Keys" onClick={onKeys} />
        </div>
      </div>
      {naming && <ReaderDialog onClose={() => setNaming(false)} />}
    </div>
  );
}
