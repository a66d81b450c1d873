import { useId, useState } from 'react';
import type { JobJson } from '../../../server/index.ts';
import { ask } from '../../ask/ask.ts';
import { Trouble } from '../../ask/trouble.ts';
import { Button } from '../../parts/button.tsx';
import { Facts } from '../../parts/facts.tsx';
import { Icon } from '../../parts/icon.tsx';
import { ProblemNote } from '../../parts/states.tsx';
import { useSession } from '../../session/session.tsx';
import { isGoing, useJobs } from '../../shell/jobs.ts';
import { count, counted } from '../../words/counts.ts';
import { momentInWords } from '../../words/dates.ts';

/** Proves the case, and shows what came of it. */
export function Proof() {
  const { head } = useSession();
  const [noted, setNoted] = useState('');
  const [trouble, setTrouble] = useState<Trouble>();
  const id = useId();
  const job = useJobs().find(({ kind }) => kind === 'verify');
  const going = job !== undefined && isGoing(job);
  const prove = async () => {
    setTrouble(undefined);
    try {
      await ask('/api/jobs', { method: 'POST', body: { kind: 'verify', ...(noted.trim() === '' ? {} : { head: noted.trim() }) } });
    } catch (error) {
      if (!(error instanceof Trouble)) throw error;
      setTrouble(error);
    }
  };
  const done = job !== undefined && !going ? job : undefined;
  const verified = done?.verified;
  return (
    <section className={`panel proof stack ${verified === undefined ? '' : verified.holds ? 'holds' : 'fails'}`} aria-label="Proof">
      <div className="proof-head">
        <div aria-live="polite">
          <h2>
            <Icon name={verified === undefined ? 'lock' : verified.holds ? 'check' : 'warn'} />
            {verified === undefined
              ? 'Does all of it hold?'
              : verified.holds
                ? 'All of it holds'
                : `${counted(verified.faultCount, 'thing')} in this case does not hold`}
          </h2>
          <p className="small muted">
            {done === undefined
              ? 'The proof recomputes every hash, the chain of the log, and each quotation against its text.'
              : `${verified?.holds === true ? '' : `${done.trouble ?? done.result ?? ''} `}Proved ${momentInWords(done.ended ?? done.begun)}.`}
          </p>
        </div>
        <Button tone={verified === undefined ? 'primary' : 'plain'} icon="check" onClick={prove} disabled={going}>
          {going ? 'Proving …' : verified === undefined ? 'Prove the case' : 'Prove it again'}
        </Button>
      </div>
      {trouble !== undefined && <ProblemNote trouble={trouble} />}
      {verified !== undefined && <Proved verified={verified} headNow={head?.hash} />}
      <details className="small">
        <summary>Hold it against a head that was noted down before</summary>
        <div className="field">
          <label htmlFor={id}>The head, as sha256:…</label>
          <input
            id={id}
            type="text"
            className="mono"
            value={noted}
            spellCheck={false}
            placeholder="sha256:"
            onChange={(event) => setNoted(event.target.value)}
          />
          <p className="help">
            The head now, to note down outside this machine: {head === null ? 'not known' : <span className="mono">{head.hash}</span>}
          </p>
        </div>
      </details>
    </section>
  );
}

function Proved({
  verified: { holds, counts, head, faults, faultCount },
  headNow,
}: {
  readonly verified: NonNullable<JobJson['verified']>;
  readonly headNow: string | undefined;
}) {
  return (
    <>
      <ul className="meta">
        {Object.entries(counts).map(([what, n]) => (
          <li key={what}>
            <b className="number">{count(n)}</b> {what}
          </li>
        ))}
      </ul>
      {!holds && (
        <ol className="faults">
          {faults.slice(0, 20).map(({ where, message }) => (
            <li key={where + message}>
              <b className="mono">{where}</b> {message}
            </li>
          ))}
          {faultCount > 20 && <li className="muted">{count(faultCount - 20)} more: hearsay verify lists them.</li>}
        </ol>
      )}
      <Facts
        facts={[
          [
            'Head proved',
            <span key="head" className="mono">
              {head}
            </span>,
          ],
        ]}
      />
      {headNow !== undefined && headNow !== head && (
        <p className="small muted">The case has changed since; prove it again for what came after.</p>
      )}
    </>
  );
}
