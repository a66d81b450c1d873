import { type Command, Option } from 'commander';
import { createRelations, VersionMismatch } from '../../engine/index.ts';
import type { Analysis, Notice, Relation } from '../../model/index.ts';
import { caseAmong } from '../case.ts';
import { jsonOption, progressOption } from '../options.ts';
import { renderRelations } from '../page/relations.ts';
import { paintWith } from '../page/style.ts';
import { counted } from '../page/wording.ts';
import { passphraseOption } from '../passphrase.ts';
import type { Context } from '../program.ts';
import { createProgress } from '../progress.ts';
import type { Sink, Streams } from '../streams.ts';
import { say, sayMessage } from '../talk.ts';
import { relateKept } from './relate-kept.ts';

export interface RelateOptions {
  readonly json?: true;
  readonly page?: true;
  readonly progress: boolean;
  readonly passphraseFile?: string;
}

const HELP = `
FILE holds analyses as \`hearsay read\` gives them, one a line; "-" is standard
input. The order of the reports does not matter.
CASE is a case file: all its reports are related as they stand after decisions,
and what comes of it is kept in it (hearsay show, hearsay export).
On a terminal the result is a page, in a pipe NDJSON: a person, a cluster of
equal statements or a link between statements on each line.

Examples:
  hearsay relate market.hearsay
  hearsay read reports/ | hearsay relate -
  hearsay relate --page monday.ndjson tuesday.ndjson | less -R

Exit codes: 0 all well, 1 some inputs failed (each is listed), 2 misuse.`;

/** Notices of one kind that are told one by one; of more, the number is told. */
const MOST_TOLD = 5;
/** Lines that are handed on at once. */
const CHUNK = 500;

/** `hearsay relate FILE…`, `hearsay relate CASE` */
export function addRelate(program: Command, context: Context): void {
  program
    .command('relate')
    .summary('find what reports have in common: first voices, echoes, answers')
    .description(
      'Relates reports: the same speakers, the same statements, who told them first and who only passes them on, what answers what.',
    )
    .argument('<file...>', 'a case file; or NDJSON of analyses, folders of them, or "-"')
    .addOption(jsonOption())
    .addOption(new Option('--page', 'a page for people, in a pipe too').conflicts('json'))
    .addOption(progressOption())
    .addOption(passphraseOption())
    .addHelpText('after', HELP)
    .action(async (files: string[], options: RelateOptions) => {
      const path = await caseAmong(files, context);
      if (path === undefined) return relate(files, options, context);
      return relateKept(path, options, context);
    });
}

async function relate(files: readonly string[], options: RelateOptions, { streams, machine, exit }: Context): Promise<void> {
  const { stdout, stderr } = streams;
  const asPage = options.page ?? (stdout.isTerminal && options.json === undefined);
  const relations = createRelations({ today: machine.today() });
  const progress = createProgress(streams, options.progress, undefined);
  const kept: Analysis[] = [];
  const notices: Notice[] = [];
  let done = 0;
  let failed = 0;
  const fail = async (place: string, message: string, code: string): Promise<void> => {
    failed++;
    await progress.aside(() => sayMessage(stderr, `${place}: ${message} (${code})`));
  };
  try {
    for await (const input of machine.readAnalyses(files, streams.stdin)) {
      done++;
      const place = `${input.from === '-' ? 'standard input' : input.from}${input.line === undefined ? '' : `:${input.line}`}`;
      if (input.kind === 'failure') {
        await fail(place, input.message, input.code);
      } else {
        try {
          for (const one of relations.add(input.analysis)) notices.push({ ...one, message: `${place}: ${one.message}` });
          if (asPage) kept.push(input.analysis);
        } catch (error) {
          if (!(error instanceof VersionMismatch)) throw error;
          await fail(place, error.message, 'other-version');
        }
      }
      progress.step(input.kind === 'failure');
    }
  } finally {
    await progress.finish();
  }
  const { relations: found, notices: more } = relations.result();
  await tellNotices([...notices, ...more], (line) => sayMessage(stderr, line));
  if (asPage) await stdout.write(renderRelations(found, kept, stdout));
  else await writeRelations(found, stdout);
  if (failed > 0) {
    exit(1);
    if (done > 1) await sayMessage(stderr, `${failed} of ${done} inputs failed; the others were related`);
  }
  if (asPage && found.length > 0) await sayLegend(streams);
}

/** Says what the signs mean, where a person sees them. */
export async function sayLegend({ stdout, stderr }: Streams): Promise<void> {
  if (stdout.isTerminal && stderr.isTerminal) await say(stderr, `${paintWith(stderr.colour)('quiet', LEGEND)}\n`);
}

/** A line each. */
export async function writeRelations(relations: readonly Relation[], stdout: Sink): Promise<void> {
  for (let i = 0; i < relations.length; i += CHUNK) {
    const lines = relations.slice(i, i + CHUNK).map((relation) => `${JSON.stringify(relation)}\n`);
    await stdout.write(lines.join(''));
  }
}

const LEGEND =
  '● a first voice   ○ an echo: it confirms nothing. Who told it first is told by dates and credits, never whether it is true.';

/** Tells each notice, or how many there are of a kind. */
export async function tellNotices(notices: readonly Notice[], line: (text: string) => Promise<void>): Promise<void> {
  const byCode = new Map<string, Notice[]>();
  for (const one of notices) byCode.set(one.code, [...(byCode.get(one.code) ?? []), one]);
  for (const [code, list] of byCode) {
    for (const { message } of list.slice(0, MOST_TOLD)) await line(`${message} (${code})`);
    if (list.length > MOST_TOLD) await line(`and ${counted(list.length - MOST_TOLD, 'more notice')} of ${code}`);
  }
}
