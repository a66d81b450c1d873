import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { verify } from '../src/casefile/index.ts';
import type { Machine } from '../src/cli/machine.ts';
import { newCase, reopened, rowCounts, tempFolder } from './fakes/case.ts';
import { fakeReader } from './fakes/machine.ts';
import { linesOf, run } from './fakes/run.ts';

const TERMINAL = { isTerminal: true, columns: 100 };

/** A folder with three reports, a file that is broken and one that is none. */
function clips(): string {
  const folder = join(tempFolder(), 'clips');
  mkdirSync(folder);
  writeFileSync(join(folder, 'market.txt'), 'Ilya Dorn said the stalls were lit on purpose.\nMara Venn claimed nobody had seen it.\n');
  writeFileSync(
    join(folder, 'bridge.html'),
    '<html><title>A bridge</title><body><article><p>The mayor said the bridge would stay shut.</p></article></body></html>',
  );
  writeFileSync(
    join(folder, 'wire.ndjson'),
    '{"id":"a","text":"A clerk said nothing."}\n{"id":\n{"id":"b","text":"A baker told of it."}\n',
  );
  writeFileSync(join(folder, 'scan.pdf'), '%PDF-1.4 and nothing behind it');
  return folder;
}

const bytesOf = async function* (text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
};

const newPath = (): string => join(tempFolder(), 'market.hearsay');

describe('hearsay new', () => {
  test('makes a case that only its owner may read, names it, and says how to go on', async () => {
    const path = newPath();
    const { code, out, err } = await run(['new', path.replace(/\.hearsay$/, '')], { err: TERMINAL });
    expect({ code, out }).toEqual({ code: 0, out: `${path}\n` });
    expect(err).toContain(`hearsay add ${path} FILE…`);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });
  test('does not touch what is there', async () => {
    const path = newPath();
    writeFileSync(path, 'my notes');
    expect(await run(['new', path])).toMatchObject({ code: 1, out: '', err: expect.stringContaining('nothing was changed') });
    expect(readFileSync(path, 'utf8')).toBe('my notes');
  });
});

describe('an encrypted case', () => {
  const secret = (text: string): string => {
    const path = join(tempFolder(), 'secret.txt');
    writeFileSync(path, text);
    return path;
  };
  test('takes its passphrase from the first line of a file', async () => {
    const path = newPath();
    expect((await run(['new', '--encrypt', '--passphrase-file', secret('correct horse\nnot this\n'), path])).code).toBe(0);
    expect(readFileSync(path).subarray(0, 15).toString('latin1')).not.toBe('SQLite format 3');
    expect((await run(['verify', path, '--passphrase-file', secret('correct horse\r\n')])).code).toBe(0);
    const wrong = await run(['verify', path, '--passphrase-file', secret('correct hrose')]);
    expect(wrong).toMatchObject({ code: 1, out: '', err: expect.stringContaining('The passphrase does not open this file') });
  });
  test('takes it from standard input, for scripts', async () => {
    const path = newPath();
    expect((await run(['new', '--encrypt', path], { streams: { stdin: bytesOf('correct horse\n') } })).code).toBe(0);
    expect((await run(['log', path, '--passphrase-file', '-'], { streams: { stdin: bytesOf('correct horse') } })).code).toBe(0);
    expect((await run(['log', path], { streams: { stdin: bytesOf('correct horse') } })).code).toBe(0);
    const added = await run(['add', path, '-'], { streams: { stdin: bytesOf('Ilya Dorn said no.') } });
    expect(added).toMatchObject({ code: 2, out: '' });
  });
  test('asks twice where it is set, and again where it was wrong', async () => {
    const path = newPath();
    const typed = (...words: string[]) => ({ streams: { askSecret: async () => words.shift() ?? '' }, err: TERMINAL });
    const differ = await run(['new', '--encrypt', path], typed('correct horse', 'correct hrose'));
    expect(differ).toMatchObject({ code: 2, err: expect.stringContaining('differ; nothing was made') });
    expect(existsSync(path)).toBe(false);
    expect((await run(['new', '--encrypt', path], typed('correct horse', 'correct horse'))).code).toBe(0);
    const second = await run(['log', path], typed('hrose', 'correct horse'));
    expect(second).toMatchObject({ code: 0, err: expect.stringContaining('Try again') });
    expect((await run(['log', path], typed('a', 'b', 'c'))).code).toBe(1);
  });
  test.each([
    ['an empty passphrase', '\n', 2],
    ['a passphrase of many kilobytes', 'a'.repeat(5000), 2],
  ])('%s is refused', async (_edge, text, code) => {
    const path = newPath();
    expect(await run(['new', path, '--passphrase-file', secret(text)])).toMatchObject({ code, out: '' });
    expect(existsSync(path)).toBe(false);
  });
  test('composed and decomposed letters are one passphrase', async () => {
    const path = newPath();
    await run(['new', path, '--passphrase-file', secret('caf\u00e9')]);
    expect((await run(['log', path, '--passphrase-file', secret('cafe\u0301')])).code).toBe(0);
  });
});

