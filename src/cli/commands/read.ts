import type { Command } from 'commander';
import { type Analysis, analysisJson } from '../../model/index.ts';
import { eachReport, type ReportOptions } from '../each-report.ts';
import { jobsOption, jsonOption, modelOption, pageOption, progressOption } from '../options.ts';
import { renderPage } from '../page/page.ts';
import { shown } from '../page/shown.ts';
import { paintWith } from '../page/style.ts';
import { wrap } from '../page/wrap.ts';
import type { Context } from '../program.ts';
import type { Sink } from '../streams.ts';
import { say } from '../talk.ts';

interface Options extends ReportOptions {
  readonly json?: true;
  readonly page?: true;
}

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
    .addOption(pageOption())
    .addOption(jobsOption())
    .addOption(progressOption())
    .addOption(modelOption())
    .addHelpText('after', HELP)
    .action((files: string[], options: Options) => read(files, options, context));
}

async function read(files: readonly string[], options: Options, context: Context): Promise<void> {
  const { stdout, stderr } = context.streams;
  const asPage = options.page ?? (stdout.isTerminal && options.json === undefined);
  let found = 0;
  await eachReport<{ readonly analysis: Analysis; readonly text: string }>(files, options, context, {
    work: async (reader, article) => ({ analysis: await reader.read(article), text: article.text }),
    noticesOf: ({ analysis }) => analysis.notices,
    async show({ analysis, text }, place) {
      if (asPage) found += analysis.statements.length;
      if (asPage) await stdout.write(renderPage(analysis, text, place, stdout));
      else await writeLine(stdout, analysisJson(analysis));
    },
  });
  if (found > 0 && stdout.isTerminal && stderr.isTerminal) {
    const rows = LEGEND(files.length === 1 ? files[0]! : 'FILE').flatMap((line) =>
      wrap([[line, 'quiet']], stderr.columns, paintWith(stderr.colour)),
    );
    await say(stderr, `${rows.join('\n')}\n`);
  }
}

/** Writes the parts as one line; the line's end goes with the last of them. */
async function writeLine(sink: Sink, parts: Iterable<string>): Promise<void> {
  let waiting = '';
  for (const part of parts) {
    if (waiting !== '') await sink.write(waiting);
    waiting = part;
  }
  await sink.write(`${waiting}\n`);
}

const LEGEND = (file: string): readonly string[] => [
  '●●●● sure … ●○○○ doubtful: how far the reading can be trusted, never whether a statement is true.',
  `Why one was read so: hearsay explain ${shown(/\s/.test(file) ? JSON.stringify(file) : file)} s1`,
];
