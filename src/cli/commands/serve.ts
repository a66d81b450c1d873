import { randomBytes } from 'node:crypto';
import { userInfo } from 'node:os';
import { basename } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { CaseError } from '../../casefile/index.ts';
import type { Desk } from '../../server/index.ts';
import { openInBrowser } from '../open-in-browser.ts';
import { shown } from '../page/shown.ts';
import { askPassphrase, passphraseOption } from '../passphrase.ts';
import type { Context } from '../program.ts';
import { say, sayMessage } from '../talk.ts';

export interface ServeOptions {
  readonly port: number;
  readonly readOnly?: true;
  readonly open: boolean;
  readonly example?: true;
  readonly passphraseFile?: string;
}

const HELP = `
The address that it prints holds a token: whoever has it can read and change the case,
and nobody without it can. It answers to this machine alone (127.0.0.1). An encrypted
case asks for its passphrase on the page, if it is not given here. Ctrl-C ends it.

Examples:
  hearsay serve market.hearsay
  hearsay serve market.hearsay --port 4300 --read-only --no-open

Exit codes: 0 it was ended, 1 the case is not there or the port is taken, 2 misuse.`;

function parsePort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : -1;
  if (port < 0 || port > 65_535) throw new InvalidArgumentError(`expected a port from 0 to 65535, found "${text}".`);
  return port;
}

/** `hearsay serve CASE` */
export function addServe(program: Command, context: Context): void {
  program
    .command('serve')
    .summary('open the workbench on a case')
    .description('Opens the workbench: a page in the browser of this machine, in which a case is looked at and decided about.')
    .argument('<case>', 'the case file')
    .option('--port <n>', 'port to listen on; any that is free if not given', parsePort, 0)
    .option('--read-only', 'nothing can be changed')
    .option('--no-open', 'only print the address, and open no browser')
    .addOption(new Option('--example', 'the case is the example story').hideHelp())
    .addOption(passphraseOption())
    .addHelpText('after', HELP)
    .action((path: string, options: ServeOptions) => serve(path, options, context));
}

/** Faults with which there is nothing to be served; with others the page says what is wrong. */
const FATAL: ReadonlySet<string> = new Set(['missing', 'not-a-case']);

async function checkCase(path: string, { machine }: Context): Promise<void> {
  try {
    (await machine.openCase(path, { readOnly: true })).close();
  } catch (error) {
    const fault = error instanceof Error && error.name === 'CaseError' ? (error as CaseError).fault : undefined;
    if (fault === undefined || FATAL.has(fault)) throw error;
  }
}

async function serve(path: string, options: ServeOptions, context: Context): Promise<void> {
  const { streams } = context;
  await checkCase(path, context);
  const passphrase =
    options.passphraseFile === undefined
      ? undefined
      : await askPassphrase(streams, { file: options.passphraseFile, stdinTaken: false, question: `Passphrase of ${path}` });
  let port = options.port;
  const { desk, listen } = await deskOf(path, options, context);
  const { createWorkbench } = await import('../../server/index.ts');
  const token = randomBytes(32).toString('base64url');
  const workbench = createWorkbench(desk, { token, port: () => port, passphrase });
  const listening = await listen(workbench, options.port).catch(async (error) => {
    await workbench.close();
    throw portError(error, options.port);
  });
  port = listening.port;
  const address = `http://127.0.0.1:${port}/?token=${token}`;
  await streams.stdout.write(`${address}\n`);
  await say(streams.stderr, `The workbench of ${shown(path)} is open at this address, for this machine alone. Ctrl-C ends it.\n`);
  if (options.open && streams.stdout.isTerminal) openInBrowser(address);
  await ended(context);
  await workbench.close();
  await listening.close();
}

/** An error of the socket in words. */
function portError(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === 'EADDRINUSE') return new Error(`port ${port} is taken by another program. Choose another one, or leave --port out.`);
  if (error.code === 'EACCES') return new Error(`port ${port} may not be used by you. Choose one above 1023, or leave --port out.`);
  return error;
}

/** Resolves at Ctrl-C; never where there is nothing to hear that by. */
const ended = ({ streams }: Context): Promise<void> =>
  new Promise((resolve) => {
    const still = streams.onInterrupt?.(() => {
      still?.();
      void say(streams.stderr, '\nEnding …\n').then(resolve);
    });
  });

/** What the server needs, of this machine. */
async function deskOf(path: string, options: ServeOptions, { streams, machine }: Context) {
  const [{ listen, createShelf, assets }, { ENGINE_VERSION }] = await Promise.all([machine.openServing(), import('../../engine/index.ts')]);
  const desk: Desk = {
    version: machine.version(),
    engine: ENGINE_VERSION,
    caseName: basename(path),
    example: options.example === true,
    readOnly: options.readOnly === true,
    reader: readerName(),
    openCase: ({ readOnly, passphrase }) =>
      machine.openCase(path, { readOnly, patienceMs: PATIENCE, ...(passphrase === undefined ? {} : { passphrase }) }),
    // Threads of its own, so that requests are answered while reports are read.
    openReader: () => machine.openReader({ jobs: 2 }),
    openShelf: createShelf,
    asset: assets,
    clock: streams.clock.now,
    breathe: () => new Promise((resolve) => setImmediate(resolve)),
    report: (error) => void sayMessage(streams.stderr, error instanceof Error ? (error.stack ?? error.message) : String(error)),
  };
  return { desk, listen };
}

/** Milliseconds to wait for another process that writes: nobody else is answered meanwhile. */
const PATIENCE = 1500;

function readerName(): string {
  try {
    return userInfo().username;
  } catch {
    return '';
  }
}
