import { describe, expect, test } from 'vitest';
import { analysisOf } from '../../tests/fakes/analysis.ts';
import { type FakeFiles, fakeMachine, fakeReader, fakeStreams } from '../../tests/fakes/machine.ts';
import type { Machine } from './machine.ts';
import { main } from './main.ts';

const FILES: FakeFiles = {
  'a.txt': 'The mayor said no.\nHer deputy claimed yes.',
  'b.txt': 'Nobody spoke.',
  'batch.ndjson': ['One said A.', 'Two said B.', 'Three said C.'],
  'cut.ndjson': new Error('the line is cut: expected }'),
};
const TERMINAL = { isTerminal: true, columns: 80 };

async function run(
  argv: string,
  out: Parameters<typeof fakeStreams>[0] = {},
  err: Parameters<typeof fakeStreams>[1] = {},
  options: Partial<Machine> = {},
) {
  const streams = fakeStreams(out, err);
  const code = await main(argv.split(' ').filter(Boolean), streams, fakeMachine(FILES, options));
  return { code, out: streams.stdout.text(), err: streams.stderr.text(), lines: streams.stdout.text().split('\n').filter(Boolean) };
}
const ids = (lines: readonly string[]): readonly string[] => lines.map((line) => JSON.parse(line).id);

describe('read', () => {
  test('in a pipe one analysis a line, and nothing but that', async () => {
    const { code, lines, err } = await run('read a.txt b.txt batch.ndjson');
    expect(ids(lines)).toEqual(['a.txt', 'b.txt', 'r1', 'r2', 'r3']);
    expect(JSON.parse(lines[0]!).statements).toHaveLength(2);
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });
  test('what is to be said beside the reports is said, and counts as nothing', async () => {
    const readInputs: Machine['readInputs'] = async function* (paths, stdin) {
      yield { kind: 'aside', from: 'a.rss', line: 2, message: 'The feed only names this report' };
      yield* fakeMachine(FILES).readInputs(paths, stdin);
    };
    const { code, lines, err } = await run('read a.txt', {}, {}, { readInputs });
    expect({ code, err, ids: ids(lines) }).toEqual({ code: 0, err: 'hearsay: a.rss:2: The feed only names this report\n', ids: ['a.txt'] });
    expect((await run('explain a.txt s1 --json', {}, {}, { readInputs })).code).toBe(0);
  });
  test('on a terminal a page for each, and how to go on', async () => {
    const { code, out, err } = await run('read a.txt', TERMINAL, TERMINAL);
    expect(out).toContain('s1 The mayor · said');
    expect(err).toContain('hearsay explain a.txt s1');
    expect(code).toBe(0);
  });
  test('where nothing was found there is nothing to explain', async () => {
    expect((await run('read b.txt', TERMINAL, TERMINAL)).err).toBe('');
  });
  test.each([
    ['--json gives lines on a terminal too', 'read --json a.txt', TERMINAL, '{"id":"a.txt"'],
    ['--page gives a page in a pipe too', 'read --page a.txt', {}, '── a.txt ─'],
    ['standard input has a name on its page', 'read - --page', {}, '── standard input ─'],
  ])('%s', async (_edge, argv, out, expected) => {
    const readInputs: Machine['readInputs'] = (paths) =>
      fakeMachine({ ...FILES, '-': 'It said so.' }).readInputs(paths, (async function* () {})());
    expect((await run(argv, out, {}, { readInputs })).out.startsWith(expected)).toBe(true);
  });
  test.each([1, 2, 5])('%d jobs give the same bytes', async (jobs) => {
    expect((await run(`read --jobs ${jobs} a.txt b.txt batch.ndjson`)).out).toBe((await run('read a.txt b.txt batch.ndjson')).out);
  });
  test('the number of jobs and the model reach the machine', async () => {
    let seen: unknown;
    const openReader: Machine['openReader'] = (options) => {
      seen = options;
      return fakeMachine(FILES).openReader(options);
    };
    await run('read --jobs 3 --model my/model a.txt', {}, {}, { openReader });
    expect(seen).toEqual({ jobs: 3, model: 'my/model' });
  });
  test('what fails is listed with its place and reason, the rest is read, and the exit code is 1', async () => {
    const { code, lines, err } = await run('read gone.txt a.txt cut.ndjson');
    expect(ids(lines)).toEqual(['a.txt']);
    expect(err.split('\n')).toEqual([
      'hearsay: gone.txt: there is no such file (missing-file)',
      'hearsay: cut.ndjson:2: the line is cut: expected } (unreadable-line)',
      'hearsay: 2 of 3 inputs failed; the others were read',
      '',
    ]);
    expect(code).toBe(1);
  });
  test('a file with nothing to read gives its analysis, is listed, and the exit code is 1', async () => {
    const notices = [{ code: 'empty-text' as const, message: 'found no text' }];
    const openReader: Machine['openReader'] = async () => ({
      ...fakeReader(),
      read: async (article) => analysisOf(article, [], { notices }),
    });
    const { code, lines, err } = await run('read a.txt', {}, {}, { openReader });
    expect({ code, lines: lines.length, err }).toEqual({ code: 1, lines: 1, err: 'hearsay: a.txt: found no text (empty-text)\n' });
  });
  test('a report on which the reader gives up does not stop the others', async () => {
    const { code, lines, err } = await run('read a.txt b.txt', {}, {}, fakeMachine(FILES, { unreadable: 'mayor' } as Partial<Machine>));
    expect(ids(lines)).toEqual(['b.txt']);
    expect(err).toContain('a.txt: the fake reader gave up (not-read)');
    expect(code).toBe(1);
  });
  test('a missing model is told once, with its advice', async () => {
    const { code, out, err } = await run(
      'read a.txt b.txt',
      {},
      {},
      { openReader: () => Promise.reject(new Error('no model in x. Reinstall it.')) },
    );
    expect({ code, out, err }).toEqual({ code: 1, out: '', err: 'hearsay: no model in x. Reinstall it.\n' });
  });
  test.each([0, 1, 2])('a pipe closed after %d lines ends quietly with exit code 0', async (closesAfter) => {
    const { code, lines, err } = await run('read batch.ndjson gone.txt', { closesAfter });
    expect({ code, lines: lines.length, err }).toEqual({ code: 0, lines: closesAfter, err: '' });
  });
  test('the reader is closed, also when the pipe is', async () => {
    let closed = 0;
    const openReader: Machine['openReader'] = async (options) => ({
      ...(await fakeMachine(FILES).openReader(options)),
      close: async () => {
        closed++;
      },
    });
    await run('read a.txt', {}, {}, { openReader });
    await run('read a.txt', { closesAfter: 0 }, {}, { openReader });
    expect(closed).toBe(2);
  });
  test('nobody listening to the talk is no reason to stop', async () => {
    const { code, lines } = await run('read gone.txt a.txt', {}, { closesAfter: 0 });
    expect({ code, lines: lines.length }).toEqual({ code: 1, lines: 1 });
  });
  test('a hostile file name does not reach the terminal', async () => {
    const streams = fakeStreams({}, TERMINAL);
    await main(['read', 'a\u001B[2J.txt'], streams, fakeMachine({}));
    expect(streams.stderr.text()).toContain('a␛[2J.txt: there is no such file');
  });
});

