import { beforeAll, describe, expect, test } from 'vitest';
import type { Case } from '../src/casefile/index.ts';
import { main } from '../src/cli/main.ts';
import { parseCsv } from './csv.ts';
import { caseOf, emptyCase } from './fakes/kept-case.ts';
import { fakeMachine, fakeStreams } from './fakes/machine.ts';

let kept: Case;
beforeAll(async () => {
  const speaker = { id: 'p1', name: 'Ilya Dorn', type: 'person', role: 'foreign minister', mentions: [] } as const;
  const said = [{ source: 'Ilya Dorn', content: 'the army had fired on the old bridge', speaker: 'p1' }];
  kept = await caseOf([
    {
      id: 'bridge',
      title: 'Bridge shelled',
      publisher: 'The Bay Courier',
      published: '2020-01-15',
      text: 'Ilya Dorn said the army had fired on the old bridge.',
      said,
      more: { speakers: [speaker] },
    },
    { id: 'hostile', title: '=1+1', text: 'A \u001b[2J ferry, and "another".\u2028No bridge.' },
  ]);
  kept.db.run(
    "INSERT INTO reviews (at, by, why, action, about, article, analysis, id) VALUES ('2026-03-02T10:00:00Z', 'ada', 'seen', 'accept', 'statement', 1, 1, 's1')",
  );
  kept.db.run(
    "INSERT INTO reviews (at, by, action, about, article, analysis, id, undoes) VALUES ('2026-03-02T11:00:00Z', 'ada', 'undo', 'review', NULL, NULL, '1', 1)",
  );
  kept.db.run(
    "INSERT INTO reviews (at, by, action, about, article, analysis, id) VALUES ('2026-03-02T12:00:00Z', 'ben', 'reject', 'statement', 1, 1, 's1')",
  );
});

async function run(argv: readonly string[], on: Case = kept, columns = 80) {
  const streams = fakeStreams({ isTerminal: true, columns });
  const machine = fakeMachine({}, { openCase: async () => ({ ...on, close() {} }) });
  const exit = await main(argv, streams, machine);
  return { exit, out: streams.stdout.text(), err: streams.stderr.text() };
}

describe('hearsay search', () => {
  test('shows each hit with its words in context, and where else they stand', async () => {
    const { exit, out, err } = await run(['search', 'a.hearsay', '“old', 'bridge”', 'OR', 'bridge']);
    expect([exit, err]).toEqual([0, '']);
    expect(out).toBe(`── “old bridge” OR bridge ──────────────────────────────────────────────────────
1 statement

r1/s1  Ilya Dorn, foreign minister · rejected
       The Bay Courier · 15 January 2020 · Bridge shelled
       │ Ilya Dorn said the army had fired on the [old bridge].

The words stand elsewhere in these reports

r2     =1+1
       │ A ␛[2J ferry, and "another". No [bridge].

`);
  });

  test('says what it made of a faulty query', async () => {
    const { err, out } = await run(['search', 'a.hearsay', 'speker:Dorn', '"bridge']);
    expect(err).toBe(
      'hearsay: There is no field "speker:"; "speaker:" was taken to be meant.\nhearsay: A quotation mark was not closed; the phrase was taken to end with the search.\nhearsay: Read as: speaker:dorn AND bridge\n',
    );
    expect(out).toContain('r1/s1');
  });

  test('gives one line of JSON', async () => {
    const { out } = await run(['search', 'a.hearsay', 'bridge', '--json', '--facets', '--limit', '1']);
    expect(out.split('\n')).toHaveLength(2);
    const found = JSON.parse(out);
    expect(found).toMatchObject({ query: 'bridge', understood: 'bridge', repairs: [], total: 1, sort: 'relevance', notes: [] });
    expect(found.hits.map(({ ref }: { ref: string }) => ref)).toEqual(['r1/s1']);
    expect(found.facets.speaker).toEqual([{ value: 'Ilya Dorn', count: 1 }]);
    const { hits, next } = JSON.parse((await run(['search', 'a.hearsay', 'bridge', '--json', '--cursor', found.next])).out);
    expect([hits.map(({ ref }: { ref: string }) => ref), next]).toEqual([['r2'], null]);
  });

  test.each([
    ['nothing found', ['zebra'], 0, 'Nothing was found.'],
    ['an empty query', [], 0, '1 statement'],
    ['reports', ['--reports', 'bridge'], 0, '2 reports · best match first'],
    ['facets', ['--facets', 'bridge'], 0, 'speaker\n        1  Ilya Dorn'],
    ['a limit that is none', ['--limit', '0', 'bridge'], 2, ''],
    ['a cursor that is none', ['--cursor', 'x', 'bridge'], 1, ''],
  ])('%s', async (_, args, exit, shown) => {
    const done = await run(['search', 'a.hearsay', ...args]);
    expect([done.exit, done.out.includes(shown)]).toEqual([exit, true]);
  });

  test.each([20, 32, 60, 200])('no row is wider than %i columns, from 32 on', async (columns) => {
    const { out } = await run(['search', 'a.hearsay', 'bridge'], kept, columns);
    expect(Math.max(...out.split('\n').map((row) => row.length))).toBeLessThanOrEqual(Math.max(32, Math.min(120, columns)));
  });

  test('of an empty case finds nothing', async () => {
    expect((await run(['search', 'a.hearsay', 'bridge'], emptyCase())).out).toContain('Nothing was found.');
  });
});

