import type { Command } from 'commander';
import { findThing, historyOf, type LoggedEvent, readLog } from '../../casefile/index.ts';
import { withCase } from '../case.ts';
import { renderEvent } from '../page/event.ts';
import { passphraseOption } from '../passphrase.ts';
import type { Context } from '../program.ts';

interface Options {
  readonly json?: true;
  readonly passphraseFile?: string;
}

const HELP = `
Without ID the whole log, oldest first; with ID what happened to one thing (r1, r1/s3,
a person's or cluster's id): how it came in, what was read, what was decided.

Examples:
  hearsay log market.hearsay
  hearsay log market.hearsay r1/s3
  hearsay log market.hearsay --json | tail -1

Exit codes: 0 all well, 1 there is no such thing, 2 misuse.`;

/** `hearsay log CASE [ID]` */
export function addLog(program: Command, context: Context): void {
  program
    .command('log')
    .summary('show the history of a case, or of one thing in it')
    .description('Shows what happened to a case: every change, by whom or what, and when. Nothing in it is ever taken back.')
    .argument('<case>', 'the case file')
    .argument('[id]', 'a report, a statement, a speaker, a person or a cluster')
    .option('--json', 'NDJSON, on a terminal too: an event a line, with its hash')
    .addOption(passphraseOption())
    .addHelpText('after', HELP)
    .action((path: string, id: string | undefined, options: Options) =>
      withCase(context, path, { readOnly: true, passphraseFile: options.passphraseFile }, async (file) => {
        const { stdout } = context.streams;
        const events: Iterable<LoggedEvent> = id === undefined ? readLog(file) : historyOf(file, findThing(file, id));
        for (const event of events) await stdout.write(options.json ? `${JSON.stringify(event)}\n` : `${renderEvent(event, stdout)}\n`);
      }),
    );
}
