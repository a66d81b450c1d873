import { useEffect } from 'react';
import type { Session } from '../../server/index.ts';
import { listenToServer } from '../ask/events.ts';
import { useAnswer } from '../ask/use-answer.ts';
import { watchOutbox } from '../decide/outbox.ts';
import { proposeReader } from '../decide/undo.ts';
import { Loading } from '../parts/states.tsx';
import { SessionGiven } from '../session/session.tsx';
import { CaseGate, LostGate } from './case-gate.tsx';
import { Frame } from './frame.tsx';

/** The workbench: what the case is decides whether a page is shown, a passphrase asked for, or told why neither can be. */
export function Workbench() {
  const { data: session, trouble, again } = useAnswer<Session>('/api/session');
  const open = session?.case.state === 'open';
  useEffect(() => {
    if (!open) return;
    listenToServer();
    watchOutbox();
  }, [open]);
  if (session !== undefined) proposeReader(session.reader);
  if (session === undefined)
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
