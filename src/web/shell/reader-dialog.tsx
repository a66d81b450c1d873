import { useId, useState } from 'react';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { useReader } from '../session/session.tsx';

/** Asks for the name that stands on each decision. */
export function ReaderDialog({ onClose }: { readonly onClose: () => void }) {
  const [name, setName] = useReader();
  const [typed, setTyped] = useState(name);
  const id = useId();
  return (
    <Dialog title="Who decides" onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          setName(typed);
          onClose();
        }}
      >
        <div className="field">
          <label htmlFor={id}>Your name</label>
          <input id={id} type="text" maxLength={200} value={typed} onChange={(event) => setTyped(event.target.value)} />
          <p className="help">
            It stands on each of your decisions, in the case and in its log. A decision can be signed off by another name only.
          </p>
        </div>
        <div className="acts">
          <Button type="submit" tone="primary" disabled={typed.trim() === ''}>
            Use this name
          </Button>
          <Button onClick={onClose}>Leave it</Button>
        </div>
      </form>
    </Dialog>
  );
}
