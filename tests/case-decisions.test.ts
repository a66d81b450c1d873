import { describe, expect, test } from 'vitest';
import { keepRelations } from '../src/casefile/index.ts';
import { addAll, newCase, REPORTS, rowCounts } from './fakes/case.ts';
import { fakeReader } from './fakes/machine.ts';
import { relationsOver } from './fakes/relations.ts';
import { linesOf, run } from './fakes/run.ts';

const TERMINAL = { isTerminal: true, columns: 100 };

/** A case of `REPORTS` with persons, a cluster and a link. */
async function relatedCase() {
  const kept = newCase();
  await addAll(kept, REPORTS, {
    read: async (article) => {
      const analysis = await fakeReader().read(article);
      const speakers = analysis.statements.map(({ source }, i) => ({
        id: `p${i + 1}`,
        name: article.text.slice(...source[0]!),
        type: 'person' as const,
        role: null,
        mentions: source,
      }));
      return { ...analysis, speakers, statements: analysis.statements.map((one, i) => ({ ...one, speaker: `p${i + 1}` })) };
    },
  });
  const ids = kept.db.all<{ id: string }>('SELECT id FROM articles ORDER BY number').map(({ id }) => id);
  keepRelations(kept, relationsOver(ids), [1, 2, 3, 4]);
  return kept;
}

describe('hearsay show', () => {
  test.each([
    [
      'a report with its statements marked',
      'r1',
      ['Fire at the market', '[s1 the stalls were lit on purpose.]', 'came from  market.txt', '2 statements'],
    ],
    ['a statement and why it was read so', 'r1/s2', ['Mara Venn · claimed', 'the fake reader says so', 'nobody had seen it']],
    [
      'a statement that others have too',
      'r1/s1',
      ['cluster stalls · 2 reports, 1 first voice', 'altered · the same quotation in other words: r3/s1 · Coast Wire'],
    ],
    ['a speaker', 'r1/p2', ['Mara Venn · person', '1 mention', '[Mara Venn] claimed', 'r1/s2 nobody had seen it.']],
    ['a person', 'ilya-dorn', ['person ilya-dorn', '2 speakers of reports', 'r3 · Coast Wire · 28 February 2026']],
    ['a person who may be another', 'mara-venn', ['May be the same as', 'ilya-dorn 0.20 · the same full name']],
    ['a cluster', 'stalls', ['2 reports with the same statement, 1 first voice behind it', 'origin  r3/s1 · Coast Wire', 'echo  r1/s1']],
    ['what begins so', 'stal', ['cluster stalls']],
  ])('%s', async (_edge, id, expected) => {
    const { path } = await relatedCase();
    const { code, out } = await run(['show', path, id], { out: TERMINAL });
    for (const words of expected) expect(out).toContain(words);
    for (const row of out.split('\n')) expect(row.length).toBeLessThanOrEqual(100);
    expect(code).toBe(0);
  });
  test.each(['r1', 'r1/s1', 'r1/p1', 'ilya-dorn', 'stalls'])('%s as a line of JSON', async (id) => {
    const { path } = await relatedCase();
    const [found, ...more] = linesOf((await run(['show', path, id, '--json'])).out);
    expect(more).toEqual([]);
    expect(found.kind).toMatch(/^(report|statement|speaker|person|cluster)$/);
    expect(found.reviews).toEqual([]);
  });
  test.each([
    ['r9', 'There is nothing called "r9"'],
    ['r1/s9', 'There is no statement "s9" in r1; it has s1 to s2'],
    ['stalls/s1', '"stalls" is a cluster; only a report has statements'],
  ])('%s, which is not there, is told', async (id, message) => {
    const { path } = await relatedCase();
    expect(await run(['show', path, id])).toMatchObject({ code: 1, out: '', err: expect.stringContaining(message) });
  });
});