describe('hearsay add', () => {
  test('tells what became of each, lists what failed with its reason, and the rest goes on', async () => {
    const { path } = newCase();
    const folder = clips();
    const { code, out, err } = await run(['add', path, folder], { out: TERMINAL });
    expect(out.split('\n').filter(Boolean)).toEqual([
      expect.stringMatching(/^r1 .*bridge\.html +\d statements? +A bridge$/),
      expect.stringMatching(/^r2 .*market\.txt +2 statements$/),
      expect.stringMatching(/^r3 .*wire\.ndjson:1 +1 statement$/),
      expect.stringMatching(/^r4 .*wire\.ndjson:3 +1 statement$/),
    ]);
    expect(err).toContain(`${folder}/scan.pdf: `);
    expect(err).toContain('(pdf-unreadable)');
    expect(err).toContain(`${folder}/wire.ndjson:2: `);
    expect(err).toContain('4 reports added with 5 statements; 2 failed');
    expect(code).toBe(1);
  });
  test('--json is a line for each', async () => {
    const { path } = newCase();
    const { out } = await run(['add', path, '--json', clips()]);
    expect(linesOf(out).map(({ kind, report, statements }) => [kind, report, statements])).toEqual([
      ['report', 'r1', 1],
      ['report', 'r2', 2],
      ['failed', undefined, undefined],
      ['report', 'r3', 1],
      ['failed', undefined, undefined],
      ['report', 'r4', 1],
    ]);
  });
  test('the same again adds nothing, and says so', async () => {
    const { path } = newCase();
    const folder = clips();
    await run(['add', path, folder]);
    const before = rowCounts(reopened(path));
    const { out, err } = await run(['add', path, `${folder}/*.txt`, `${folder}/*.ndjson`], { out: TERMINAL });
    expect(out).toContain('market.txt  in the case already: nothing added');
    expect(err).toContain('nothing added; 2 inputs were in the case already');
    expect(rowCounts(reopened(path))).toEqual(before);
  });
  test('--dry-run says what would be done and leaves the file as it is, byte for byte', async () => {
    const { path, close } = newCase();
    close();
    const before = readFileSync(path);
    const { code, out, err } = await run(['add', '--dry-run', path, clips(), 'gone.txt']);
    expect(out).toContain('market.txt: 1 report of kind text would be added');
    expect(out).toContain('wire.ndjson: 2 reports of kind ndjson would be added');
    expect(err).toContain('4 reports would be added; 0 inputs are in the case already; 3 would fail. Nothing was changed.');
    expect(code).toBe(1);
    expect(readFileSync(path).equals(before)).toBe(true);
  });
  test('standard input is told by its first bytes', async () => {
    const { path } = newCase();
    const { code, out } = await run(['add', '--json', path, '-'], {
      streams: { stdin: bytesOf('{"id":"x","text":"A clerk said nothing."}\n') },
    });
    expect({ code, ...JSON.parse(out) }).toMatchObject({ code: 0, from: '-', report: 'r1', id: 'x' });
  });
  test.each([1, 3])('with --jobs %d the case is the same', async (jobs) => {
    const kept = newCase();
    let asked: unknown;
    const machine: Partial<Machine> = {
      openReader: async (options) => {
        asked = options.jobs;
        return fakeReader();
      },
    };
    await run(['add', kept.path, '--jobs', String(jobs), clips()], { machine });
    expect(asked).toBe(jobs);
    expect(kept.db.all('SELECT id FROM articles ORDER BY number').map(({ id }) => String(id).slice(0, 7))).toEqual([
      'sha256:',
      'sha256:',
      'a',
      'b',
    ]);
  });
  test('at Ctrl-C what is in hand is finished, it says so, and the same command goes on', async () => {
    const kept = newCase();
    const batch = join(tempFolder(), 'batch.ndjson');
    writeFileSync(
      batch,
      Array.from({ length: 40 }, (_, i) => JSON.stringify({ id: `n${i}`, text: `Clerk ${i} said nothing.` })).join('\n'),
    );
    let interrupt = (): void => {};
    let read = 0;
    const machine: Partial<Machine> = {
      openReader: async () => ({
        ...fakeReader(),
        read: async (article) => {
          if (++read === 7) interrupt();
          return fakeReader().read(article);
        },
      }),
    };
    const onInterrupt = (listener: () => void) => {
      interrupt = listener;
      return () => {};
    };
    const first = await run(['add', kept.path, batch], { machine, streams: { onInterrupt } });
    expect(first.err).toMatch(/stopped after \d reports? added.* The same command goes on from there\./);
    expect(first.code).toBe(1);
    const some = rowCounts(kept).articles!;
    expect(some).toBeGreaterThan(0);
    expect(some).toBeLessThan(40);
    expect([...verify(kept)].filter(({ kind }) => kind === 'fault')).toEqual([]);
    expect((await run(['add', kept.path, batch])).code).toBe(0);
    expect(rowCounts(kept)).toMatchObject({ articles: 40, analyses: 40 });
    expect([...verify(kept)].filter(({ kind }) => kind === 'fault')).toEqual([]);
  });
  test('killed at any moment, the same command goes on: none lost, none twice', async () => {
    const kept = newCase();
    const batch = join(tempFolder(), 'batch.ndjson');
    const { article: _, ...shape } = await fakeReader().read({
      id: 'x',
      text: 'no',
      credits: [],
      sourceHash: '',
      textHash: '',
      map: { text: [0], source: [0] },
      notices: [],
    });
    const lines = Array.from({ length: 400 }, (_unused, i) => {
      const text = `Clerk ${i} said nothing of the fire. `.repeat(20);
      const hash = kept.tools.hash(new TextEncoder().encode(text));
      const about = {
        title: null,
        publisher: null,
        byline: null,
        published: null,
        url: null,
        credits: [],
        sourceHash: hash,
        textHash: hash,
      };
      return JSON.stringify({ ...shape, id: `n${i}`, article: { ...about, characters: text.length, text }, statements: [] });
    });
    writeFileSync(batch, lines.join('\n'));
    const bin = new URL('../dist/cli/bin.js', import.meta.url).pathname;
    const once = (killAfter: number | undefined): Promise<number | null> =>
      new Promise((resolve) => {
        const child = spawn(process.execPath, [bin, 'add', '--json', kept.path, batch], { stdio: 'ignore' });
        const timer = killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter);
        child.on('close', (code) => {
          clearTimeout(timer);
          resolve(code);
        });
      });
    for (const killAfter of [200, 320, 440]) {
      await once(killAfter);
      expect([...verify(kept)].filter(({ kind }) => kind === 'fault')).toEqual([]);
    }
    expect(await once(undefined)).toBe(0);
    expect(rowCounts(kept)).toMatchObject({ articles: 400, analyses: 400 });
    expect([...verify(kept)].filter(({ kind }) => kind === 'fault')).toEqual([]);
  });
});

