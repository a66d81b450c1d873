import { CommanderError } from 'commander';
import type { Machine } from './machine.ts';
import { createProgram } from './program.ts';
import { ClosedPipe, type Streams } from './streams.ts';
import { Misuse, say, sayMessage } from './talk.ts';

/**
 * Runs one command.
 *
 * @param argv the words after the program's name
 * @param machine this machine where none is given
 * @returns the exit code: 0 all well, 1 some inputs failed, 2 misuse
 * @example process.exit(await main(['read', 'report.html'], processStreams(process)))
 */
export async function main(argv: readonly string[], streams: Streams, machine?: Machine): Promise<number> {
  let exit: 0 | 1 | 2 = 0;
  const out: string[] = [];
  const err: string[] = [];
  const context = {
    streams,
    machine: machine ?? (await import('./machine.ts')).thisMachine,
    exit: (code: 0 | 1 | 2) => {
      if (code > exit) exit = code;
    },
  };
  try {
    try {
      await createProgram(context, { out: (text) => out.push(text), err: (text) => err.push(text) }).parseAsync(argv, { from: 'user' });
    } catch (error) {
      if (!(error instanceof CommanderError)) throw error;
      context.exit(error.exitCode === 0 ? 0 : 2);
    }
    await say(streams.stderr, err.join(''));
    if (out.length > 0) await streams.stdout.write(out.join(''));
  } catch (error) {
    if (error instanceof ClosedPipe) return 0;
    context.exit(error instanceof Misuse ? 2 : 1);
    await sayMessage(streams.stderr, error instanceof Error ? error.message : String(error));
  }
  return exit;
}
