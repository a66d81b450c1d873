import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { CaseError, headOf, migrate, SCHEMA_VERSION, schemaVersion, verify } from '../../src/casefile/index.ts';
import { openCaseFile, openDatabase } from '../../src/node/index.ts';
import { articleOf, fakeAnalysis } from '../fakes/analysis.ts';
import { addAll, newCase, REPORTS, reopened, rowCounts, tempFolder, VERSION } from '../fakes/case.ts';

const secret = (text: string): Uint8Array => new TextEncoder().encode(text);
const isRoot = process.getuid?.() === 0;

/** The fault and message with which a case cannot be opened. */
function faultOf(path: string, options: Partial<Parameters<typeof openCaseFile>[1]> = {}): string {
  try {
    openCaseFile(path, { version: VERSION, ...options }).close();
    return 'opened';
  } catch (error) {
    if (!(error instanceof CaseError)) throw error;
    expect(error.message, 'says what to do').toMatch(/\. [A-Z].*|: a newer|; nothing was changed|: a passphrase/);
    return error.fault;
  }
}

describe.each([
  ['plain', undefined],
  ['encrypted', secret('correct horse')],
] as const)('a case that is %s', (_kind, passphrase) => {
  const options = passphrase === undefined ? {} : { passphrase };

  test('keeps what is added over closing and opening', async () => {
    const kept = newCase(join(tempFolder(), 'a.hearsay'), passphrase);
    await addAll(kept, REPORTS);
    const before = [rowCounts(kept), headOf(kept)];
    kept.close();
    const again = reopened(kept.path, options);
    expect([rowCounts(again), headOf(again)]).toEqual(before);
    expect([...verify(again)].filter(({ kind }) => kind === 'fault')).toEqual([]);
  });

  test('is one file when it is closed, with the log in WAL while it is open', async () => {
    const kept = newCase(join(tempFolder(), 'a.hearsay'), passphrase);
    await addAll(kept, REPORTS);
    expect(existsSync(`${kept.path}-wal`)).toBe(true);
    expect(kept.db.get('PRAGMA foreign_keys')).toEqual({ foreign_keys: 1 });
    kept.close();
    expect(existsSync(`${kept.path}-wal`)).toBe(false);
  });

  test('rests without a write-ahead log, so that it can be read where nothing can be written, and reading changes no byte of it', async () => {
    const kept = newCase(join(tempFolder(), 'a.hearsay'), passphrase);
    await addAll(kept, REPORTS);
    kept.close();
    const before = readFileSync(kept.path);
    const reader = reopened(kept.path, { ...options, readOnly: true });
    expect(reader.db.get('PRAGMA journal_mode')).toEqual({ journal_mode: 'delete' });
    expect(rowCounts(reader)).toMatchObject({ articles: 4 });
    reader.close();
    const writer = reopened(kept.path, options);
    expect(rowCounts(writer)).toMatchObject({ articles: 4 });
    writer.close();
    expect(readFileSync(kept.path).equals(before)).toBe(true);
  });

  test('opened to be read, it cannot be written', async () => {
    const kept = newCase(join(tempFolder(), 'a.hearsay'), passphrase);
    const reader = reopened(kept.path, { ...options, readOnly: true });
    expect(() => reader.db.run("INSERT INTO settings VALUES ('a', 'b')")).toThrow(CaseError);
  });

  test('two may have it open: one reads what the other writes, and both may write in turn', async () => {
    const one = newCase(join(tempFolder(), 'a.hearsay'), passphrase);
    const two = reopened(one.path, options);
    await addAll(one, { 'a.txt': 'One said A.' });
    await addAll(two, { 'b.txt': 'Two said B.' });
    expect(rowCounts(one)).toEqual(rowCounts(two));
    expect([...verify(one)].filter(({ kind }) => kind === 'fault')).toEqual([]);
  });

  test('while another holds it to write, whoever waits too long is told so', () => {
    const one = newCase(join(tempFolder(), 'a.hearsay'), passphrase);
    const two = reopened(one.path, { ...options, patienceMs: 50 });
    one.db.exec('BEGIN IMMEDIATE');
    expect(() => two.db.transaction(() => 0)).toThrow(expect.objectContaining({ fault: 'locked' }));
    one.db.exec('ROLLBACK');
    expect(two.db.transaction(() => 1)).toBe(1);
  });
});