describe('a case that cannot be used', () => {
  const COMMANDS: readonly (readonly string[])[] = [
    ['add', 'CASE', 'x.txt'],
    ['search', 'CASE', 'fire'],
    ['show', 'CASE', 'r1'],
    ['review', 'CASE'],
    ['log', 'CASE'],
    ['verify', 'CASE'],
    ['export', 'CASE'],
    ['relate', 'CASE'],
    ['check', 'CASE'],
    ['stamp', 'CASE'],
  ];
  test.each(COMMANDS)('%s tells a case that is not there, and one that is none', async (...argv) => {
    const gone = join(tempFolder(), 'gone.hearsay');
    const with_ = (path: string) => argv.map((word) => (word === 'CASE' ? path : word));
    expect(await run(with_(gone))).toMatchObject({ code: 1, out: '', err: expect.stringContaining('Make one: hearsay new') });
    const notes = join(tempFolder(), 'notes.hearsay');
    writeFileSync(notes, 'these are my notes on the fire, and no case');
    expect(await run(with_(notes))).toMatchObject({ code: 1, out: '', err: expect.stringMatching(/^hearsay: Expected a case file/) });
    expect(existsSync(gone)).toBe(false);
    expect(readFileSync(notes, 'utf8')).toBe('these are my notes on the fire, and no case');
  });
});
