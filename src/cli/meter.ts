import type { Counts } from '../casefile/index.ts';
import { bytesInWords } from './page/wording.ts';
import { spell } from './progress.ts';
import type { Streams } from './streams.ts';
import { say } from './talk.ts';

/** A line on standard error that tells how far a verification is; only on a terminal, and not for short runs. */
export interface Meter {
  readonly show: (counts: Counts) => Promise<void>;
  readonly finish: () => Promise<void>;
}

const FIRST_AFTER = 700;
const EVERY = 200;
const CLEAR = '\r\u001B[2K';

/** @param wanted false for `--no-progress` */
export function createMeter({ stderr, clock }: Streams, wanted: boolean): Meter {
  const start = clock.now();
  let last = start;
  let drawn = false;
  return {
    async show(counts) {
      const now = clock.now();
      if (!wanted || !stderr.isTerminal || now - start < FIRST_AFTER || now - last < EVERY) return;
      last = now;
      drawn = true;
      const parts = [
        `${counts.events.toLocaleString('en-GB')} events`,
        bytesInWords(counts.bytes),
        `${counts.articles.toLocaleString('en-GB')} reports`,
        `${counts.spans.toLocaleString('en-GB')} spans`,
        `${spell((now - start) / 1000)} so far`,
      ];
      await say(stderr, CLEAR + `checked ${parts.join(' · ')}`.slice(0, Math.max(1, stderr.columns - 1)));
    },
    async finish() {
      if (!drawn) return;
      drawn = false;
      await say(stderr, CLEAR);
    },
  };
}