describe('an encrypted case', () => {
  test('has nothing readable in its bytes', async () => {
    const kept = newCase(join(tempFolder(), 'a.hearsay'), secret('correct horse'));
    await addAll(kept, { 'a.txt': 'Ilya Dorn said the stalls were lit on purpose.' });
    kept.close();
    const bytes = readFileSync(kept.path).toString('latin1');
    for (const words of ['SQLite format', 'Ilya Dorn', 'sha256:', 'CREATE TABLE', 'a.txt']) expect(bytes).not.toContain(words);
  });
  test('needs its passphrase, and tells a wrong one', () => {
    const kept = newCase(join(tempFolder(), 'a.hearsay'), secret('correct horse'));
    kept.close();
    expect(faultOf(kept.path)).toBe('encrypted');
    expect(faultOf(kept.path, { passphrase: secret('wrong') })).toBe('wrong-passphrase');
    expect(faultOf(kept.path, { passphrase: secret('wrong'), readOnly: true })).toBe('wrong-passphrase');
    expect(faultOf(kept.path, { passphrase: secret('correct horse') })).toBe('opened');
  });
  test('a passphrase given for a plain case is not needed', () => {
    const kept = newCase();
    kept.close();
    expect(faultOf(kept.path, { passphrase: secret('whatever') })).toBe('opened');
  });
});

describe('what is no case, or cannot be opened', () => {
  test.each([
    ['a text', 'this is a report and no case file, written for a test of what is told then. '.repeat(9), 'not-a-case'],
    ['an empty file', '', 'not-a-case'],
    ['half of a header', 'SQLite fo', 'not-a-case'],
    ['a header and nothing behind it', 'SQLite format 3\0', 'not-a-case'],
  ])('%s is told and left as it is', (_what, content, fault) => {
    const path = join(tempFolder(), 'x.hearsay');
    writeFileSync(path, content);
    expect(faultOf(path)).toBe(fault);
    expect(readFileSync(path, 'latin1')).toBe(content);
  });
  test('nothing there, and a folder', () => {
    const folder = tempFolder();
    expect(faultOf(join(folder, 'gone.hearsay'))).toBe('missing');
    expect(existsSync(join(folder, 'gone.hearsay'))).toBe(false);
    expect(faultOf(folder)).toBe('not-a-case');
  });
  test('the database of another program is left as it is', () => {
    const path = join(tempFolder(), 'other.db');
    const other = openDatabase(path);
    other.exec('CREATE TABLE bookmarks (a)');
    other.close();
    const before = readFileSync(path);
    expect(faultOf(path)).toBe('not-a-case');
    expect(readFileSync(path)).toEqual(before);
  });
  test('a case of a newer version is left as it is', () => {
    const kept = newCase();
    kept.db.exec(`PRAGMA user_version = ${SCHEMA_VERSION + 1}`);
    kept.close();
    const before = readFileSync(kept.path);
    expect(faultOf(kept.path)).toBe('newer-version');
    expect(readFileSync(kept.path)).toEqual(before);
  });
  test('a case whose pages are damaged is told by verify or when it is opened, never a crash', async () => {
    const kept = newCase();
    await addAll(kept, REPORTS);
    kept.close();
    const bytes = readFileSync(kept.path);
    bytes.fill(0xff, 8192, bytes.length - 8192);
    writeFileSync(kept.path, bytes);
    let faults = 0;
    try {
      for (const step of verify(reopened(kept.path, { readOnly: true }))) if (step.kind === 'fault') faults++;
    } catch (error) {
      expect(error).toBeInstanceOf(CaseError);
      faults++;
    }
    expect(faults).toBeGreaterThan(0);
  });
  test('a new case is never made over a file, but over an empty one', () => {
    const path = join(tempFolder(), 'a.hearsay');
    writeFileSync(path, '');
    newCase(path).close();
    expect(() => newCase(path)).toThrow(/Expected nothing at/);
    expect(() => newCase(join(tempFolder(), 'no', 'such', 'a.hearsay'))).toThrow(/Expected a folder/);
  });
  test.skipIf(isRoot)('a file and folder that cannot be written can be read, and are told when they are to be written', async () => {
    const folder = join(tempFolder(), 'archive');
    mkdirSync(folder);
    const kept = newCase(join(folder, 'a.hearsay'));
    await addAll(kept, REPORTS);
    kept.close();
    chmodSync(kept.path, 0o444);
    chmodSync(folder, 0o555);
    try {
      expect(faultOf(kept.path)).toBe('read-only');
      expect(rowCounts(reopened(kept.path, { readOnly: true }))).toMatchObject({ articles: 4 });
    } finally {
      chmodSync(folder, 0o755);
    }
  });
});

