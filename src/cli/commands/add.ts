import type { Command } from 'commander';
import { type Added, add } from '../../casefile/index.ts';
import type { Article } from '../../model/index.ts';
import type { CaseFile } from '../../node/index.ts';
import { withCase } from '../case.ts';
import type { Reader } from '../machine.ts';
import { jobsOption, jsonOption, modelOption, progressOption } from '../options.ts';
import { addedLine, summaryOf, type Tally, tallied } from '../page/added.ts';
import { shown } from '../page/shown.ts';
import { passphraseOption } from '../passphrase.ts';
import { planAdd } from '../plan-add.ts';
import type { Context } from '../program.ts';
import { createProgress, type Progress } from '../progress.ts';
import { say, sayMessage } from '../talk.ts';
import { bringUpToDate } from './search.ts';

export interface AddOptions {
  readonly json?: true;
  readonly dryRun?: true;
  readonly allowPrivate?: true;
  readonly jobs: number;
  readonly progress: boolean;
  readonly model?: string;
  readonly passphraseFile?: string;
}

const HELP = `
PATH is a file, a folder, a pattern ("clips/*.html"), an address, or "-" for standard
input; docs/inputs.md says what can be read. NDJSON may hold reports, or analyses that
\`hearsay read\` or \`hearsay export\` wrote: those are kept as they are.
What is in the case already is not added again. A run that was broken off, by Ctrl-C
or a power cut, goes on where it stopped when the same command is given again.

Examples:
  hearsay add market.hearsay clips/
  hearsay add market.hearsay --jobs 2 "clips/**/*.html" https://example.org/report
  hearsay read big/ | hearsay add market.hearsay -

Exit codes: 0 all well, 1 some inputs failed (each is listed) or it was broken off, 2 misuse.`;

/** `hearsay add CASE PATH|URL…` */
export function addAdd(program: Command, context: Context): void {
  program
    .command('add')
    .summary('add reports to a case file')
    .description('Keeps whatever was collected in a case file: the bytes as received, the texts, and what is read in them.')
    .argument('<case>', 'the case file')
    .argument('<path...>', 'files, folders, patterns, addresses, or "-"')
    .option('--dry-run', 'say what would be added, and add nothing')
    .option('--allow-private', 'ask addresses of this machine and of private networks too')
    .addOption(jsonOption())
    .addOption(jobsOption())
    .addOption(progressOption())
    .addOption(modelOption())
    .addOption(passphraseOption())
    .addHelpText('after', HELP)
    .action((path: string, paths: string[], options: AddOptions) => {
      const access = { readOnly: options.dryRun === true, passphraseFile: options.passphraseFile, stdinTaken: paths.includes('-') };
      return withCase(context, path, access, (file) =>
        options.dryRun ? planAdd(context, file, paths, options) : run(context, file, path, paths, options),
      );
    });
}

/** Opens the reader when the first report needs it: a batch of analyses needs none. */
function lazyReader({ machine }: Context, options: AddOptions) {
  let opening: Promise<Reader> | undefined;
  const open = (): Promise<Reader> => {
    opening ??= machine.openReader({ jobs: options.jobs, ...(options.model === undefined ? {} : { model: options.model }) });
    return opening;
  };
  return {
    read: async (article: Article) => (await open()).read(article),
    close: async () =>
      opening?.then(
        (reader) => reader.close(),
        () => {},
      ),
  };
}

async function run(context: Context, file: CaseFile, path: string, paths: readonly string[], options: AddOptions): Promise<void> {
  const { streams, machine, exit } = context;
  let stopped = false;
  const still = streams.onInterrupt?.(() => {
    if (stopped) process.exit(130);
    stopped = true;
    void say(streams.stderr, '\nStopping after the report in hand … (Ctrl-C again: at once; nothing is lost either way)\n');
  });
  const progress = createProgress(streams, options.progress, undefined);
  const counting = machine.countReports(paths).then((total) => total !== undefined && progress.setTotal(total));
  counting.catch(() => {});
  const reader = lazyReader(context, options);
  const tally: Tally = { reports: 0, statements: 0, known: 0, duplicates: 0, links: 0, failed: 0, things: 0 };
  try {
    const settings = { read: reader.read, ahead: options.jobs * 2, stop: () => stopped };
    for await (const added of add(file, machine.receive(paths, streams.stdin, options), settings)) {
      tallied(tally, added);
      if (added.kind !== 'done' && added.kind !== 'told') progress.step(added.kind === 'failed');
      await progress.aside(() => tell(context, added, options));
    }
  } finally {
    still?.();
    await finish(progress, reader);
  }
  if (!stopped) await bringUpToDate(context, file, options.progress);
  if (tally.failed > 0 || stopped) exit(1);
  if (stopped) await sayMessage(streams.stderr, `stopped after ${summaryOf(tally)}. The same command goes on from there.`);
  else if (options.json === undefined) await sayMessage(streams.stderr, summaryOf(tally));
  if (tally.reports > 0 && !stopped && streams.stderr.isTerminal && streams.stdout.isTerminal) {
    await say(streams.stderr, `Look at one: hearsay show ${shown(path)} r1\n`);
  }
}

async function finish(progress: Progress, reader: { readonly close: () => Promise<unknown> }): Promise<void> {
  await progress.finish();
  await reader.close();
}

async function tell({ streams }: Context, added: Added, options: AddOptions): Promise<void> {
  if (options.json) {
    if (added.kind !== 'done') await streams.stdout.write(`${JSON.stringify(jsonOf(added))}\n`);
  } else if (added.kind !== 'failed') {
    const line = addedLine(added, streams.stdout);
    if (line !== undefined) await streams.stdout.write(`${line}\n`);
  }
  if (added.kind === 'failed') await sayMessage(streams.stderr, `${placeOf(added)}: ${added.message} (${added.code})`);
}

/** Where something stands: the file, and its part. */
export function placeOf({ from, part }: Pick<Added, 'from' | 'part'>): string {
  const place = from === '-' ? 'standard input' : from;
  return part === undefined ? place : `${place}:${part.number}`;
}

/** An outcome as a line of JSON; of an analysis only how many statements it has. */
export function jsonOf(added: Added): object {
  if (added.kind !== 'report') return added;
  const { analysis, article, ...rest } = added;
  return { ...rest, report: `r${article.number}`, id: article.id, statements: analysis.statements.length };
}
