import type { DecidedJson } from '../../server/index.ts';
import type { Trouble } from '../ask/trouble.ts';
import { toast } from '../parts/toast.ts';
import { dropDraft } from '../session/draft.ts';
import { showConflict } from './conflicts.ts';
import type { Outgoing } from './outbox.ts';
import { didLast, undoLast } from './undo.ts';

type Came = { readonly kind: 'kept'; readonly answer: DecidedJson } | { readonly kind: 'refused'; readonly trouble: Trouble };

/** Tells the person what came of a decision. */
export function told(outgoing: Outgoing, came: Came): void {
  if (came.kind === 'kept') {
    for (const draft of outgoing.drafts) dropDraft(draft);
    if (outgoing.undoable) didLast({ number: came.answer.decision.number, words: outgoing.words, ref: outgoing.ref });
    toast(`${outgoing.words}: kept`, 'done', outgoing.undoable ? { label: 'Undo', do: undoLast } : undefined);
    return;
  }
  if (came.trouble.code === 'changed') showConflict(outgoing, came.trouble);
  else toast(`${outgoing.words}: not kept. ${came.trouble.message}`, 'wrong');
}
