import { Argument, type Command, Option } from 'commander';
import { readArticle } from '../../casefile/index.ts';
import type { CheckedReport, HouseProfile, WireCheck } from '../../model/index.ts';
import type { CaseFile } from '../../node/index.ts';
import { caseAmong, withCase } from '../case.ts';
import { eachReport, type ReportOptions, type ReportWork } from '../each-report.ts';
import type { Input } from '../machine.ts';
import { jobsOption, jsonOption, modelOption, pageOption, progressOption } from '../options.ts';
import { placedFindings, renderFindings } from '../page/findings.ts';
import { passphraseOption } from '../passphrase.ts';
import type { Context } from '../program.ts';
import { Misuse } from '../talk.ts';

interface Options extends ReportOptions {
  readonly json?: true;
  readonly page?: true;
  readonly rules?: string;
  readonly printRules?: true;
  readonly passphraseFile?: string;
}

const HELP = `
A finding says that a place does not meet a rule, and judges no report.
FILE is what \`hearsay read\` takes, or one case file, whose reports are then
looked at. Without --rules the profile "default" is used; --print-rules prints
it, to be edited and given back with --rules.

Examples:
  hearsay check report.html
  hearsay check --print-rules > desk.json
  hearsay check --rules desk.json reports/ > findings.ndjson
  hearsay check market.hearsay

Exit codes: 0 all well, findings or none; 1 some inputs failed, 2 misuse, or
house rules that cannot be read.`;

/** `hearsay check FILE…`, `hearsay check CASE` */
export function addCheck(program: Command, context: Context): void {
  program
    .command('check')
    .summary('list what does not meet which house rule')
    .description("Lists where reports do not meet a newsroom's rules on sources: which rule, at which words.")
    .addArgument(new Argument('[file...]', 'reports, folders, NDJSON batches, a case file, or "-"'))
    .option('--rules <file>', 'house rules of your own, as JSON')
    .addOption(new Option('--print-rules', 'print the rules that would be used, and check nothing'))
    .addOption(jsonOption())
    .addOption(pageOption())
    .addOption(jobsOption())
    .addOption(progressOption())
    .addOption(modelOption())
    .addOption(passphraseOption())
    .addHelpText('after', HELP)
    .action((files: string[], options: Options) => check(files, options, context));
}

async function check(files: readonly string[], options: Options, context: Context): Promise<void> {
  const { stdout } = context.streams;
  const profile = await profileOf(options.rules, context);
  if (options.printRules) {
    if (files.length > 0) throw new Misuse('--print-rules checks nothing: give it no FILE');
    await stdout.write(`${JSON.stringify(profile, null, 2)}\n`);
    return;
  }
  if (files.length === 0) throw new Misuse("missing argument 'file': name the reports to check (hearsay check report.html)");
  const asPage = options.page ?? (stdout.isTerminal && options.json === undefined);
  const work: ReportWork<CheckedReport> = {
    work: (reader, article) => reader.check(article, profile),
    noticesOf: ({ analysis }) => analysis.notices,
    show: (checked, place) => stdout.write(asPage ? renderFindings(checked, place, stdout) : `${JSON.stringify(lineOf(checked))}\n`),
  };
  const path = await caseAmong(files, context);
  if (path === undefined) return eachReport(files, options, context, work);
  return withCase(context, path, { readOnly: true, passphraseFile: options.passphraseFile }, (file) => {
    const { n: total } = file.db.get<{ n: number }>('SELECT count(*) AS n FROM articles')!;
    return eachReport(files, options, context, { ...work, kept: { total, inputs: () => reportsOf(file) } });
  });
}

/** The reports of a case, in the order in which they came in. */
function* reportsOf(file: CaseFile): Generator<Input> {
  for (const { number } of file.db.all<{ number: number }>('SELECT number FROM articles ORDER BY number')) {
    yield { kind: 'article', article: readArticle(file, number).article, from: `r${number}` };
  }
}

/** The profile that is named, or the shipped one. */
async function profileOf(path: string | undefined, { machine }: Context): Promise<HouseProfile> {
  const { defaultProfile, parseProfile } = await import('../../engine/index.ts');
  if (path === undefined) return defaultProfile;
  const advice = 'Start from `hearsay check --print-rules`.';
  const why = (error: unknown) => (error instanceof Error ? error.message : String(error));
  let text: string;
  try {
    text = machine.readText(path).replace(/^\uFEFF/, '');
  } catch (error) {
    throw new Misuse(`house rules: ${path} cannot be opened: ${why(error)}. ${advice}`);
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new Misuse(`house rules: ${path} is not JSON: ${why(error)}. ${advice}`);
  }
  try {
    return parseProfile(json);
  } catch (error) {
    throw new Misuse(`house rules: ${path}: ${why(error)}. ${advice}`);
  }
}

function lineOf(checked: CheckedReport): WireCheck {
  const { analysis, profile } = checked;
  return {
    id: analysis.id,
    engine: analysis.engine,
    textHash: analysis.article.textHash,
    profile: profile.name,
    rules: profile.rules.filter(({ on }) => on).map(({ id }) => id),
    findings: placedFindings(checked),
    notices: analysis.notices,
  };
}
