import { type FormEvent, useEffect, useId, useState } from 'react';
import type { Session } from '../../server/index.ts';
import { put } from '../ask/answers.ts';
import { ask } from '../ask/ask.ts';
import { Trouble, type TroubleCode } from '../ask/trouble.ts';
import { Button } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { useTitle } from '../parts/page-head.tsx';
import { ProblemNote } from '../parts/states.tsx';

const TITLES: Readonly<Partial<Record<TroubleCode, string>>> = {
  'no-session': 'Open the address that hearsay printed',
  lost: 'The server does not answer',
};

/** Where the server gave no session at all. */
export function LostGate({ trouble, again }: { readonly trouble: Trouble; readonly again: () => void }) {
  useTitle('No session');
  return (
    <main className="gate">
      <Icon name="warn" size={32} />
      <h1>{TITLES[trouble.code] ?? 'The case cannot be shown'}</h1>
      <p>{trouble.message}</p>
      <p className="muted">What you typed before is kept in this browser, and is there again once the workbench opens.</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          again();
        }}
      >
        <Button type="submit" tone="primary">
          Try again
        </Button>
      </form>
    </main>
  );
}

/** Where the case is locked, damaged or held by another process. */
export function CaseGate({ session, again }: { readonly session: Session; readonly again: () => void }) {
  const { state, name, trouble } = session.case;
  useTitle(state === 'locked' ? 'Locked' : 'Cannot be opened');
  useEffect(() => {
    if (state !== 'busy') return;
    const timer = window.setInterval(again, 2000);
    return () => window.clearInterval(timer);
  }, [state, again]);
  if (state === 'locked') return <Passphrase name={name} />;
  return (
    <main className="gate">
      <Icon name="warn" size={32} />
      <h1>{state === 'busy' ? `${name} is in use` : `${name} cannot be read`}</h1>
      {trouble !== null && <p>{trouble.message}</p>}
      {state === 'busy' ? (
        <p className="muted">It is tried again every two seconds.</p>
      ) : (
        <p>
          Nothing was written to it. Take the newest copy of the file that you have, and let{' '}
          <code className="mono">hearsay verify {name}</code> tell what does not hold.
        </p>
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          again();
        }}
      >
        <Button type="submit">Try again</Button>
      </form>
    </main>
  );
}

function Passphrase({ name }: { readonly name: string }) {
  const id = useId();
  const [passphrase, setPassphrase] = useState('');
  const [trouble, setTrouble] = useState<Trouble>();
  const [asking, setAsking] = useState(false);
  const unlock = async (event: FormEvent) => {
    event.preventDefault();
    setAsking(true);
    try {
      put('/api/session', await ask<Session>('/api/unlock', { method: 'POST', body: { passphrase } }));
    } catch (error) {
      if (error instanceof Trouble) setTrouble(error);
    } finally {
      setAsking(false);
    }
  };
  return (
    <main className="gate">
      <Icon name="lock" size={32} />
      <h1>{name} is encrypted</h1>
      <p className="muted">Its passphrase opens it until the server ends. It is not stored, and there is no other way in.</p>
      <form onSubmit={unlock}>
        <div className="field">
          <label htmlFor={id}>Passphrase</label>
          <input
            id={id}
            type="password"
            // biome-ignore lint/a11y/noAutofocus: it is the only field of the page
            autoFocus
            autoComplete="off"
            value={passphrase}
            onChange={(event) => setPassphrase(event.target.value)}
          />
        </div>
        {trouble !== undefined && <ProblemNote trouble={trouble} />}
        <Button type="submit" tone="primary" disabled={passphrase === '' || asking}>
          {asking ? 'Opening …' : 'Open the case'}
        </Button>
      </form>
    </main>
  );
}
