import { countPending, headOf, indexReports } from '../casefile/index.ts';
import type { Desk, OpenCase } from './desk.ts';
import { faultOf, Refusal, refusalOf } from './refusal.ts';

/** Whether the case can be worked with, and why not. */
export type CaseState =
  | { readonly state: 'open'; readonly kept: OpenCase }
  | { readonly state: 'locked' }
  | { readonly state: 'damaged' | 'busy'; readonly code: string; readonly message: string };

/** Opens the case as soon as it can be opened, and keeps it open. */
export interface Keeper {
  readonly look: () => Promise<CaseState>;
  /** The case where it is open already. */
  readonly opened: () => OpenCase | undefined;
  /** The open case. @throws Refusal where it is not open */
  readonly case: () => Promise<OpenCase>;
  /** @throws CaseError 'wrong-passphrase' */
  readonly unlock: (passphrase: string) => Promise<void>;
  /** A connection of its own, for work that takes long. */
  readonly connect: (readOnly: boolean) => Promise<OpenCase>;
  readonly encrypted: () => boolean;
  readonly readOnly: () => boolean;
  readonly close: () => void;
}

/** A passphrase as its bytes, composed (NFC), as the command line takes it too. */
const bytesOf = (passphrase: string): Uint8Array => new TextEncoder().encode(passphrase.normalize('NFC'));

/** Faults that may be over by the next request. */
const PASSING: ReadonlySet<string> = new Set(['locked', 'missing', 'failed']);

export function createKeeper(desk: Desk, given: Uint8Array | undefined): Keeper {
  let state: CaseState | undefined;
  let passphrase = given;
  let encrypted = given !== undefined;
  let readOnly = desk.readOnly;
  let opening: Promise<CaseState> | undefined;

  const openWith = async (key: Uint8Array | undefined): Promise<OpenCase> => {
    try {
      return await desk.openCase({ readOnly, passphrase: key });
    } catch (error) {
      if (faultOf(error) !== 'read-only' || readOnly) throw error;
      readOnly = true;
      return desk.openCase({ readOnly, passphrase: key });
    }
  };
  /** The index of searches is no part of the record: also of a case that is only read it is brought up to date, where the file allows that. */
  const indexOnce = async (key: Uint8Array | undefined): Promise<void> => {
    try {
      const writer = await desk.openCase({ readOnly: false, passphrase: key });
      try {
        indexReports(writer);
      } finally {
        writer.close();
      }
    } catch (error) {
      if (faultOf(error) === undefined) throw error;
    }
  };
  const open = async (): Promise<CaseState> => {
    try {
      const kept = await openWith(passphrase);
      // The first row of the log shows at once whether the file can be read at all.
      headOf(kept);
      if (readOnly && countPending(kept) > 0) await indexOnce(passphrase);
      return { state: 'open', kept };
    } catch (error) {
      const fault = faultOf(error);
      if (fault === undefined) throw error;
      if (fault === 'encrypted' || fault === 'wrong-passphrase') {
        encrypted = true;
        return { state: 'locked' };
      }
      return { state: fault === 'locked' ? 'busy' : 'damaged', code: fault, message: (error as Error).message };
    }
  };
  const look = async (): Promise<CaseState> => {
    const again = state === undefined || ('code' in state && PASSING.has(state.code));
    if (again) {
      opening ??= open().finally(() => {
        opening = undefined;
      });
      state = await opening;
    }
    return state!;
  };
  return {
    look,
    opened: () => (state?.state === 'open' ? state.kept : undefined),
    async case() {
      const now = await look();
      if (now.state === 'open') return now.kept;
      if (now.state === 'locked')
        throw new Refusal('locked', 'The case is encrypted: its passphrase is needed first (POST /api/unlock, or type it on the page).');
      throw new Refusal(now.state, now.message, now.state === 'busy' ? { retryAfter: 2 } : {});
    },
    async unlock(typed) {
      const now = await look();
      if (now.state === 'open') return;
      const key = bytesOf(typed);
      const kept = await openWith(key).catch((error) => {
        throw refusalOf(error) ?? error;
      });
      passphrase = key;
      state = { state: 'open', kept };
    },
    connect: (only) => desk.openCase({ readOnly: only || readOnly, passphrase }),
    encrypted: () => encrypted,
    readOnly: () => readOnly || (state?.state === 'open' && state.kept.db.readOnly),
    close() {
      if (state?.state === 'open') state.kept.close();
      state = undefined;
    },
  };
}
