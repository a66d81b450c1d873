import { useMemo } from 'react';
import type { DecidedJson, DecisionJson } from '../../server/index.ts';
import { allOld } from '../ask/answers.ts';
import { ask } from '../ask/ask.ts';
import { connectionNow, onConnection } from '../ask/connection.ts';
import { passes, Trouble } from '../ask/trouble.ts';
import { caseNow } from '../session/case-now.ts';
import { keep, kept, useKept } from '../session/keep.ts';
import { told } from './told.ts';

/** A decision on its way. It stands in this browser until the server has it, so that no lost server takes it. */
export interface Outgoing {
  readonly id: string;
  readonly method: 'POST' | 'PUT';
  readonly path: string;
  readonly body: unknown;
  readonly version?: string;
  /** What it is about: "r1/s3". */
  readonly ref: string;
  /** What it does, for people: "Accept r1/s3". */
  readonly words: string;
  /** Undone by its number if the answer has one. */
  readonly undoable: boolean;
  /** Drafts that are let go once it is kept. */
  readonly drafts: readonly string[];
  /** True once it was sent and no answer came: the server may have it all the same. */
  readonly tried?: boolean;
}

/** A box for each case: the same port may serve another one tomorrow. */
const boxNow = (): string => `hearsay:outbox:${caseNow()}`;
const read = (text: string | null): Outgoing[] => JSON.parse(text ?? '[]');
const inBox = (): Outgoing[] => read(kept(boxNow()));
const write = (box: readonly Outgoing[]): void => keep(boxNow(), box.length === 0 ? null : JSON.stringify(box));

export const useOutbox = (): readonly Outgoing[] => {
  const text = useKept(boxNow());
  return useMemo(() => read(text), [text]);
};
export const dropOutgoing = (id: string): void => write(inBox().filter((one) => one.id !== id));

type Settled =
  | { readonly kind: 'kept'; readonly answer: DecidedJson }
  | { readonly kind: 'waits' }
  | { readonly kind: 'refused'; readonly trouble: Trouble };

async function post(outgoing: Outgoing): Promise<Settled> {
  try {
    const { method, path, body, version } = outgoing;
    const answer = await ask<DecidedJson>(path, { method, body, ...(version === undefined ? {} : { version }) });
    return { kind: 'kept', answer };
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    return passes(error) ? { kind: 'waits' } : { kind: 'refused', trouble: error };
  }
}

/** One window sends at a time, so that nothing goes out twice. */
const inTurn = <T>(work: () => Promise<T>): Promise<T> =>
  navigator.locks === undefined ? work() : (navigator.locks.request('hearsay-outbox', work) as Promise<T>);

/** The server kept it before it was lost, and its answer did not arrive: what it "met" is the decision itself. */
function itself({ tried, body }: Outgoing, trouble: Trouble): DecidedJson | undefined {
  const { decisions, ...rest } = (trouble.current ?? {}) as Omit<DecidedJson, 'decision'> & {
    readonly decisions?: readonly DecisionJson[];
  };
  const decision = decisions?.at(-1);
  const wanted = body as { readonly action?: string; readonly by?: string; readonly why?: string | null };
  if (tried !== true || trouble.code !== 'changed' || decision === undefined) return undefined;
  const same = decision.action === wanted.action && decision.by === wanted.by && decision.why === (wanted.why ?? null);
  return same ? { ...rest, decision } : undefined;
}

async function settle(queued: Outgoing): Promise<Settled> {
  // As it stands now: a decision before it may have moved its version.
  const outgoing = inBox().find(({ id }) => id === queued.id) ?? queued;
  let settled = await post(outgoing);
  if (settled.kind === 'waits') {
    write(inBox().map((one) => (one.id === outgoing.id ? { ...one, tried: true } : one)));
    return settled;
  }
  const own = settled.kind === 'refused' ? itself(outgoing, settled.trouble) : undefined;
  if (own !== undefined) settled = { kind: 'kept', answer: own };
  dropOutgoing(outgoing.id);
  // What this person decided next about the same thing, they decided in sight of this one.
  if (settled.kind === 'kept' && outgoing.version !== undefined) {
    const { version } = settled.answer;
    write(inBox().map((one) => (one.ref === outgoing.ref && one.version === outgoing.version ? { ...one, version } : one)));
  }
  told(outgoing, settled);
  allOld();
  return settled;
}

/** Sends a decision and gives what came of it; where the server is lost it is kept and sent later. */
export function send(outgoing: Omit<Outgoing, 'id'>): Promise<Settled> {
  const whole = { ...outgoing, id: crypto.randomUUID() };
  write([...inBox(), whole]);
  return inTurn(() => settle(whole));
}

let timer = 0;
/** Sends what waits, the oldest first. */
export async function sendAgain(): Promise<void> {
  window.clearTimeout(timer);
  await inTurn(async () => {
    for (const outgoing of inBox()) if ((await settle(outgoing)).kind === 'waits') return;
  });
  if (inBox().length > 0 && connectionNow() === 'there') timer = window.setTimeout(sendAgain, 3000);
}

export const watchOutbox = (): void => {
  onConnection(() => connectionNow() === 'there' && void sendAgain());
  if (inBox().length > 0) void sendAgain();
};
