import { useEffect, useState } from 'react';
import { go, useAddress } from '../address/address.ts';
import { Link } from '../address/link.tsx';
import { Conflicts } from '../decide/conflict-dialog.tsx';
import { redoLast, undoLast } from '../decide/undo.ts';
import { KeyPage } from '../keys/key-page.tsx';
import { useKeys } from '../keys/keys.ts';
import { Toasts } from '../parts/toasts.tsx';
import { Tour } from '../tour/tour.tsx';
import { UploadPlace } from '../upload/upload-place.tsx';
import { Banners } from './banners.tsx';
import { BrokenPage } from './broken-page.tsx';
import { PAGES, pageAt } from './pages.ts';
import { Side } from './side.tsx';

/** What stands around every page. */
export function Frame() {
  const { path, query } = useAddress();
  const [keysShown, setKeysShown] = useState(false);
  const found = pageAt(path);
  useEffect(() => {
    if (path === '/') go('/reports', { replace: true });
  }, [path]);
  // Another page: those who listen hear its title, those who press Tab begin at its top.
  const name = found?.page.name;
  useEffect(() => {
    if (name === undefined || document.activeElement?.closest('.nav') == null) return;
    const focus = () => {
      const title = document.querySelector<HTMLElement>('main h1');
      title?.focus();
      return title !== null;
    };
    if (focus()) return;
    const watcher = new MutationObserver(() => focus() && watcher.disconnect());
    watcher.observe(document.querySelector('main')!, { childList: true, subtree: true });
    return () => watcher.disconnect();
  }, [name]);
  useKeys('Anywhere', [
    { keys: '?', words: 'this page of keys', always: true, do: () => setKeysShown(true) },
    { keys: 'u / Ctrl+z', words: 'undo what you did last', do: undoLast },
    { keys: 'Shift+u / Ctrl+Shift+z', words: 'redo', do: redoLast },
    ...PAGES.filter(({ key }) => key !== undefined).map(({ key, words, to }) => ({
      keys: `g ${key}`,
      words: `go to ${words}`,
      do: () => go(to),
    })),
  ]);
  return (
    <div className="shell">
      <a className="skip" href="#main">
        To the page
      </a>
      <Side onKeys={() => setKeysShown(true)} />
      <main className="main" id="main" tabIndex={-1}>
        <Banners />
        <BrokenPage key={path}>
          {found === undefined ? <Nowhere /> : <found.page.Page key={found.thing ?? ''} thing={found.thing ?? ''} query={query} />}
        </BrokenPage>
      </main>
      <UploadPlace />
      <Toasts />
      <Conflicts />
      <Tour />
      {keysShown && <KeyPage onClose={() => setKeysShown(false)} />}
    </div>
  );
}

const Nowhere = () => (
  <div className="page empty">
    <h1>There is no such page</h1>
    <p>The address may be cut off. Choose a page of the navigation, or go to the reports by the keys g r.</p>
    <Link className="button" to="/reports">
      Go to the reports
    </Link>
  </div>
);
