import type { Command } from 'commander';
import { shown } from '../page/shown.ts';
import { askPassphrase, passphraseOption } from '../passphrase.ts';
import type { Context } from '../program.ts';
import { say, sayMessage } from '../talk.ts';

interface Options {
  readonly encrypt?: true;
  readonly passphraseFile?: string;
}

const HELP = `
CASE is the file to be made, by custom NAME.hearsay. One file holds the case: the
bytes as received, the texts, what was read in them, what people decided, the log.

Examples:
  hearsay new market.hearsay
  hearsay new --encrypt market.hearsay
  hearsay new --encrypt --passphrase-file secret.txt market.hearsay

An encrypted case cannot be read without its passphrase, by anybody: keep it well.

Exit codes: 0 made, 1 it cannot be made, 2 misuse.`;

/** `hearsay new CASE` */
export function addNew(program: Command, context: Context): void {
  program
    .command('new')
    .summary('make a case file')
    .description('Makes an empty case file.')
    .argument('<case>', 'the file to be made')
    .option('--encrypt', 'encrypt it; the passphrase is asked for')
    .addOption(passphraseOption())
    .addHelpText('after', HELP)
    .action((path: string, options: Options) => make(path, options, context));
}

async function make(path: string, options: Options, { streams, machine }: Context): Promise<void> {
  const encrypted = options.encrypt === true || options.passphraseFile !== undefined;
  const name = /\.[^/.]+$/.test(path) ? path : `${path}.hearsay`;
  await machine.checkNewCase(name);
  const passphrase = encrypted
    ? await askPassphrase(streams, { file: options.passphraseFile, stdinTaken: false, fresh: true, question: `Passphrase for ${name}` })
    : undefined;
  const file = await machine.createCase(name, passphrase === undefined ? {} : { passphrase });
  file.close();
  await streams.stdout.write(`${name}\n`);
  if (!streams.stderr.isTerminal) return;
  await sayMessage(
    streams.stderr,
    `made ${encrypted ? 'an encrypted' : 'a'} case file. Add reports to it: hearsay add ${quoted(name)} FILE…`,
  );
  if (encrypted) await say(streams.stderr, 'Nobody can open it without its passphrase, not even by way of Hearsay: keep it well.\n');
}

/** A path as a shell takes it. */
export const quoted = (path: string): string => shown(/^[\w./@%+,:=-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`);