describe('a case of the version before', () => {
  test('made by that version is brought up to date with all that it holds', () => {
    const path = join(tempFolder(), 'version-1.hearsay');
    copyFileSync(new URL('./version-1.hearsay', import.meta.url), path);
    const old = openDatabase(path, { readOnly: true });
    expect(schemaVersion(old)).toBe(1);
    const before = rowCounts({ db: old } as never);
    const events = old.all('SELECT entry, previous, hash FROM events ORDER BY number');
    old.close();
    const file = reopened(path);
    expect(schemaVersion(file.db)).toBe(SCHEMA_VERSION);
    expect(rowCounts(file)).toEqual({ ...before, events: before.events! + 1 });
    expect(file.db.all('SELECT entry, previous, hash FROM events ORDER BY number').slice(0, -1)).toEqual(events);
    expect(JSON.parse(headOf(file)!.entry)).toMatchObject({ event: 'migrated', schema: SCHEMA_VERSION });
    expect([...verify(file)].filter(({ kind }) => kind === 'fault')).toEqual([]);
  });
  test('that cannot be written is not brought up to date: it says so', () => {
    const path = join(tempFolder(), 'version-1.hearsay');
    copyFileSync(new URL('./version-1.hearsay', import.meta.url), path);
    const old = openDatabase(path, { readOnly: true });
    expect(() => migrate(old)).toThrow(expect.objectContaining({ fault: 'read-only' }));
    expect(schemaVersion(old)).toBe(1);
    old.close();
  });
});

describe.skipIf(process.platform !== 'linux')('no more room', () => {
  test('is told, and what was kept before stands; with room the same goes on', async () => {
    const kept = newCase();
    await addAll(kept, { 'a.txt': 'One said A.' });
    kept.close();
    const lines = Array.from({ length: 200 }, (_, i) => {
      const words = Array.from({ length: 200 }, (_, n) => ((i * 7919 + n * 104_729) % 99_991).toString(36)).join(' ');
      const text = `Speaker ${i} said ${words}.`;
      const textHash = kept.tools.hash(new TextEncoder().encode(text));
      return JSON.stringify(fakeAnalysis(articleOf(text, { id: `r${i}`, sourceHash: textHash, textHash })));
    });
    const batch = join(tempFolder(), 'many.ndjson');
    writeFileSync(batch, lines.join('\n'));
    const limit = Math.ceil(statSync(kept.path).size / 512) + 300;
    const bin = fileURLToPath(new URL('../../dist/cli/bin.js', import.meta.url));
    const run = spawnSync(
      'bash',
      ['-c', `ulimit -f ${limit}; trap '' XFSZ; exec "$0" "$@"`, process.execPath, bin, 'add', '--json', kept.path, batch],
      { encoding: 'utf8' },
    );
    expect(run.stderr).toMatch(/room|disk refused/);
    expect(run.status).toBe(1);
    const again = reopened(kept.path);
    expect([...verify(again)].filter(({ kind }) => kind === 'fault')).toEqual([]);
    expect(rowCounts(again).articles).toBeGreaterThanOrEqual(1);
  });
});
