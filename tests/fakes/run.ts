import type { Machine } from '../../src/cli/machine.ts';
import { main } from '../../src/cli/main.ts';
import type { Streams } from '../../src/cli/streams.ts';
import { fakeMachine, fakeStreams } from './machine.ts';

/** What a run has beside its words: what its terminals are, and parts of its process and machine. */
export type Extra = {
  readonly out?: object;
  readonly err?: object;
  readonly streams?: Partial<Streams>;
  readonly machine?: Partial<Machine>;
};

/** Runs a command on real case files with a reader that is none; gives its exit code and what it wrote. */
export async function run(argv: readonly string[], { out = {}, err = {}, streams: more = {}, machine = {} }: Extra = {}) {
  const streams = fakeStreams(out, err);
  const code = await main(argv, { ...streams, ...more }, fakeMachine({}, machine));
  return { code, out: streams.stdout.text(), err: streams.stderr.text() };
}

/** The lines of NDJSON. */
export const linesOf = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
