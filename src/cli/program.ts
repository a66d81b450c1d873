import { type Argument, Command } from 'commander';
import { addAdd } from './commands/add.ts';
import { addCheck } from './commands/check.ts';
import { addExplain } from './commands/explain.ts';
import { addExport } from './commands/export.ts';
import { addLog } from './commands/log.ts';
import { addNew } from './commands/new.ts';
import { addRead } from './commands/read.ts';
import { addRelate } from './commands/relate.ts';
import { addReview } from './commands/review.ts';
import { addSearch } from './commands/search.ts';
import { addServe } from './commands/serve.ts';
import { addShow } from './commands/show.ts';
import { addStamp } from './commands/stamp.ts';
import { addVerify } from './commands/verify.ts';
import type { Machine } from './machine.ts';
import { paintWith } from './page/style.ts';
import type { Streams } from './streams.ts';

/** What every command is handed. */
export interface Context {
  readonly streams: Streams;
  readonly machine: Machine;
  /** Remembers the exit code; the gravest stands. */
  readonly exit: (code: 0 | 1 | 2) => void;
}

/** Where commander's own texts (help, errors) go. */
export interface Written {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

const EPILOGUE = `
Examples:
  hearsay read report.html             a page of who said what
  hearsay read folder/ > found.ndjson  one analysis a line
  hearsay explain report.html s3       why statement s3 was read so
  hearsay check report.html            what does not meet which house rule
  hearsay relate found.ndjson          who told it first, who only passes it on
  hearsay new market.hearsay           a case file, to keep reports in
  hearsay add market.hearsay clips/    keeps all that is in a folder
  hearsay search market.hearsay flood  who said what about it
  hearsay serve market.hearsay         the workbench, in the browser

Results go to standard output, talk to standard error.
Exit codes: 0 all well, 1 some inputs failed, 2 misuse.`;

const argumentName = (argument: Argument): string => {
  const name = argument.name() + (argument.variadic ? '...' : '');
  return argument.required ? `<${name}>` : `[${name}]`;
};

/** The row of commands. */
export function createProgram(context: Context, written: Written): Command {
  const { stdout, stderr } = context.streams;
  const title = paintWith(true);
  const program = new Command('hearsay')
    .description(
      'Reads news reports and keeps the record of who said what, and on whose word.\nIt tells who said it and on what basis, never whether it is true.',
    )
    .usage('<command> [options]')
    .configureOutput({
      writeOut: written.out,
      writeErr: written.err,
      outputError: (text, write) => write(text.replace(/^error: /, 'hearsay: ')),
      getOutHelpWidth: () => Math.min(stdout.columns, 100),
      getErrHelpWidth: () => Math.min(stderr.columns, 100),
      getOutHasColors: () => stdout.colour,
      getErrHasColors: () => stderr.colour,
    })
    .configureHelp({
      styleTitle: (text) => title('title', text),
      // Without "[options]", so that what each command does has room beside it.
      subcommandTerm: (command) => [command.name(), ...command.registeredArguments.map(argumentName)].join(' '),
    })
    .exitOverride()
    .showHelpAfterError('Try: hearsay read FILE, or: hearsay --help')
    .version(context.machine.version(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show help')
    .helpCommand('help [command]', 'show help of a command')
    .addHelpText('after', EPILOGUE);
  addRead(program, context);
  addExplain(program, context);
  addCheck(program, context);
  addRelate(program, context);
  addNew(program, context);
  addAdd(program, context);
  addShow(program, context);
  addReview(program, context);
  addLog(program, context);
  addVerify(program, context);
  addStamp(program, context);
  addSearch(program, context);
  addExport(program, context);
  addServe(program, context);
  return program;
}
