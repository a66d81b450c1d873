import { useState } from 'react';
import { ask } from '../ask/ask.ts';
import { useConnection } from '../ask/connection.ts';
import { Trouble } from '../ask/trouble.ts';
import { dropOutgoing, sendAgain, useOutbox } from '../decide/outbox.ts';
import { Button } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { toast } from '../parts/toast.ts';
import { useSession } from '../session/session.tsx';
import { counted } from '../words/counts.ts';
import { Work } from './work.tsx';

/** What a person must know whatever the page: a lost server, decisions that wait, a case that is not related. */
export function Banners() {
  const connection = useConnection();
  const waiting = useOutbox();
  const session = useSession();
  const dropAll = () => {
    for (const { id } of waiting) dropOutgoing(id);
  };
  return (
    <>
      {connection !== 'there' && (
        <div className="banner" role="alert">
          <Icon name="warn" />
          <p>
            {connection === 'lost'
              ? 'The server does not answer. What you see may be old. What you decide and type is kept in this browser and sent when it answers again.'
              : 'The server was started anew and does not know this window. Open the address that hearsay serve printed; what you decided and typed is kept in this browser.'}
          </p>
        </div>
      )}
      {waiting.length > 0 && connection !== 'there' && (
        <div className="banner" role="status">
          <Icon name="note" />
          <p>
            {counted(waiting.length, 'decision')} not sent yet: {waiting.map(({ words }) => words).join(', ')}.
          </p>
          <Button onClick={() => void sendAgain()}>Send now</Button>
          <Button tone="quiet" onClick={dropAll}>
            Throw away
          </Button>
        </div>
      )}
      {session.related === null && (session.counts?.reports ?? 0) > 1 && (
        <Relate words="The reports of this case were not compared yet: echoes, persons across reports and answers are not known." />
      )}
      {session.related !== null && session.related.since > 0 && (
        <Relate words={`${counted(session.related.since, 'report')} came in since the reports were last compared.`} />
      )}
      <Work />
    </>
  );
}

function Relate({ words }: { readonly words: string }) {
  const [asking, setAsking] = useState(false);
  const { readOnly } = useSession().case;
  const relate = async () => {
    setAsking(true);
    try {
      await ask('/api/jobs', { method: 'POST', body: { kind: 'relate' } });
    } catch (error) {
      if (error instanceof Trouble) toast(error.message, 'wrong');
    }
  };
  return (
    <div className="banner">
      <Icon name="echoes" />
      <p>{words}</p>
      {!readOnly && (
        <Button onClick={relate} disabled={asking}>
          Compare them now
        </Button>
      )}
    </div>
  );
}
