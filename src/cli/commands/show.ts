import type { Command } from 'commander';
import {
  CaseError,
  currentAnalysis,
  type Decided,
  decidedById,
  findThing,
  inEffect,
  personsInEffect,
  readArticle,
  readPersons,
  readRelation,
  relationsOfStatement,
  reviewsOfArticle,
  type StoredAnalysis,
  standingReviews,
  type Thing,
} from '../../casefile/index.ts';
import type { Cluster, Person } from '../../model/index.ts';
import type { CaseFile } from '../../node/index.ts';
import { withCase } from '../case.ts';
import { decisionRows } from '../page/decisions.ts';
import { renderExplanation } from '../page/explanation.ts';
import { relatedRows, renderCluster, renderPerson, renderSpeaker } from '../page/kept-person.ts';
import { pageWidth, renderKeptReport } from '../page/kept-report.ts';
import { paintWith } from '../page/style.ts';
import { passphraseOption } from '../passphrase.ts';
import type { Context } from '../program.ts';

interface Options {
  readonly json?: true;
  readonly passphraseFile?: string;
}

const HELP = `
ID is a report (r1, its id, or four or more letters that its id begins with), a
statement of it (r1/s3), a speaker of it (r1/p2), or a person or cluster that
\`hearsay relate\` found.

Examples:
  hearsay show market.hearsay r1
  hearsay show market.hearsay r1/s3
  hearsay show market.hearsay 5f70bf18 --json

Exit codes: 0 all well, 1 there is no such thing, 2 misuse.`;

/** `hearsay show CASE ID` */
export function addShow(program: Command, context: Context): void {
  program
    .command('show')
    .summary('show a report, a statement, a speaker, a person or a cluster')
    .description('Shows one thing of a case: what was found, and what people decided about it.')
    .argument('<case>', 'the case file')
    .argument('<id>', 'what to show')
    .option('--json', 'one line of JSON, on a terminal too')
    .addOption(passphraseOption())
    .addHelpText('after', HELP)
    .action((path: string, id: string, options: Options) =>
      withCase(context, path, { readOnly: true, passphraseFile: options.passphraseFile }, async (file) => {
        const { stdout } = context.streams;
        const { json, page } = showOf(context, file, findThing(file, id));
        await stdout.write(options.json ? `${JSON.stringify(json)}\n` : page());
      }),
    );
}

interface Shown {
  readonly json: object;
  readonly page: () => string;
}

function showOf(context: Context, file: CaseFile, thing: Thing): Shown {
  if (thing.kind === 'article') return showReport(context, file, thing.article);
  if (thing.kind === 'person') return showPerson(context, file, thing.id);
  if (thing.kind === 'cluster') return showCluster(context, file, thing.relation);
  return showPart(context, file, thing);
}

/** The analysis of a report as it stands, with the decisions on it. */
function readDecided(
  file: CaseFile,
  article: number,
): { readonly found: StoredAnalysis | undefined; readonly decided: ReadonlyMap<string, Decided> } {
  const stored = currentAnalysis(file, article);
  const decided = decidedById(reviewsOfArticle(file, article), stored?.number ?? 0);
  return { found: stored && { ...stored, analysis: inEffect(stored.analysis, decided) }, decided };
}

function showReport({ streams }: Context, file: CaseFile, article: number): Shown {
  const stored = readArticle(file, article);
  const { found, decided } = readDecided(file, article);
  const reviews = [...decided.values()].flatMap((each) => each.reviews);
  const { text: _, map: __, ...known } = stored.article;
  return {
    json: {
      kind: 'report',
      report: `r${article}`,
      received: stored.received,
      part: stored.part,
      article: known,
      analysis: found?.analysis ?? null,
      reviews,
    },
    page: () => renderKeptReport({ stored, analysis: found?.analysis, decided }, streams.stdout),
  };
}

function showPart({ streams }: Context, file: CaseFile, thing: Extract<Thing, { kind: 'statement' | 'speaker' }>): Shown {
  const { found, decided } = readDecided(file, thing.article);
  if (found === undefined) throw new CaseError('unknown-id', 'The report was not read yet.');
  const { analysis } = found;
  const reviews = decided.get(thing.id)?.reviews ?? [];
  const report = `r${thing.article}`;
  const speaker = analysis.speakers.find(({ id }) => id === thing.id);
  if (speaker !== undefined) {
    const says = analysis.statements.filter((statement) => statement.speaker === speaker.id).map(({ id }) => id);
    return {
      json: { kind: 'speaker', report, id: analysis.id, speaker, statements: says, reviews },
      page: () => renderSpeaker(found, speaker, decided.get(speaker.id), streams.stdout),
    };
  }
  const statement = analysis.statements.find(({ id }) => id === thing.id)!;
  const related = relationsOfStatement(file, thing.article, thing.id);
  const page = (): string => {
    const paint = paintWith(streams.stdout.colour);
    const columns = pageWidth(streams.stdout.columns);
    const more = [
      ...decisionRows(decided.get(thing.id), columns, paint),
      ...relatedRows(related, analysis.id, finder(file), columns, paint),
    ];
    const rows = renderExplanation(analysis, statement, analysis.article.text, report, streams.stdout);
    return more.length === 0 ? rows : `${rows}\n${more.join('\n')}\n`;
  };
  return { json: { kind: 'statement', report, id: analysis.id, textHash: analysis.article.textHash, statement, related, reviews }, page };
}

const finder =
  (file: CaseFile) =>
  (id: string): StoredAnalysis | undefined => {
    const row = file.db.get<{ number: number }>('SELECT number FROM articles WHERE id = ?', id);
    return row && currentAnalysis(file, row.number);
  };

function showPerson({ streams }: Context, file: CaseFile, id: string): Shown {
  const reviews = standingReviews(file);
  const person = personsInEffect(readPersons(file), reviews).find((each) => each.id === id);
  const own = reviews.filter((review) => review.about === 'person' && review.id === id);
  if (person === undefined) {
    const merge = reviews.find(({ action, value }) => action === 'merge' && value?.persons?.includes(id));
    throw new CaseError('unknown-id', `The person "${id}" was merged with "${merge?.id}". Show that one.`);
  }
  return {
    json: { ...person, reviews: own } satisfies Person & { reviews: unknown },
    page: () => renderPerson(person, finder(file), { state: undefined, reviews: own }, streams.stdout),
  };
}

function showCluster({ streams }: Context, file: CaseFile, relation: number): Shown {
  const cluster = readRelation(file, relation) as Cluster;
  const own = standingReviews(file).filter((review) => review.about === 'cluster' && review.id === cluster.id);
  return {
    json: { ...cluster, reviews: own },
    page: () => renderCluster(cluster, finder(file), { state: undefined, reviews: own }, streams.stdout),
  };
}
