import { userInfo } from 'node:os';
import { Argument, type Command } from 'commander';
import {
  ACTIONS,
  type Action,
  allReviews,
  CaseError,
  type Decision,
  findThing,
  keepReview,
  personsInEffect,
  type Review,
  type ReviewValue,
  readPersons,
  readReview,
  standingReviews,
  type Thing,
} from '../../casefile/index.ts';
import type { SpeakerRef } from '../../model/index.ts';
import type { CaseFile } from '../../node/index.ts';
import { withCase } from '../case.ts';
import { renderDecisions } from '../page/decision-list.ts';
import { decisionPieces } from '../page/decisions.ts';
import { pageWidth } from '../page/kept-report.ts';
import { paintWith } from '../page/style.ts';
import { wrap } from '../page/wrap.ts';
import { passphraseOption } from '../passphrase.ts';
import type { Context } from '../program.ts';
import { Misuse } from '../talk.ts';

interface Options {
  readonly by?: string;
  readonly why?: string;
  readonly set?: readonly string[];
  readonly json?: true;
  readonly passphraseFile?: string;
}

const HELP = `
Without ACTION the decisions that stand, and how much is reviewed. What a machine found
is never changed: a decision is kept beside it, with who made it, when and why.

  accept ID, reject ID        a finding is right, or wrong
  correct ID --set F=V …      of a statement: speaker, act, type, grade, channel, outlet,
                              addressee, said, source, cue, content (spans: [[12,40]]);
                              of a speaker: name, role, type; of a report: title,
                              publisher, byline, published, url
  note ID --why TEXT          a remark
  merge PERSON PERSON…        they are one person
  split PERSON SPEAKER…       these speakers (r1/p2) are another person than the rest
  undo NUMBER                 takes a decision back

Examples:
  hearsay review market.hearsay
  hearsay review market.hearsay accept r1/s3 --by "Ada Lind"
  hearsay review market.hearsay correct r1/s3 --set speaker=p2 --set grade=named --why "see r4"
  hearsay review market.hearsay undo 12 --why "wrong statement"

Exit codes: 0 all well, 1 it makes no sense (said why; nothing was kept), 2 misuse.`;

const collect = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];

/** `hearsay review CASE …` */
export function addReview(program: Command, context: Context): void {
  program
    .command('review')
    .summary('decide about what was found')
    .description('Keeps what people decide: right, wrong, otherwise; who is the same person; remarks.')
    .argument('<case>', 'the case file')
    .addArgument(new Argument('[action]', 'what to do').choices(ACTIONS))
    .argument('[ids...]', 'what it is about')
    .option('--by <name>', 'who decides; the name that you are logged in by if not given')
    .option('--why <text>', 'the reason, or the words of a note')
    .option('--set <field=value>', 'what is otherwise; may be given several times ("field=" for none)', collect)
    .option('--json', 'NDJSON, on a terminal too: a decision a line')
    .addOption(passphraseOption())
    .addHelpText('after', HELP)
    .action((path: string, action: Action | undefined, ids: readonly string[], options: Options) =>
      withCase(context, path, { readOnly: action === undefined, passphraseFile: options.passphraseFile }, (file) =>
        action === undefined ? list(context, file, options) : decide(context, file, action, ids, options),
      ),
    );
}

async function list({ streams }: Context, file: CaseFile, { json }: Options): Promise<void> {
  const { stdout } = streams;
  if (!json) {
    await stdout.write(renderDecisions(file, standingReviews(file), stdout));
    return;
  }
  const standing = new Set(standingReviews(file).map(({ number }) => number));
  for (const review of allReviews(file)) await stdout.write(`${JSON.stringify({ ...review, stands: standing.has(review.number) })}\n`);
}

async function decide({ streams }: Context, file: CaseFile, action: Action, ids: readonly string[], options: Options): Promise<void> {
  const [first, ...others] = ids;
  if (first === undefined) throw new Misuse(`expected what to ${action}, found nothing; see hearsay review --help`);
  if (others.length > 0 && action !== 'merge' && action !== 'split')
    throw new Misuse(`expected one thing to ${action}, found ${ids.length}`);
  if (options.set !== undefined && action !== 'correct') throw new Misuse(`--set goes with correct, not with ${action}`);
  const by = options.by ?? userInfo().username;
  const review = keepReview(file, { ...aboutOf(file, action, first, others, options), action, by, why: options.why ?? null });
  const { stdout } = streams;
  const page = (): string => `${wrap(decisionPieces(review), pageWidth(stdout.columns), paintWith(stdout.colour)).join('\n')}\n`;
  await stdout.write(options.json ? `${JSON.stringify(review)}\n` : page());
}

