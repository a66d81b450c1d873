import { useEffect } from 'react';
import type { Session } from '../../server/index.ts';
import { listenToServer } from '../ask/events.ts';
import { useAnswer } from '../ask/use-answer.ts';
import { watchOutbox } from '../decide/outbox.ts';
import { proposeReader } from '../decide/undo.ts';
import { Loading } from '../parts/states.tsx';
import { isCaseNow } from '../session/case-now.ts';
import { SessionGiven } from '../session/session.tsx';
import { CaseGate, LostGate } from './case-gate.tsx';
import { Frame } from './frame.tsx';

/** The workbench: what the case is decides whether a page is shown, a passphrase asked for, or told why neither can be. */
export function Workbench() {
  const { data: session, trouble, again } = useAnswer<Session>('/api/session');
  const open = session?.case.state === 'open';
  const id = session?.case.id ?? null;
  const same = id === null || isCaseNow(id);
  useEffect(() => {
    if (!open) return;
    // Another case came to this port: its pages know nothing of what this window has seen and kept.
    if (!same) return window.location.assign('/reports');
    listenToServer();
    watchOutbox();
  }, [open, same]);
  if (session !== undefined) proposeReader(session.reader);
  if (session === undefined || !same)
    return trouble === undefined ? (
      <main className="gate">
        <Loading what="Opening the case" rows={3} />
      </main>
    ) : (
      <LostGate trouble={trouble} again={again} />
    );
  if (!open) return <CaseGate session={session} again={again} />;
  return (
    <SessionGiven session={session}>
      <Frame />
    </SessionGiven>
  );
}
