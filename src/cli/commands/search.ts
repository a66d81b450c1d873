import { type Command, InvalidArgumentError } from 'commander';
import { countFacets, countPending, describeQuery, indexReports, parseQuery, search } from '../../casefile/index.ts';
import type { CaseFile } from '../../node/index.ts';
import { withCaseToRead } from '../case.ts';
import { progressOption } from '../options.ts';
import { renderFacets } from '../page/facets.ts';
import { renderFound } from '../page/found.ts';
import { passphraseOption } from '../passphrase.ts';
import type { Context } from '../program.ts';
import { createProgress } from '../progress.ts';
import { say, sayMessage } from '../talk.ts';

interface Options {
  readonly json?: true;
  readonly facets?: true;
  readonly reports?: true;
  readonly limit: number;
  readonly cursor?: string;
  readonly progress: boolean;
  readonly passphraseFile?: string;
}

const HELP = `
QUERY in short (docs/search.md has it all):
  flood bridge               both words in one statement
  flood OR bridge, NOT army  either; without
  "old bridge", NEAR(a b, 5) one after the other; near each other
  bridg*                     any word that begins so
  speaker:Dorn accused:army wrong:killing grade:bare channel:speech act:deny
  publisher:courier title:flood reviewed:no date:[2020-01 TO 2020-06] sort:-date

Examples:
  hearsay search market.hearsay speaker:Dorn bridge
  hearsay search market.hearsay 'grade:bare wrong:killing sort:date'
  hearsay search market.hearsay --json '"the old bridge"'

Exit codes: 0 all well, also where nothing was found; 1 the case cannot be read; 2 misuse.`;

const MOST = 1000;

function parseLimit(text: string): number {
  const limit = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (limit < 1 || limit > MOST) throw new InvalidArgumentError(`expected a whole number from 1 to ${MOST}, found "${text}".`);
  return limit;
}

/** `hearsay search CASE QUERY` */
export function addSearch(program: Command, context: Context): void {
  program
    .command('search')
    .summary('find statements and reports in a case')
    .description('Finds statements, and reports that hold the words elsewhere, and shows the words in their context.')
    .argument('<case>', 'the case file')
    .argument('[query...]', 'what to find; everything if not given')
    .option('--reports', 'list reports, each once, rather than statements')
    .option('--facets', 'count what was found by publisher, month, speaker, grade, wrong, act and review')
    .option('--limit <n>', `hits to show, 1 to ${MOST}`, parseLimit, 20)
    .option('--cursor <text>', 'go on where a page ended, as it says at its end')
    .option('--json', 'one line of JSON')
    .addOption(progressOption())
    .addOption(passphraseOption())
    .addHelpText('after', HELP)
    .action((path: string, query: string[], options: Options) =>
      withCaseToRead(context, path, { passphraseFile: options.passphraseFile }, (file) => find(context, file, query.join(' '), options)),
    );
}

/** Brings the index up to date, with a progress line where that takes long. */
export async function bringUpToDate({ streams }: Context, file: CaseFile, wanted: boolean): Promise<void> {
  const pending = countPending(file);
  if (pending === 0) return;
  const progress = createProgress(streams, wanted, pending);
  let seen = 0;
  try {
    indexReports(file, (done) => {
      for (; seen < done; seen++) progress.step(false);
    });
  } catch (error) {
    // Another process is writing: what it adds is found next time, and the notes tell how much that is.
    if ((error as { fault?: string }).fault !== 'locked') throw error;
  } finally {
    await progress.finish();
  }
}

async function find(context: Context, file: CaseFile, typed: string, options: Options): Promise<void> {
  const { stdout, stderr } = context.streams;
  await bringUpToDate(context, file, options.progress);
  const query = parseQuery(typed);
  const reports = options.reports === true;
  const found = search(file, query, { limit: options.limit, cursor: options.cursor, reports });
  const facets = options.facets ? countFacets(file, query, { unit: reports ? 'report' : 'statement' }) : undefined;
  if (options.json) {
    const understood = describeQuery(query.wanted);
    const repairs = query.repairs;
    await stdout.write(`${JSON.stringify({ query: typed, understood, repairs, ...found, ...(facets === undefined ? {} : { facets }) })}\n`);
    return;
  }
  for (const note of found.notes) await sayMessage(stderr, note);
  if (query.repairs.length > 0) await sayMessage(stderr, `Read as: ${describeQuery(query.wanted) || 'everything'}`);
  await stdout.write(renderFound(found, typed, reports, stdout));
  if (facets !== undefined) await stdout.write(renderFacets(facets, stdout));
  if (found.next !== null) await say(stderr, `More: the same command with --cursor ${found.next}\n`);
}
