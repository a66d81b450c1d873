import { useId } from 'react';
import type { StandingJson } from '../../server/index.ts';
import { Button } from '../parts/button.tsx';
import { useDraft } from '../session/draft.ts';
import { useSession } from '../session/session.tsx';
import { type Thing, useDecide } from './use-decide.ts';

/** The second reader's word on what the first one decided; never one's own. */
export function SignBar({ thing, standing }: { readonly thing: Thing; readonly standing: StandingJson }) {
  const { case: opened } = useSession();
  const { name, may, sign } = useDecide();
  const key = `${opened.name} ${thing.ref} sign`;
  const [why, setWhy] = useDraft(key);
  const id = useId();
  if (!may || standing.decision === null || standing.state === 'open' || standing.signed !== null) return null;
  if (standing.by === name) return <p className="small muted">Waits for a second reader: somebody other than {name} signs it off.</p>;
  const decision = standing.decision;
  const say = (agrees: boolean) => void sign(thing, decision, agrees, why.trim() === '' ? null : why.trim(), [key]);
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
        <Button tone="good" icon="check" onClick={() => say(true)}>
          Sign off
        </Button>
        <Button tone="bad" icon="warn" onClick={() => say(false)}>
          Object
        </Button>
      </div>
    </div>
  );
}
