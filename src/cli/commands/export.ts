import { type Command, Option } from 'commander';
import { countRecords, describeQuery, parseQuery, type Query, readRecords } from '../../casefile/index.ts';
import { CSV_TABLES, type CsvTable, exportRecords, FORMATS, type Format, type FormatName } from '../../export/index.ts';
import type { CaseFile } from '../../node/index.ts';
import { withCaseToRead } from '../case.ts';
import { progressOption } from '../options.ts';
import { shownLines } from '../page/shown.ts';
import { counted } from '../page/wording.ts';
import { passphraseOption } from '../passphrase.ts';
import type { Context } from '../program.ts';
import { createProgress } from '../progress.ts';
import { Misuse, sayMessage } from '../talk.ts';
import { bringUpToDate } from './search.ts';

interface Options {
  readonly format: FormatName;
  readonly table?: CsvTable;
  readonly bom?: true;
  readonly query?: string;
  readonly progress: boolean;
  readonly passphraseFile?: string;
}

const HELP = `
Formats:
${Object.values(FORMATS)
  .map(({ name, summary }) => `  ${name.padEnd(8)} ${summary}`)
  .join('\n')}

Tables of CSV:
${Object.entries(CSV_TABLES)
  .map(([name, { summary }]) => `  ${name.padEnd(12)} ${summary}`)
  .join('\n')}

Examples:
  hearsay export market.hearsay > market.ndjson
  hearsay export market.hearsay --format csv --query 'wrong:killing' > killings.csv
  hearsay export market.hearsay --format csv --table reports --bom > reports.csv

Exit codes: 0 all well, 1 the case cannot be read, 2 misuse.`;

/** `hearsay export CASE --format F` */
export function addExport(program: Command, context: Context): void {
  program
    .command('export')
    .summary('write a case in another format')
    .description('Writes the reports of a case, with what was read in them and what people decided, to standard output.')
    .argument('<case>', 'the case file')
    .addOption(new Option('--format <name>', 'format to write').choices(Object.keys(FORMATS)).default('ndjson'))
    .addOption(new Option('--table <name>', 'table of CSV; statements if not given').choices(Object.keys(CSV_TABLES)))
    .option('--bom', 'begin CSV with a byte order mark, which older versions of Excel need')
    .option('--query <query>', 'only reports that a search finds, each whole')
    .addOption(progressOption())
    .addOption(passphraseOption())
    .addHelpText('after', HELP)
    .action((path: string, options: Options) => {
      if (options.format !== 'csv' && (options.table !== undefined || options.bom))
        throw new Misuse(`--table and --bom belong to --format csv; ${options.format} has neither`);
      return withCaseToRead(context, path, { passphraseFile: options.passphraseFile }, (file) => write(context, file, options));
    });
}

/** The search that narrows the export; what had to be repaired in it is told. */
async function queryOf(context: Context, file: CaseFile, { query: typed, progress }: Options): Promise<Query | undefined> {
  if (typed === undefined) return undefined;
  const query = parseQuery(typed);
  if (query.repairs.length > 0 && query.wanted === null) {
    throw new Misuse(`nothing can be looked for with --query "${typed}": ${query.repairs.map(({ message }) => message).join(' ')}`);
  }
  for (const { message } of query.repairs) await sayMessage(context.streams.stderr, message);
  if (query.repairs.length > 0) await sayMessage(context.streams.stderr, `--query was read as: ${describeQuery(query.wanted)}`);
  await bringUpToDate(context, file, progress);
  return query;
}

async function write(context: Context, file: CaseFile, options: Options): Promise<void> {
  const { streams } = context;
  const query = await queryOf(context, file, options);
  const { reports, unread } = countRecords(file, query);
  const progress = createProgress(streams, options.progress && !streams.stdout.isTerminal, reports);
  function* records() {
    for (const record of readRecords(file, query)) {
      yield record;
      progress.step(false);
    }
  }
  const format: Format = FORMATS[options.format];
  const { stdout } = streams;
  // What a report holds must not rule the terminal; a file and a pipe get it as it is.
  const sink = stdout.isTerminal ? { write: (text: string) => stdout.write(shownLines(text)) } : stdout;
  const settings = options.format === 'csv' ? { table: options.table, bom: options.bom } : {};
  const exported = await exportRecords(records(), format.open(sink, settings)).finally(() => progress.finish());
  for (const note of exported.notes) await sayMessage(streams.stderr, note);
  if (unread > 0) {
    const are = unread === 1 ? 'is' : 'are';
    await sayMessage(
      streams.stderr,
      `${counted(unread, 'report')} ${are} not in it, since nobody has read ${unread === 1 ? 'it' : 'them'} yet. hearsay add reads them.`,
    );
  }
}
