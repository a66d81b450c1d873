import { type FormEvent, useId } from 'react';
import { formKeys } from '../keys/form-keys.ts';
import { Button } from '../parts/button.tsx';
import { caseNow } from '../session/case-now.ts';
import { useDraft } from '../session/draft.ts';
import { type Thing, useDecide } from './use-decide.ts';

/** A note on a thing; it decides nothing. */
export function NoteForm({ thing, onClose }: { readonly thing: Thing; readonly onClose: () => void }) {
  const { decide } = useDecide();
  const key = `${caseNow()} ${thing.ref} note`;
  const [text, setText] = useDraft(key);
  const id = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === '') return;
    void decide(thing, { action: 'note', why: text.trim() }, [key]);
    onClose();
  };
  return (
    <form className="stack" onSubmit={submit} onKeyDown={formKeys(onClose)}>
      <div className="field">
        <label htmlFor={id}>Note</label>
        <textarea
          id={id}
          // biome-ignore lint/a11y/noAutofocus: the person asked for this field by key or button
          autoFocus
          value={text}
          maxLength={10_000}
          onChange={(event) => setText(event.target.value)}
        />
        <p className="help">It stands beside the statement with your name, and decides nothing. Ctrl+Enter keeps it.</p>
      </div>
      <div className="acts">
        <Button type="submit" tone="primary" icon="note" disabled={text.trim() === ''}>
          Keep the note
        </Button>
        <Button onClick={onClose}>Close</Button>
      </div>
    </form>
  );
}
