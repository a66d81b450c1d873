import { type Input, type Machine, type Reader, thisMachine } from '../../src/cli/machine.ts';
import { ClosedPipe, type Sink, type Streams } from '../../src/cli/streams.ts';
import type { Analysis } from '../../src/model/index.ts';
import { articleOf, fakeAnalysis } from './analysis.ts';

export interface FakeSink extends Sink {
  readonly written: string[];
  readonly text: () => string;
}

/** A sink that keeps what it is given, and is closed by its reader after so many writes. */
export function fakeSink(format: Partial<Sink> & { readonly closesAfter?: number } = {}): FakeSink {
  const written: string[] = [];
  return {
    isTerminal: format.isTerminal ?? false,
    columns: format.columns ?? 80,
    colour: format.colour ?? false,
    written,
    text: () => written.join(''),
    async write(text) {
      if (written.length >= (format.closesAfter ?? Number.POSITIVE_INFINITY)) throw new ClosedPipe();
      written.push(text);
    },
  };
}

export interface FakeStreams extends Streams {
  readonly stdout: FakeSink;
  readonly stderr: FakeSink;
}

/** A clock that goes on by `step` milliseconds each time it is asked, and ticks as often as it is asked. */
export function fakeStreams(out: Parameters<typeof fakeSink>[0] = {}, err: Parameters<typeof fakeSink>[0] = {}, step = 0): FakeStreams {
  let time = 0;
  const ticks = new Set<() => void>();
  return {
    stdin: (async function* () {})(),
    stdout: fakeSink(out),
    stderr: fakeSink(err),
    clock: {
      now() {
        time += step;
        for (const tick of step > 0 ? [...ticks] : []) queueMicrotask(tick);
        return time;
      },
      every(_milliseconds, tick) {
        ticks.add(tick);
        return () => ticks.delete(tick);
      },
    },
  };
}

/** Files by their names: a text, several reports, or a failure's message. */
export type FakeFiles = Readonly<Record<string, string | readonly string[] | Error>>;

/** Case files are real ones: their driver is what is tested. */
const { isCase, checkNewCase, createCase, openCase, countReports, receive, openTimestamps, openServing } = thisMachine;
const caseMachine = { isCase, checkNewCase, createCase, openCase, countReports, receive, openTimestamps, openServing };

/** A machine without files, model and threads. */
export function fakeMachine(
  files: FakeFiles,
  options: Partial<Machine> & { readonly unreadable?: string; readonly analyses?: readonly Analysis[] } = {},
): Machine {
  return {
    version: () => '0.0.0-fake',
    count: (paths) => (paths.every((path) => typeof files[path] === 'string') ? paths.length : undefined),
    async *readInputs(paths) {
      for (const from of paths) yield* inputsOf(from, files[from]);
    },
    readText(path) {
      const file = files[path];
      if (typeof file !== 'string') throw new Error(`ENOENT: no such file or directory, open '${path}'`);
      return file;
    },
    async *readAnalyses(paths) {
      for (const from of paths) {
        if (files[from] instanceof Error) yield { kind: 'failure', from, line: 2, code: 'unreadable-line', message: files[from].message };
        else for (const [i, analysis] of (options.analyses ?? []).entries()) yield { kind: 'analysis', from, line: i + 1, analysis };
      }
    },
    today: () => '2023-06-01',
    ...caseMachine,
    async openReader() {
      return fakeReader(options.unreadable);
    },
    ...options,
  };
}

/** Reads `fakeAnalysis`; every place where "Nobody" stands does not meet the first rule of a profile that is on. */
export function fakeReader(unreadable?: string): Reader {
  const read: Reader['read'] = async (article) => {
    if (unreadable !== undefined && article.text.includes(unreadable)) throw new Error('the fake reader gave up');
    return fakeAnalysis(article);
  };
  return {
    read,
    async check(article, profile) {
      const rule = profile.rules.find(({ on }) => on);
      const places = rule === undefined ? [] : [...article.text.matchAll(/Nobody/g)];
      const findings = places.map(({ index }) => ({
        rule: rule!.id,
        profile: profile.name,
        at: [index, index + 6] as const,
        message: `does not meet rule ${rule!.id} of profile ${profile.name}: ${rule!.wording}`,
      }));
      return { analysis: await read(article), profile, findings };
    },
    async close() {},
  };
}

function* inputsOf(from: string, file: string | readonly string[] | Error | undefined): Generator<Input> {
  if (file === undefined) yield { kind: 'failure', from, code: 'missing-file', message: 'there is no such file' };
  else if (file instanceof Error) yield { kind: 'failure', from, line: 2, code: 'unreadable-line', message: file.message };
  else if (typeof file === 'string') yield { kind: 'article', from, article: articleOf(file, { id: from }) };
  else for (const [i, text] of file.entries()) yield { kind: 'article', from, line: i + 1, article: articleOf(text, { id: `r${i + 1}` }) };
}
