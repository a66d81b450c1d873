import { useId } from 'react';
import type { StandingJson } from '../../server/index.ts';
import { Button } from '../parts/button.tsx';
import { caseNow } from '../session/case-now.ts';
import { draftNow, useDraft } from '../session/draft.ts';
import { type Thing, useDecide } from './use-decide.ts';

const draftOf = (ref: string): string => `${caseNow()} ${ref} sign`;

/** The reason that a second reader typed so far, and its draft, which goes once it is sent: by button or by key. */
export function signReason(ref: string): { readonly why: string | null; readonly drafts: readonly string[] } {
  const key = draftOf(ref);
  const why = draftNow(key).trim();
  return { why: why === '' ? null : why, drafts: [key] };
}

interface Props {
  readonly thing: Thing;
  readonly standing: StandingJson;
  /** True where the keys a and x do the same. */
  readonly letters?: boolean;
}

/** The second reader's word on what the first one decided; never one's own. */
export function SignBar({ thing, standing, letters = false }: Props) {
  const { name, may, sign } = useDecide();
  const [why, setWhy] = useDraft(draftOf(thing.ref));
  const id = useId();
  if (!may || standing.decision === null || standing.state === 'open' || standing.signed !== null) return null;
  if (standing.by === name) return <p className="small muted">Waits for a second reader: somebody other than {name} signs it off.</p>;
  const decision = standing.decision;
  const say = (agrees: boolean) => {
    const reason = signReason(thing.ref);
    void sign(thing, decision, agrees, reason.why, reason.drafts);
  };
  return (
    <div className="sign stack">
      <div className="field">
        <label htmlFor={id}>As second reader, on what {standing.by} decided</label>
        <input
          id={id}
          type="text"
          placeholder="Why (needed by nobody, useful to all)"
          value={why}
          onChange={(event) => setWhy(event.target.value)}
        />
      </div>
      <div className="acts">
        <Button tone="good" icon="check" {...(letters ? { letter: 'a' } : {})} onClick={() => say(true)}>
          Sign off
        </Button>
        <Button tone="bad" icon="warn" {...(letters ? { letter: 'x' } : {})} onClick={() => say(false)}>
          Object
        </Button>
      </div>
    </div>
  );
}