describe('hearsay export', () => {
  test('gives one report a line, with the decisions beside the findings, those taken back too', async () => {
    const { exit, out, err } = await run(['export', 'a.hearsay']);
    const lines = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect([exit, err, lines.map(({ id }) => id)]).toEqual([0, '', ['bridge', 'hostile']]);
    expect(lines[0].article.text).toBe('Ilya Dorn said the army had fired on the old bridge.');
    expect(lines[0].reviews).toEqual([
      {
        id: 1,
        at: '2026-03-02T10:00:00Z',
        by: 'ada',
        why: 'seen',
        action: 'accept',
        about: 'statement',
        of: 's1',
        value: null,
        undoes: null,
        stands: false,
        earlier: false,
      },
      {
        id: 2,
        at: '2026-03-02T11:00:00Z',
        by: 'ada',
        why: null,
        action: 'undo',
        about: 'review',
        of: '1',
        value: null,
        undoes: 1,
        stands: true,
        earlier: false,
      },
      {
        id: 3,
        at: '2026-03-02T12:00:00Z',
        by: 'ben',
        why: null,
        action: 'reject',
        about: 'statement',
        of: 's1',
        value: null,
        undoes: null,
        stands: true,
        earlier: false,
      },
    ]);
  });

  test('gives CSV with what was decided last', async () => {
    const { out } = await run(['export', 'a.hearsay', '--format', 'csv', '--bom']);
    const [header, row, ...rest] = parseCsv(out.replace(/^\uFEFF/, ''));
    expect([out[0], rest]).toEqual(['\uFEFF', []]);
    const cell = (name: string) => row![header!.indexOf(name)];
    expect(['report', 'statement', 'speaker', 'content', 'decision'].map(cell)).toEqual([
      'bridge',
      's1',
      'Ilya Dorn',
      'the army had fired on the old bridge',
      'reject',
    ]);
  });

  test('gives a table of reports in which no title is a formula', async () => {
    const { out } = await run(['export', 'a.hearsay', '--format', 'csv', '--table', 'reports']);
    expect(parseCsv(out).map((row) => row[1])).toEqual(['title', 'Bridge shelled', "'=1+1"]);
  });

  test('sends no control character to a terminal, and all of them to a file', async () => {
    const argv = ['export', 'a.hearsay', '--format', 'csv', '--table', 'reports'];
    expect((await run(argv)).out).toContain('A ␛[2J ferry');
    const streams = fakeStreams();
    await main(argv, streams, fakeMachine({}, { openCase: async () => ({ ...kept, close() {} }) }));
    expect(streams.stdout.text()).toContain('A \u001b[2J ferry');
  });

  test.each([
    ['words', 'ferry', ['hostile']],
    ['a field of its statements', 'speaker:dorn', ['bridge']],
    ['nothing', 'zebra', []],
  ])('narrows to what a query finds: %s', async (_, query, ids) => {
    const { out } = await run(['export', 'a.hearsay', '--query', query]);
    expect(
      out
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line).id),
    ).toEqual(ids);
  });

  test.each([
    ['a format that there is not', ['--format', 'xls'], 2, 'Allowed choices are ndjson, csv'],
    ['a table without CSV', ['--table', 'reports'], 2, '--table and --bom belong to --format csv'],
    ['a query that says nothing, so that not all goes out by mistake', ['--query', 'grade:purple'], 2, 'There is no grade "purple"'],
    ['a query with a fault', ['--query', '"ferry'], 0, '--query was read as: ferry'],
  ])('%s', async (_, args, exit, said) => {
    const done = await run(['export', 'a.hearsay', ...args]);
    expect([done.exit, done.err.includes(said)]).toEqual([exit, true]);
  });
});
