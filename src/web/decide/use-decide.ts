import { useCallback } from 'react';
import { useReader, useSession } from '../session/session.tsx';
import { type Outgoing, send } from './outbox.ts';

export type StatementSet = Readonly<Record<string, string | null | readonly (readonly [number, number])[]>>;

/** What a person decides about a thing, without who and when. */
export type Choice =
  | { readonly action: 'accept' | 'reject'; readonly why?: string | null }
  | { readonly action: 'correct'; readonly set: StatementSet; readonly why?: string | null }
  | { readonly action: 'note'; readonly why: string }
  | { readonly action: 'add'; readonly statement: Readonly<Record<string, unknown>>; readonly why?: string | null };

const VERBS = { accept: 'Accept', reject: 'Reject', correct: 'Correct', note: 'Note on', add: 'Add a statement to' } as const;

export interface Thing {
  readonly ref: string;
  readonly version: string;
}

export interface Decider {
  readonly name: string;
  /** False where the case can only be read. */
  readonly may: boolean;
  readonly decide: (thing: Thing, choice: Choice, drafts?: readonly string[]) => ReturnType<typeof send>;
  readonly sign: (
    thing: Thing,
    decision: number,
    agrees: boolean,
    why: string | null,
    drafts?: readonly string[],
  ) => ReturnType<typeof send>;
  readonly sendOther: (outgoing: Omit<Outgoing, 'id' | 'method' | 'undoable' | 'drafts'> & Partial<Outgoing>) => ReturnType<typeof send>;
}

/** How this person decides: each decision is kept until the server has it. */
export function useDecide(): Decider {
  const [name] = useReader();
  const { case: opened } = useSession();
  const decide = useCallback<Decider['decide']>(
    ({ ref, version }, choice, drafts = []) =>
      send({
        method: 'POST',
        path: '/api/decisions',
        body: { ...choice, ref, by: name },
        version,
        ref,
        words: `${VERBS[choice.action]} ${ref}`,
        undoable: true,
        drafts,
      }),
    [name],
  );
  const sign = useCallback<Decider['sign']>(
    ({ ref, version }, decision, agrees, why, drafts = []) =>
      send({
        method: 'POST',
        path: `/api/decisions/${decision}/sign`,
        body: { agrees, by: name, why },
        version,
        ref,
        words: `${agrees ? 'Sign off' : 'Object to'} ${ref}`,
        undoable: true,
        drafts,
      }),
    [name],
  );
  const sendOther = useCallback<Decider['sendOther']>((outgoing) => send({ method: 'POST', undoable: false, drafts: [], ...outgoing }), []);
  return { name, may: !opened.readOnly, decide, sign, sendOther };
}
