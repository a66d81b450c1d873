import { counted } from './page/wording.ts';
import type { Streams } from './streams.ts';
import { say } from './talk.ts';

/** A line on standard error that tells how far a run is; it is only ever seen on a terminal, and not for short runs. */
export interface Progress {
  /** One more input is through. */
  step(failed: boolean): void;
  /** Tells how many there are in all. */
  setTotal(total: number): void;
  /** Takes the line away while something else is written, then puts it back. */
  aside(write: () => Promise<void>): Promise<void>;
  /** Takes the line away for good and, if it was ever seen, says what was done. */
  finish(): Promise<void>;
}

export interface ProgressState {
  readonly done: number;
  readonly failed: number;
  readonly total: number | undefined;
  /** Since the start. */
  readonly milliseconds: number;
}

const FIRST_AFTER = 700;
const EVERY = 200;
const CLEAR = '\r\u001B[2K';

/** @example spell(125) // '2 min 5 s' */
export function spell(seconds: number): string {
  const s = Math.max(0, Math.round(seconds));
  if (s < 60) return `${s} s`;
  if (s < 3600) return `${Math.floor(s / 60)} min ${s % 60} s`;
  return `${Math.floor(s / 3600)} h ${Math.floor((s % 3600) / 60)} min`;
}

const number = (value: number): string => value.toLocaleString('en-GB', { maximumFractionDigits: value < 10 ? 1 : 0 });

/**
 * The line: done, total, failed, rate and time left, as far as each is known.
 * @example progressLine({ done: 30, failed: 1, total: 120, milliseconds: 10_000 }) // '30 of 120 · 1 failed · 3 reports/s · 30 s left'
 */
export function progressLine({ done, failed, total, milliseconds }: ProgressState): string {
  const parts = [total === undefined ? `${number(done)} done` : `${number(done)} of ${number(total)}`];
  if (failed > 0) parts.push(`${number(failed)} failed`);
  const rate = milliseconds > 0 ? done / (milliseconds / 1000) : 0;
  if (done > 0) parts.push(rate >= 1 ? `${number(rate)} reports/s` : `${number(rate * 60)} reports/min`);
  if (done > 0 && total !== undefined) parts.push(`${spell((total - done) / rate)} left`);
  else parts.push(`${spell(milliseconds / 1000)} so far`);
  return parts.join(' · ');
}

const silent: Progress = { step() {}, setTotal() {}, aside: (write) => write(), async finish() {} };

/** @param wanted false for `--no-progress`; then, and where standard error is no terminal, nothing is ever shown */
export function createProgress({ stderr, clock }: Streams, wanted: boolean, total: number | undefined): Progress {
  if (!wanted || !stderr.isTerminal) return silent;
  const start = clock.now();
  let state: ProgressState = { done: 0, failed: 0, total, milliseconds: 0 };
  let seen = false;
  let drawn = false;
  let hidden = 0;
  const draw = () => {
    state = { ...state, milliseconds: clock.now() - start };
    if (hidden > 0 || state.milliseconds < FIRST_AFTER) return;
    seen = true;
    drawn = true;
    void say(stderr, CLEAR + progressLine(state).slice(0, Math.max(1, stderr.columns - 1))).catch(() => {});
  };
  const clear = async () => {
    if (!drawn) return;
    drawn = false;
    await say(stderr, CLEAR);
  };
  const stop = clock.every(EVERY, draw);
  return {
    step(failed) {
      state = { ...state, done: state.done + 1, failed: state.failed + (failed ? 1 : 0) };
    },
    setTotal(found) {
      state = { ...state, total: found };
    },
    async aside(write) {
      hidden++;
      await clear();
      try {
        await write();
      } finally {
        hidden--;
      }
    },
    async finish() {
      stop();
      hidden++;
      await clear();
      const { done, failed, milliseconds } = state;
      const lost = failed > 0 ? `, ${number(failed)} failed` : '';
      if (seen) await say(stderr, `${counted(done, 'report')} in ${spell(milliseconds / 1000)}${lost}\n`);
    },
  };
}
