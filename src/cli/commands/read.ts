import { type Command, Option } from 'commander';
import type { Analysis } from '../../model/index.ts';
import { inOrder } from '../in-order.ts';
import type { Input } from '../machine.ts';
import { jobsOption, jsonOption, modelOption, progressOption } from '../options.ts';
import { renderPage } from '../page/page.ts';
import { shown } from '../page/shown.ts';
import { paintWith } from '../page/style.ts';
import type { Context } from '../program.ts';
import { createProgress } from '../progress.ts';
import { say, sayMessage } from '../talk.ts';

interface Options {
  readonly json?: true;
  readonly page?: true;
  readonly jobs: number;
  readonly progress: boolean;
  readonly model?: string;
}

/** Notices of an input in which there was nothing to read: its analysis is given, and it counts as failed. */
const UNREAD: ReadonlySet<string> = new Set(['empty-text', 'binary-bytes', 'no-text-layer']);

type Failure = Extract<Input, { kind: 'failure' }>;
type Aside = Extract<Input, { kind: 'aside' }>;
type Outcome = Failure | Aside | { readonly kind: 'read'; readonly analysis: Analysis; readonly text: string; readonly place: string };

const HELP = `
FILE is a text, a page, a PDF, a mail, a feed, a table (CSV), a WARC or WACZ,
a folder of these, or NDJSON with one report a line:
{id, text, title?, publisher?, published?, url?}; "-" is standard input.
On a terminal the result is a page, in a pipe NDJSON, one analysis a line.

Examples:
  hearsay read report.html
  hearsay read --jobs 2 reports/ > found.ndjson
  cat batch.ndjson | hearsay read - | head -1

Exit codes: 0 all well, 1 some inputs failed (each is listed), 2 misuse.`;

/** `hearsay read FILE…` */
export function addRead(program: Command, context: Context): void {
  program
    .command('read')
    .summary('find the attributed statements of reports')
    .description('Finds every attributed statement of the reports: who said it, by what words, and what was said.')
    .argument('<file...>', 'reports, folders, batches, archives, or "-"')
    .addOption(jsonOption())
    .addOption(new Option('--page', 'a page for people, in a pipe too').conflicts('json'))
    .addOption(jobsOption())
    .addOption(progressOption())
    .addOption(modelOption())
    .addHelpText('after', HELP)
    .action((files: string[], options: Options) => read(files, options, context));
}

/** Where an input stands: the file, and the line of a batch. */
export const placeOf = ({ from, line }: Input): string => {
  const place = from === '-' ? 'standard input' : from;
  return line === undefined ? place : `${place}:${line}`;
};

async function read(files: readonly string[], options: Options, { streams, machine, exit }: Context): Promise<void> {
  const { stdout, stderr } = streams;
  const asPage = options.page ?? (stdout.isTerminal && options.json === undefined);
  const progress = createProgress(streams, options.progress, machine.count(files));
  const opening = machine.openReader({ jobs: options.jobs, ...(options.model === undefined ? {} : { model: options.model }) });
  opening.catch(() => {});
  const work = async (input: Input): Promise<Outcome> => {
    if (input.kind !== 'article') return input;
    const reader = await opening;
    const { article, from, line } = input;
    try {
      return { kind: 'read', analysis: await reader.read(article), text: article.text, place: placeOf(input) };
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      return { kind: 'failure', from, code: 'not-read', message, ...(line === undefined ? {} : { line }) };
    }
  };
  async function* inputs(): AsyncGenerator<Input> {
    let count = 0;
    for await (const input of machine.readInputs(files, streams.stdin)) {
      if (input.kind !== 'aside') count++;
      yield input;
    }
    progress.setTotal(count);
  }
  let done = 0;
  let found = 0;
  let failed = 0;
  try {
    for await (const outcome of inOrder(inputs(), options.jobs === 1 ? 1 : options.jobs * 2, work)) {
      if (outcome.kind === 'aside') {
        await progress.aside(() => sayMessage(stderr, `${placeOf(outcome)}: ${outcome.message}`));
        continue;
      }
      done++;
      progress.step(outcome.kind === 'failure');
      await progress.aside(async () => {
        if (outcome.kind === 'failure') {
          failed++;
          await sayMessage(stderr, `${placeOf(outcome)}: ${outcome.message} (${outcome.code})`);
        } else if (asPage) {
          found += outcome.analysis.statements.length;
          await stdout.write(renderPage(outcome.analysis, outcome.text, outcome.place, stdout));
        } else {
          await stdout.write(`${JSON.stringify(outcome.analysis)}\n`);
        }
        const unread = outcome.kind === 'read' ? outcome.analysis.notices.find(({ code }) => UNREAD.has(code)) : undefined;
        if (unread !== undefined && outcome.kind === 'read') {
          failed++;
          await sayMessage(stderr, `${outcome.place}: ${unread.message} (${unread.code})`);
        }
      });
    }
  } finally {
    await progress.finish();
    await opening.then(
      (reader) => reader.close(),
      () => {},
    );
  }
  if (failed > 0) {
    exit(1);
    if (done > 1) await sayMessage(stderr, `${failed} of ${done} inputs failed; the others were read`);
  }
  if (found > 0 && stdout.isTerminal && stderr.isTerminal) {
    const quiet = paintWith(stderr.colour);
    await say(stderr, `${quiet('quiet', LEGEND(files.length === 1 ? files[0]! : 'FILE'))}\n`);
  }
}

const LEGEND = (file: string): string =>
  `●●●● sure … ●○○○ doubtful: how far the reading can be trusted, never whether a statement is true.\nWhy one was read so: hearsay explain ${shown(/\s/.test(file) ? JSON.stringify(file) : file)} s1`;
