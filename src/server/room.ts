import { type Case, countPending, indexReports, readAnalysis } from '../casefile/index.ts';
import type { Analysis } from '../model/index.ts';
import type { Desk, DeskReader } from './desk.ts';
import type { Keeper } from './keeper.ts';
import { createFacts, type Facts } from './known/facts.ts';
import { createLedger, type Ledger } from './known/ledger.ts';
import { createRelationsKept, type RelationsKept } from './known/relations.ts';
import { createWords, type Words } from './known/words.ts';

/** What all routes share: the case, and what of it is kept ready. */
export interface Room {
  readonly desk: Desk;
  readonly keeper: Keeper;
  readonly words: Words;
  /** The decisions, up to date. */
  readonly ledger: (kept: Case) => Ledger;
  /** The rows that overviews are made of, up to date; read at the first call, which takes a moment in a large case. */
  readonly facts: (kept: Case) => Facts;
  /** What relating gave, up to date. */
  readonly relations: (kept: Case) => RelationsKept;
  /** An analysis by its number, as it was found. */
  readonly analysis: (kept: Case, number: number) => Analysis;
  readonly reader: () => Promise<DeskReader>;
  /** Something made of the case that is kept until its stamp moves. */
  readonly keep: <T>(name: string, stamp: string, make: () => T) => T;
  readonly close: () => Promise<void>;
}

/** Analyses that are kept unpacked. */
const MOST_ANALYSES = 200;

export function createRoom(desk: Desk, keeper: Keeper): Room {
  const ledger = createLedger();
  const facts = createFacts(ledger);
  const relations = createRelationsKept(facts, ledger);
  const made = new Map<string, { readonly stamp: string; readonly value: unknown }>();
  const analyses = new Map<number, Analysis>();
  let reader: Promise<DeskReader> | undefined;
  const freshLedger = (kept: Case): Ledger => {
    ledger.refresh(kept);
    return ledger;
  };
  const freshFacts = (kept: Case): Facts => {
    freshLedger(kept);
    facts.refresh(kept);
    return facts;
  };
  return {
    desk,
    keeper,
    words: createWords(),
    ledger: freshLedger,
    facts: freshFacts,
    relations(kept) {
      freshFacts(kept);
      relations.refresh(kept);
      return relations;
    },
    analysis(kept, number) {
      let known = analyses.get(number);
      if (known === undefined) {
        known = readAnalysis(kept, number).analysis;
        if (analyses.size >= MOST_ANALYSES) analyses.delete(analyses.keys().next().value!);
        analyses.set(number, known);
      }
      return known;
    },
    reader() {
      reader ??= desk.openReader().catch((error) => {
        reader = undefined;
        throw error;
      });
      return reader;
    },
    keep<T>(name: string, stamp: string, make: () => T): T {
      const known = made.get(name);
      if (known?.stamp === stamp) return known.value as T;
      const value = make();
      made.set(name, { stamp, value });
      return value;
    },
    async close() {
      const open = await reader?.catch(() => undefined);
      await open?.close();
      keeper.close();
    },
  };
}

/** Reports that are indexed at once, while a request waits. */
const AT_ONCE = 100;

/** Brings the index of searches up to date where little is missing; the rest is a job's. */
export function bringUpToDate(kept: Case): void {
  const pending = countPending(kept);
  if (pending > 0 && pending <= AT_ONCE) indexReports(kept);
}

/** What changes whenever the case does, in one look: the log's head, and how far the index of searches is. Brings that up to date where little is missing. */
export function headTag(kept: Case): string {
  let state = stateOf(kept);
  if (state.read > state.indexed && !kept.db.readOnly) {
    bringUpToDate(kept);
    state = stateOf(kept);
  }
  return `${state.number}-${state.hash.slice(7, 19)}-${state.indexed}`;
}

interface State {
  readonly [column: string]: number | string;
  readonly number: number;
  readonly hash: string;
  readonly read: number;
  readonly indexed: number;
}

const stateOf = ({ db }: Case): State =>
  db.get<State>(
    `SELECT number, hash, (SELECT coalesce(max(number), 0) FROM analyses) AS read, (SELECT coalesce(max(analysis), 0) FROM search_reports) AS indexed
     FROM events ORDER BY number DESC LIMIT 1`,
  ) ?? { number: 0, hash: '', read: 0, indexed: 0 };