type About = Pick<Decision, 'about' | 'article' | 'analysis' | 'id' | 'value' | 'undoes'>;

function aboutOf(file: CaseFile, action: Action, first: string, others: readonly string[], options: Options): About {
  if (action === 'undo') return undoing(file, first);
  const thing = findThing(file, first);
  const value =
    action === 'correct'
      ? { set: fieldsOf(options.set ?? []) }
      : action === 'merge'
        ? merging(file, thing, others)
        : action === 'split'
          ? splitting(file, thing, others)
          : null;
  if (thing.kind === 'article') return { about: 'article', article: thing.article, analysis: null, id: thing.id, value, undoes: null };
  if (thing.kind === 'person' || thing.kind === 'cluster')
    return { about: thing.kind, article: null, analysis: null, id: thing.id, value, undoes: null };
  return { about: thing.kind, article: thing.article, analysis: thing.analysis, id: thing.id, value, undoes: null };
}

function undoing(file: CaseFile, number: string): About {
  if (!/^\d{1,15}$/.test(number))
    throw new Misuse(`expected the number of a decision to undo, found "${number}"; hearsay review CASE lists them`);
  const undone: Review | undefined = readReview(file, Number(number));
  return {
    about: 'review',
    article: undone?.article ?? null,
    analysis: undone?.analysis ?? null,
    id: number,
    value: null,
    undoes: Number(number),
  };
}

/** @example fieldsOf(['speaker=p2', 'said=']) // { speaker: 'p2', said: null } */
function fieldsOf(given: readonly string[]): NonNullable<ReviewValue['set']> {
  const entries = given.map((text) => {
    const [, field, value] = /^([a-z]+)=(.*)$/s.exec(text) ?? [];
    if (field === undefined || value === undefined) throw new Misuse(`expected --set FIELD=VALUE, found "${text}"`);
    return [field, value === '' ? null : spansOr(value)] as const;
  });
  return Object.fromEntries(entries);
}

function spansOr(value: string): string | readonly (readonly [number, number])[] {
  if (!value.startsWith('[[')) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

const speakersOf = (file: CaseFile, id: string): readonly SpeakerRef[] =>
  personsInEffect(readPersons(file), standingReviews(file)).find((person) => person.id === id)?.speakers ?? [];

function merging(file: CaseFile, thing: Thing, others: readonly string[]): ReviewValue {
  if (others.length === 0) throw new Misuse('expected at least two persons to merge, found one');
  const persons = [thing, ...others.map((other) => findThing(file, other))];
  const odd = persons.find(({ kind }) => kind !== 'person');
  if (odd !== undefined) throw new CaseError('not-allowed', `Only persons can be merged, and "${odd.id}" is a ${odd.kind}.`);
  return { persons: persons.map(({ id }) => id), speakers: persons.flatMap(({ id }) => speakersOf(file, id)) };
}

function splitting(file: CaseFile, thing: Thing, others: readonly string[]): ReviewValue {
  if (others.length === 0) throw new Misuse('expected the speakers to split off (r1/p2), found none');
  const own = speakersOf(file, thing.id);
  const speakers = others.map((other) => {
    const found = findThing(file, other);
    if (found.kind !== 'speaker')
      throw new CaseError('not-allowed', `Expected a speaker of a report (r1/p2), found the ${found.kind} "${other}".`);
    const ref = { article: found.articleId, speaker: found.id };
    if (own.some(({ article, speaker }) => article === ref.article && speaker === ref.speaker)) return ref;
    throw new CaseError('not-allowed', `The speaker "${other}" is none of the person "${thing.id}". hearsay show lists its speakers.`);
  });
  if (speakers.length >= own.length) throw new CaseError('not-allowed', `These are all speakers of "${thing.id}"; none would be left.`);
  return { speakers };
}
