import type { Notice } from '../model/index.ts';
import { inOrder } from './in-order.ts';
import type { Input, Reader } from './machine.ts';
import type { Context } from './program.ts';
import { createProgress } from './progress.ts';
import { sayMessage } from './talk.ts';

/** Notices of an input in which there was nothing to read: its result is given, and it counts as failed. */
const UNREAD: ReadonlySet<string> = new Set(['empty-text', 'binary-bytes', 'no-text-layer']);

type Article = Extract<Input, { kind: 'article' }>['article'];
type Failure = Extract<Input, { kind: 'failure' }>;
type Aside = Extract<Input, { kind: 'aside' }>;
type Outcome<T> = Failure | Aside | { readonly kind: 'done'; readonly result: T; readonly place: string };

/** Options of every command that goes through reports. */
export interface ReportOptions {
  readonly jobs: number;
  readonly progress: boolean;
  readonly model?: string;
}

/** What is done with each report, and how its result is shown. */
export interface ReportWork<T> {
  work(reader: Reader, article: Article): Promise<T>;
  /** @param place the file, and the line of a batch */
  show(result: T, place: string): Promise<void>;
  noticesOf(result: T): readonly Notice[];
  /** The reports of a case file, where it is those that are gone through and not the files'. */
  readonly kept?: { readonly total: number; readonly inputs: () => Iterable<Input> };
}

/** Where an input stands: the file, and the line of a batch. */
export const placeOf = ({ from, line }: Input): string => {
  const place = from === '-' ? 'standard input' : from;
  return line === undefined ? place : `${place}:${line}`;
};

/**
 * Goes through all reports of some files, side by side where there are several jobs, and shows each in its turn. What fails
 * is listed with its place and reason, the rest goes on, and the exit code is 1. What is to be said beside the reports is said.
 */
export async function eachReport<T>(
  files: readonly string[],
  options: ReportOptions,
  { streams, machine, exit }: Context,
  { work, show, noticesOf, kept }: ReportWork<T>,
): Promise<void> {
  const { stderr } = streams;
  const progress = createProgress(streams, options.progress, kept === undefined ? machine.count(files) : kept.total);
  const opening = machine.openReader({ jobs: options.jobs, ...(options.model === undefined ? {} : { model: options.model }) });
  opening.catch(() => {});
  const doOne = async (input: Input): Promise<Outcome<T>> => {
    if (input.kind !== 'article') return input;
    const reader = await opening;
    const { article, from, line } = input;
    try {
      return { kind: 'done', result: await work(reader, article), place: placeOf(input) };
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      return { kind: 'failure', from, code: 'not-read', message, ...(line === undefined ? {} : { line }) };
    }
  };
  async function* inputs(): AsyncGenerator<Input> {
    let count = 0;
    for await (const input of kept?.inputs() ?? machine.readInputs(files, streams.stdin)) {
      if (input.kind !== 'aside') count++;
      yield input;
    }
    progress.setTotal(count);
  }
  let done = 0;
  let failed = 0;
  try {
    for await (const outcome of inOrder(inputs(), options.jobs === 1 ? 1 : options.jobs * 2, doOne)) {
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
          return;
        }
        await show(outcome.result, outcome.place);
        const unread = noticesOf(outcome.result).find(({ code }) => UNREAD.has(code));
        if (unread === undefined) return;
        failed++;
        await sayMessage(stderr, `${outcome.place}: ${unread.message} (${unread.code})`);
      });
    }
  } finally {
    await progress.finish();
    await opening.then(
      (reader) => reader.close(),
      () => {},
    );
  }
  if (failed === 0) return;
  exit(1);
  if (done > 1) await sayMessage(stderr, `${failed} of ${done} inputs failed; the others were read`);
}
