import type { Command } from 'commander';
import type { Article } from '../../model/index.ts';
import { placeOf } from '../each-report.ts';
import { jsonOption, modelOption } from '../options.ts';
import { renderExplanation } from '../page/explanation.ts';
import type { Context } from '../program.ts';
import { Misuse, sayMessage } from '../talk.ts';

interface Options {
  readonly json?: true;
  readonly report?: string;
  readonly model?: string;
}

const HELP = `
ID is a statement's id as \`hearsay read\` shows it: s1, s2, …

Examples:
  hearsay explain report.html s3
  hearsay explain batch.ndjson s1 --report 2020-07-02-courier

Exit codes: 0 all well, 1 the input failed, 2 misuse or no such statement.`;

const NAMED = 5;

/** `hearsay explain FILE ID` */
export function addExplain(program: Command, context: Context): void {
  program
    .command('explain')
    .summary('say why a statement was read as it was')
    .description('Says why one statement was read as it was: every rule or score that decided it, and the words it looked at.')
    .argument('<file>', 'a report, or "-"')
    .argument('<id>', 'the id of a statement')
    .addOption(jsonOption())
    .option('--report <id>', 'id of the report, where FILE holds several')
    .addOption(modelOption())
    .addHelpText('after', HELP)
    .action((file: string, id: string, options: Options) => explain(file, id, options, context));
}

async function explain(file: string, id: string, options: Options, context: Context): Promise<void> {
  const { streams, machine } = context;
  const found = await findReport(file, options.report, context);
  if (found === undefined) return;
  const reader = await machine.openReader({ jobs: 1, ...(options.model === undefined ? {} : { model: options.model }) });
  try {
    const analysis = await reader.read(found.article);
    const statement = analysis.statements.find((candidate) => candidate.id === id);
    if (statement === undefined) {
      const ids = analysis.statements.map((candidate) => candidate.id);
      const known = ids.length === 0 ? 'it has none' : ids.length === 1 ? `it has ${ids[0]} alone` : `it has ${ids[0]} to ${ids.at(-1)}`;
      throw new Misuse(`there is no statement "${id}" in ${found.from}; ${known}`);
    }
    const json = { id: analysis.id, engine: analysis.engine, textHash: analysis.article.textHash, statement };
    const page = () => renderExplanation(analysis, statement, found.article.text, found.from, streams.stdout);
    await streams.stdout.write(options.json ? `${JSON.stringify(json)}\n` : page());
  } finally {
    await reader.close();
  }
}

/** The report that is meant; failures on the way are told. */
async function findReport(
  file: string,
  wanted: string | undefined,
  { streams, machine, exit }: Context,
): Promise<{ readonly article: Article; readonly from: string } | undefined> {
  const reports: { readonly article: Article; readonly from: string }[] = [];
  let failed = false;
  for await (const input of machine.readInputs([file], streams.stdin)) {
    if (input.kind === 'aside') continue;
    if (input.kind === 'failure') {
      failed = true;
      if (wanted === undefined) await sayMessage(streams.stderr, `${placeOf(input)}: ${input.message} (${input.code})`);
    } else if (wanted === undefined || input.article.id === wanted) {
      reports.push({ article: input.article, from: placeOf(input) });
      if (wanted !== undefined || reports.length > NAMED) break;
    }
  }
  if (wanted === undefined && reports.length > 1) {
    const names = reports.slice(0, NAMED).map(({ article }) => article.id);
    const more = reports.length > NAMED ? ', …' : '';
    throw new Misuse(`${file} holds several reports; name one with --report ID: ${names.join(', ')}${more}`);
  }
  if (reports[0] === undefined) {
    if (wanted !== undefined) throw new Misuse(`there is no report "${wanted}" in ${file}`);
    if (!failed) throw new Error(`${file}: there is no report in it`);
    exit(1);
  }
  return reports[0];
}
