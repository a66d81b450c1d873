import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Case, findThing, keepReview, lastRun, readPersons, readRelations, verify } from '../../src/casefile/index.ts';
import { main } from '../../src/cli/main.ts';
import { caseTools } from '../../src/node/index.ts';
import { addAll, newCase, VERSION } from '../fakes/case.ts';
import { fakeMachine, fakeStreams } from '../fakes/machine.ts';
import { DORN, isCluster, isPerson, one, QUOTE } from '../fakes/related.ts';
import { reportOf, type Told } from '../fakes/reports.ts';

const TERMINAL = { isTerminal: true, columns: 100 };
const quote = { by: DORN, says: `“${QUOTE}”` };
const AGENCY = one('agency', quote, { publisher: 'Highland Press Agency' });
const COPY = one('copy', quote, { publisher: 'Harbour Daily', date: '2023-03-15', credits: ['(Highland Press Agency)'] });
const EXAMINER = one('examiner', quote, { publisher: 'Vale Examiner', date: '2023-03-16' });

const { hash } = caseTools(VERSION);
const hashOf = (text: string): string => hash(new TextEncoder().encode(text));

/** A line of NDJSON as `hearsay read` writes it. */
function lineOf(told: Told): string {
  const { article, ...rest } = reportOf(told);
  return JSON.stringify({ ...rest, article: { ...article, sourceHash: hashOf(told.id), textHash: hashOf(article.text) } });
}

async function caseOf(...reports: readonly Told[]) {
  const kept = newCase();
  await addAll(kept, { 'reports.ndjson': reports.map(lineOf).join('\n') });
  return kept;
}

async function run(argv: readonly string[], out = {}) {
  const streams = fakeStreams(out, {});
  const code = await main(argv, streams, fakeMachine({}));
  return { code, out: streams.stdout.text(), err: streams.stderr.text() };
}

const holds = (kept: Case): boolean => [...verify(kept)].every(({ kind }) => kind !== 'fault');

describe('hearsay relate CASE', () => {
  test('gives what it gives of files, and keeps it', async () => {
    const kept = await caseOf(AGENCY, COPY, EXAMINER);
    const { code, out, err } = await run(['relate', kept.path]);
    const relations = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(relations.map(({ kind }) => kind)).toEqual(['person', 'cluster']);
    expect([...readRelations(kept)]).toEqual(relations);
    expect(err).toBe(`hearsay: 1 person, 1 cluster, 0 links of 3 reports kept in ${kept.path}. To see one: hearsay show ${kept.path} ID\n`);
    expect(code).toBe(0);
    expect(lastRun(kept)).toMatchObject({ number: 1, analyses: 3, since: 0 });
    expect(holds(kept)).toBe(true);
  });
  test('its page names what can be shown, and shows it', async () => {
    const kept = await caseOf(AGENCY, COPY, EXAMINER);
    const { out } = await run(['relate', kept.path], TERMINAL);
    const id = [...readRelations(kept)].find(isCluster)!.id;
    expect(out).toContain(`1 first voice in 3 reports · ${id}`);
    expect(out).toContain('Harbour Daily · 15 March 2023 · r2/s1 · echo');
    expect((await run(['show', kept.path, id], TERMINAL)).out).toContain('r1 · Highland Press Agency · 14 March 2023');
    const [person] = readPersons(kept);
    const shown = await run(['show', kept.path, person!.id], TERMINAL);
    expect(shown.out).toContain('Ilya Dorn · person · 3 speakers of reports');
    expect((await run(['show', kept.path, 'r2/s1'], TERMINAL)).out).toContain(`cluster ${id} · 3 reports, 1 first voice`);
  });
  test('what is rejected is left out, what is corrected counts as corrected', async () => {
    const kept = await caseOf(AGENCY, COPY, EXAMINER);
    const about = { by: 'ada', why: null, undoes: null, article: 2, analysis: 2 };
    keepReview(kept, { ...about, action: 'reject', about: 'statement', id: 's1', value: null });
    keepReview(kept, {
      ...about,
      article: 3,
      analysis: 3,
      action: 'correct',
      about: 'speaker',
      id: 'p1',
      value: { set: { name: 'Oskar Lind' } },
    });
    await run(['relate', kept.path]);
    const found = [...readRelations(kept)];
    expect(found.filter(isCluster).flatMap(({ members }) => members.map(({ article }) => article))).not.toContain('copy');
    expect(found.filter(isPerson).map(({ name }) => name)).toContain('Oskar Lind');
  });
  test('a second run keeps what is new; what both gave stands once', async () => {
    const kept = await caseOf(AGENCY, COPY);
    await run(['relate', kept.path]);
    await addAll(kept, { 'more.ndjson': lineOf(EXAMINER) });
    expect(lastRun(kept)).toMatchObject({ since: 1 });
    await run(['relate', kept.path]);
    await run(['relate', kept.path]);
    expect(lastRun(kept)).toMatchObject({ number: 3, analyses: 3, since: 0 });
    expect(kept.db.get('SELECT count(*) AS n FROM relations')).toEqual({ n: 4 });
    expect([...readRelations(kept)].length).toBe(2);
    expect(holds(kept)).toBe(true);
  });
  test('a merge by hand holds when the case is related anew', async () => {
    const kept = await caseOf(AGENCY, one('other', { by: 'Mara Venn (mayor)', says: 'the harbour would stay shut' }));
    await run(['relate', kept.path]);
    const ids = readPersons(kept).map(({ id }) => id);
    expect(ids).toHaveLength(2);
    expect((await run(['review', kept.path, 'merge', ...ids, '--by', 'ada'])).code).toBe(0);
    await run(['relate', kept.path]);
    expect((await run(['show', kept.path, ids[0]!], TERMINAL)).out).toContain('2 speakers of reports');
    expect(findThing(kept, ids[0]!)).toMatchObject({ kind: 'person' });
  });
  test('an analysis of another version is left out and listed', async () => {
    const kept = await caseOf(AGENCY, COPY, one('old', quote, { version: '0.0.9' }));
    const { code, err } = await run(['relate', kept.path]);
    expect(err).toContain(`${kept.path}: expected analyses of version 0.1.0, found version 0.0.9 in "old"`);
    expect(err).toContain('of 2 reports kept');
    expect(code).toBe(1);
    expect(lastRun(kept)).toMatchObject({ analyses: 2 });
  });
  test.each([
    ['a case beside files', ['relate', 'CASE', 'a.ndjson'], 2, 'is a case file: name it alone'],
    ['a case that is not there', ['relate', 'gone.hearsay'], 1, 'Make one: hearsay new'],
    ['a case beside files, to be checked', ['check', 'a.txt', 'CASE'], 2, 'is a case file: name it alone'],
  ])('%s', async (_edge, argv, code, message) => {
    const kept = await caseOf(AGENCY);
    const found = await run(argv.map((word) => (word === 'CASE' ? kept.path : word)));
    expect(found).toMatchObject({ code, out: '', err: expect.stringContaining(message) });
  });
});

test('hearsay check CASE looks at each report of the case', async () => {
  const kept = newCase(join((await caseOf()).path, '..', 'other.hearsay'));
  await addAll(kept, { 'a.txt': 'Nobody said no.', 'batch.ndjson': '{"id": "b", "text": "The mayor said no."}' });
  const { code, out } = await run(['check', kept.path]);
  const lines = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines.map(({ id, findings }) => [id, findings.length])).toEqual([
    [hashOf('Nobody said no.'), 1],
    ['b', 0],
  ]);
  expect(code).toBe(0);
  expect((await run(['check', kept.path], TERMINAL)).out).toContain('── r1 ');
});