describe('explain', () => {
  test('says why, with the words looked at', async () => {
    const { code, out } = await run('explain a.txt s2');
    expect(out).toContain('Why it was read so');
    expect(out).toContain('the fake reader says so');
    expect(out).toContain('Her deputy [claimed] yes.');
    expect(code).toBe(0);
  });
  test('--json gives the statement as the wire has it', async () => {
    const { lines } = await run('explain --json a.txt s2');
    expect(JSON.parse(lines[0]!)).toMatchObject({ id: 'a.txt', textHash: 'sha256:text', statement: { id: 's2', form: 'direct' } });
  });
  test('--report names one of several', async () => {
    expect((await run('explain batch.ndjson s1 --report r2')).out).toContain('Two · said');
  });
  test.each([
    ['a statement that is not there', 'explain a.txt s9', 'there is no statement "s9" in a.txt; it has s1 to s2', 2],
    ['a report without statements', 'explain b.txt s1', 'there is no statement "s1" in b.txt; it has none', 2],
    ['several reports and no --report', 'explain batch.ndjson s1', 'name one with --report ID: r1, r2, r3', 2],
    ['a report that is not there', 'explain batch.ndjson s1 --report r9', 'there is no report "r9" in batch.ndjson', 2],
    ['a file that is not there', 'explain gone.txt s1', 'gone.txt: there is no such file', 1],
  ])('%s', async (_edge, argv, expected, exit) => {
    const { code, out, err } = await run(argv);
    expect(err).toContain(expected);
    expect({ code, out }).toEqual({ code: exit, out: '' });
  });
});

describe('misuse is exit code 2, told on standard error', () => {
  test.each([
    ['no command', '', 'Usage: hearsay <command>'],
    ['a command that is none', 'raed a.txt', 'Did you mean read?'],
    ['a file in place of a command', 'a.txt', 'Try: hearsay read FILE'],
    ['no file', 'read', "missing required argument 'file'"],
    ['an option that is none', 'read --yaml a.txt', "unknown option '--yaml'"],
    ['no jobs', 'read --jobs 0 a.txt', 'expected a whole number from 1 to 64, found "0"'],
    ['half a job', 'read --jobs 1.5 a.txt', 'expected a whole number from 1 to 64'],
    ['too many jobs', 'read --jobs 65 a.txt', 'expected a whole number from 1 to 64'],
    ['two ways of showing', 'read --json --page a.txt', "cannot be used with option '--json'"],
    ['explain without an id', 'explain a.txt', "missing required argument 'id'"],
    ['explain with too much', 'explain a.txt s1 s2', 'too many arguments'],
  ])('%s', async (_edge, argv, expected) => {
    const { code, out, err } = await run(argv);
    expect(err).toContain(expected);
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });
});

describe('help', () => {
  test.each(['--help', 'help', 'read --help', 'help read', 'explain --help', 'check --help', 'read -h'])(
    '"%s" goes to standard output with an example and the exit codes',
    async (argv) => {
      const { code, out, err } = await run(argv);
      expect(out).toMatch(/Examples:\n {2}hearsay /);
      expect(out).toContain('Exit codes: 0 ');
      expect({ code, err }).toEqual({ code: 0, err: '' });
    },
  );
  test('--version prints the version', async () => {
    expect(await run('--version')).toMatchObject({ code: 0, out: '0.0.0-fake\n' });
  });
  test('no row of help is wider than a narrow terminal of 80 columns', async () => {
    for (const argv of ['--help', 'read --help', 'explain --help', 'check --help']) {
      for (const row of (await run(argv, TERMINAL)).out.split('\n')) expect(row.length).toBeLessThanOrEqual(80);
    }
  });
  test('titles are bold only where there is colour', async () => {
    expect((await run('--help', { ...TERMINAL, colour: true })).out).toContain('\u001B[1mUsage:');
    expect((await run('--help', TERMINAL)).out).not.toContain('\u001B');
  });
});
