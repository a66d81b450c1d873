import type { Case } from '../case.ts';
import { headOf } from '../event.ts';
import type { ReadTimestamp } from '../timestamp.ts';
import { checkAnalyses } from './check-analyses.ts';
import { checkArticles, checkTexts } from './check-articles.ts';
import { checkBalance } from './check-balance.ts';
import { checkDecisions } from './check-decisions.ts';
import { checkFile } from './check-file.ts';
import { checkLog } from './check-log.ts';
import { checkReceived } from './check-received.ts';
import { checkRelations } from './check-relations.ts';
import { checkTimestamps, type Stamp } from './check-timestamps.ts';
import { type Counts, type Fault, noCounts } from './fault.ts';

export interface VerifyOptions {
  /** A hash of the log's head, noted down at another time: the log must hold it. */
  readonly head?: string | undefined;
  /** Reads timestamps; without it they are held against the log alone. */
  readonly readTimestamp?: ReadTimestamp | undefined;
}

export type Verification =
  | { readonly kind: 'progress'; readonly counts: Counts }
  | { readonly kind: 'fault'; readonly fault: Fault }
  /** The end: what was checked, the log's head, and the timestamps that hold, where they were read. */
  | { readonly kind: 'done'; readonly counts: Counts; readonly head: string; readonly faults: number; readonly stamps: readonly Stamp[] };

/**
 * Proves all that is kept: SQLite's own integrity, the log's chain, every byte and text against its hash, every span against
 * its text, and the rows beside them against what was recorded. Goes on after a fault.
 *
 * @example for (const step of verify(kept)) if (step.kind === 'fault') step.fault.where
 */
export function* verify(kept: Case, options: VerifyOptions = {}): Generator<Verification> {
  const counts = noCounts();
  const stamps: Stamp[] = [];
  let faults = 0;
  const checks = [
    checkFile(kept),
    checkLog(kept, counts, options.head),
    checkReceived(kept, counts),
    checkTexts(kept, counts),
    checkArticles(kept, counts),
    checkAnalyses(kept, counts),
    checkDecisions(kept, counts),
    checkRelations(kept, counts),
    checkTimestamps(kept, counts, stamps, options.readTimestamp),
    checkBalance(kept),
  ];
  for (const check of checks) {
    for (const fault of check) {
      if (fault === undefined) yield { kind: 'progress', counts };
      else {
        faults++;
        yield { kind: 'fault', fault };
      }
    }
  }
  yield { kind: 'done', counts, head: headOf(kept)?.hash ?? '', faults, stamps };
}