describe('hearsay review', () => {
  const by = ['--by', 'Ada Lind'];
  test('a decision is shown beside the finding, listed, logged, and taken back', async () => {
    const { path } = await relatedCase();
    const rejected = await run(['review', path, 'reject', 'r1/s2', ...by, '--why', 'a joke'], { out: TERMINAL });
    expect(rejected).toMatchObject({ code: 0, out: expect.stringContaining('rejected · Ada Lind') });
    expect((await run(['show', path, 'r1/s2'], { out: TERMINAL })).out).toContain('rejected · Ada Lind');
    expect((await run(['show', path, 'r1'], { out: TERMINAL })).out).toContain('rejected');
    const list = (await run(['review', path], { out: TERMINAL })).out;
    expect(list).toContain('1 rejected');
    expect(list).toContain('r1/s2');
    expect((await run(['log', path, 'r1/s2'])).out).toContain('Ada Lind rejected r1/s2 (decision 1)');
    expect((await run(['review', path, 'undo', '1', ...by, '--why', 'no joke'])).code).toBe(0);
    expect((await run(['show', path, 'r1/s2'], { out: TERMINAL })).out).not.toContain('rejected');
    expect(linesOf((await run(['review', path, '--json'])).out).map(({ action, stands }) => [action, stands])).toEqual([
      ['reject', false],
      ['undo', false],
    ]);
    expect((await run(['verify', path])).code).toBe(0);
  });
  test('a correction is what is shown, and goes out beside the finding, which stays', async () => {
    const kept = await relatedCase();
    const set = ['--set', 'act=deny', '--set', 'speaker=p1', '--set', 'said='];
    expect((await run(['review', kept.path, 'correct', 'r1/s2', ...set, ...by])).code).toBe(0);
    const [shown] = linesOf((await run(['show', kept.path, 'r1/s2', '--json'])).out);
    expect(shown.statement).toMatchObject({ act: 'deny', speaker: 'p1' });
    const [exported] = linesOf((await run(['export', kept.path])).out);
    expect(exported.statements[1].act).toBeUndefined();
    expect(exported.reviews).toMatchObject([{ action: 'correct', of: 's2', value: { set: { act: 'deny', speaker: 'p1', said: null } } }]);
  });
  test('persons are merged, split, and both undone', async () => {
    const { path } = await relatedCase();
    const speakers = async (id: string) => linesOf((await run(['show', path, id, '--json'])).out)[0]?.speakers?.length;
    expect(await speakers('ilya-dorn')).toBe(2);
    expect((await run(['review', path, 'merge', 'ilya-dorn', 'mara-venn', ...by])).code).toBe(0);
    expect(await speakers('ilya-dorn')).toBe(3);
    expect((await run(['show', path, 'mara-venn'])).err).toContain('was merged with "ilya-dorn". Show that one.');
    expect((await run(['review', path, 'split', 'ilya-dorn', 'r3/p1', ...by, '--why', 'his brother'])).code).toBe(0);
    expect(await speakers('ilya-dorn')).toBe(2);
    expect(await speakers('ilya-dorn~2')).toBe(1);
    await run(['review', path, 'undo', '2', ...by]);
    await run(['review', path, 'undo', '1', ...by]);
    expect(await speakers('ilya-dorn')).toBe(2);
    expect(await speakers('mara-venn')).toBe(1);
    expect((await run(['verify', path])).code).toBe(0);
  });
  test.each<[edge: string, argv: readonly string[], code: number, message: string]>([
    ['nothing to decide about', ['accept'], 2, 'expected what to accept'],
    ['two things at once', ['accept', 'r1/s1', 'r1/s2'], 2, 'expected one thing to accept, found 2'],
    [
      'a field that cannot be corrected',
      ['correct', 'r1/s1', '--set', 'form=direct'],
      1,
      'There is no "form" of a statement to be corrected',
    ],
    ['a code that there is not', ['correct', 'r1/s1', '--set', 'act=shout'], 1, 'Expected one of state'],
    ['a span outside the text', ['correct', 'r1/s1', '--set', 'content=[[0,9999]]'], 1, 'Expected spans within the'],
    ['a note without words', ['note', 'r1'], 1, 'Expected the words of the note'],
    ['a statement that is not there', ['accept', 'r1/s9'], 1, 'There is no statement "s9"'],
    ['a merge with itself alone', ['merge', 'ilya-dorn'], 2, 'expected at least two persons'],
    ['a merge of a report', ['merge', 'ilya-dorn', 'r1'], 1, 'Only persons can be merged'],
    ['all of a person split off', ['split', 'ilya-dorn', 'r1/p1', 'r3/p1'], 1, 'none would be left'],
    ['a stranger split off', ['split', 'ilya-dorn', 'r1/p2'], 1, 'is none of the person "ilya-dorn"'],
    ['something undone that is not there', ['undo', '7'], 1, 'There is no decision 7'],
    ['an action that there is not', ['approve', 'r1/s1'], 2, 'Allowed choices are accept, reject'],
  ])('%s is told, and nothing is kept', async (_edge, argv, code, message) => {
    const kept = await relatedCase();
    expect(await run(['review', kept.path, ...argv, ...by])).toMatchObject({ code, out: '', err: expect.stringContaining(message) });
    expect(rowCounts(kept).reviews).toBe(0);
  });
});

describe('hearsay log and verify', () => {
  test('the log tells every change in its order, as rows and as NDJSON with the hashes', async () => {
    const { path } = await relatedCase();
    const { out } = await run(['log', path]);
    const order = [
      'made by hearsay',
      'received market.txt',
      'report r1 out of it',
      'read r1 by',
      'through with what was received',
      'related 4 reports',
    ];
    expect(order.map((words) => out.indexOf(words))).toEqual([...order.map((words) => out.indexOf(words))].sort((a, b) => a - b));
    expect(out).not.toContain('undefined');
    const events = linesOf((await run(['log', path, '--json'])).out);
    expect(events.map(({ number }) => number)).toEqual(events.map((_, i) => i + 1));
    expect(events.every(({ eventHash }) => /^sha256:[0-9a-f]{64}$/.test(eventHash))).toBe(true);
  });
  test('verify ends with counts and the head, which can be asked for later', async () => {
    const { path } = await relatedCase();
    const { code, out } = await run(['verify', path], { out: TERMINAL });
    expect(out).toContain('4  reports: text and record against their sha256');
    expect(out).toContain('All of ');
    const head = /Head of the log: (sha256:\w+)/.exec(out)![1]!;
    await run(['review', path, 'accept', 'r1/s1', '--by', 'ada']);
    expect((await run(['verify', path, '--head', head])).code).toBe(0);
    expect((await run(['verify', path, '--head', `sha256:${'0'.repeat(64)}`])).code).toBe(1);
    expect(code).toBe(0);
  });
  test('verify names the first thing that does not hold, and exits with 1', async () => {
    const kept = await relatedCase();
    kept.db.exec('DROP TRIGGER texts_never_change');
    kept.db.run("UPDATE texts SET text = CAST('Ilya Dorn denied it' AS BLOB), size = 19 WHERE number = 1");
    const { code, out } = await run(['verify', kept.path], { out: TERMINAL });
    expect(code).toBe(1);
    expect(out).toMatch(/does not hold\. \d+ faults, the first:\n {2}▸ the trigger texts_never_change/);
    expect(out).toContain('text 1: Expected the hash');
    const [json] = linesOf((await run(['verify', kept.path, '--json'])).out);
    expect(json).toMatchObject({ holds: false, faultCount: json.faults.length });
  });
});
