import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  type Case,
  countFacets,
  countPending,
  dropIndex,
  indexReports,
  parseQuery,
  type SearchOptions,
  search,
} from '../../src/casefile/index.ts';
import { addReports, caseOf, type FakeReport } from '../fakes/kept-case.ts';

const sourcing = { type: 'person', grade: 'named', channel: 'speech', outlet: null, addressee: null, said: null, chain: [] } as const;
const dorn = { id: 'p1', name: 'Ilya Dorn', type: 'person', role: 'foreign minister', mentions: [] } as const;
const lind = { id: 'p2', name: 'Mára Lind', type: 'person', role: 'mayor of Kelvin Bay', mentions: [] } as const;
const killing = {
  accused: 'the Rovian army',
  accusedSpeaker: null,
  wrong: 'killing',
  victims: null,
  place: null,
  when: null,
  status: 'alleged',
  spans: {},
  because: [],
} as const;

const REPORTS: readonly FakeReport[] = [
  {
    id: 'bridge',
    title: 'Bridge shelled at Orrin',
    publisher: 'The Bay Courier',
    published: '2020-01-15',
    text: 'Ilya Dorn said the Rovian army had fired on the old bridge. He said the dead were farmers.\n\nThe river was high and the ferry did not sail.',
    said: [
      {
        source: 'Ilya Dorn',
        content: 'the Rovian army had fired on the old bridge',
        act: 'accuse',
        speaker: 'p1',
        sourcing,
        allegations: [killing],
        confidence: 0.9,
      },
      { source: 'He', content: 'the dead were farmers', act: 'state', speaker: 'p1', sourcing, confidence: 0.6 },
    ],
    more: { speakers: [dorn] },
  },
  {
    id: 'flood',
    title: 'Flood closes the bridge',
    publisher: 'Sound Wire',
    published: '2020-06-30T22:00:00+02:00',
    text: 'Mára Lind told the “Courier” that the bridge of Kelvin Bay would stay closed. Sources called the flood a disgrace.',
    said: [
      {
        source: 'Mára Lind',
        content: 'the bridge of Kelvin Bay would stay closed',
        act: 'promise',
        speaker: 'p2',
        sourcing: { ...sourcing, channel: 'interview' },
      },
      {
        source: 'Sources',
        content: 'the flood a disgrace',
        act: 'criticise',
        speaker: null,
        sourcing: { ...sourcing, grade: 'bare', channel: 'unknown', type: 'unnamed' },
      },
    ],
    more: { speakers: [lind] },
  },
  { id: 'undated', title: 'Résumé of a ferry', text: 'The ferry is old. Nobody spoke of the bridge.' },
];

let kept: Case;
const found = (typed: string, options: SearchOptions = {}) => search(kept, parseQuery(typed), options);
const ids = (typed: string, options: SearchOptions = {}): readonly string[] =>
  found(typed, options).hits.map((hit) => (hit.kind === 'statement' ? `${hit.article}/${hit.statement}` : hit.article));

beforeAll(async () => {
  kept = await caseOf(REPORTS);
  indexReports(kept);
  const at = kept.db.get<{ article: number; analysis: number }>(
    "SELECT article, a.number AS analysis FROM analyses AS a JOIN articles AS c ON c.number = a.article WHERE c.id = 'bridge'",
  )!;
  kept.db.run(
    "INSERT INTO reviews (at, by, action, about, article, analysis, id) VALUES ('2026-03-02T10:00:00Z', 'ada', 'accept', 'statement', ?, ?, 's2')",
    at.article,
    at.analysis,
  );
  kept.db.run(
    "INSERT INTO reviews (at, by, action, about, article, analysis, id) VALUES ('2026-03-02T10:00:00Z', 'ada', 'note', 'statement', ?, ?, 's1')",
    at.article,
    at.analysis,
  );
});

describe('a search finds', () => {
  test.each([
    ['statements that hold the word, then reports that hold it elsewhere', 'ferry sort:date', ['bridge', 'undated']],
    ['a statement rather than its report', 'disgrace', ['flood/s2']],
    ['both words in one statement', 'bridge Rovian', ['bridge/s1']],
    ['a report in which they stand far apart', 'Rovian ferry', ['bridge']],
    ['either', 'farmers OR disgrace sort:date', ['bridge/s2', 'flood/s2']],
    ['one without the other', 'bridge NOT army', ['flood/s1', 'undated']],
    ['a phrase, however its quotation marks look', '„old bridge“', ['bridge/s1']],
    ['no phrase whose words stand otherwise', '"bridge old"', []],
    ['words near each other', 'NEAR(army bridge, 5)', ['bridge/s1']],
    ['no words too far from each other', 'NEAR(army bridge, 2)', []],
    ['a word by its beginning', 'disgr*', ['flood/s2']],
    ['a word without its accents', 'resume', ['undated']],
    ['what a person said, by the name that the report gives elsewhere', 'speaker:dorn', ['bridge/s1', 'bridge/s2']],
    ['a speaker by role', 'speaker:"foreign minister" farmers', ['bridge/s2']],
    ['a speaker with accents, typed without', 'speaker:mara', ['flood/s1']],
    ['whom it accuses', 'accused:rovian', ['bridge/s1']],
    ['a wrong', 'wrong:killing', ['bridge/s1']],
    ['a grade', 'grade:bare', ['flood/s2']],
    ['a channel', 'channel:interview', ['flood/s1']],
    ['an act', 'act:(accuse OR criticise) sort:date', ['bridge/s1', 'flood/s2']],
    ['a publisher', 'publisher:courier', ['bridge/s1', 'bridge/s2']],
    ['a title', 'title:flood', ['flood/s1', 'flood/s2']],
    ['what was published within some months, the last one whole', 'date:[2020-06 TO 2020-06] bridge', ['flood/s1']],
    ['what was published from a day on', 'date:[2020-01-16 TO *]', ['flood/s1', 'flood/s2']],
    ['nothing without a date within a range', 'date:[* TO 2020-05] ferry', ['bridge']],
    ['what a person has decided on; a note decides nothing', 'reviewed:yes', ['bridge/s2']],
    ['what nobody has decided on', 'reviewed:no speaker:dorn', ['bridge/s1']],
    ['alternatives of which one is a word and one a code', 'farmers OR grade:bare', ['flood/s2', 'bridge/s2']],
    ['all but something', 'NOT speaker:dorn sort:date', ['flood/s1', 'flood/s2']],
    ['everything, the newest first', '', ['flood/s1', 'flood/s2', 'bridge/s1', 'bridge/s2']],
    ['the oldest first', 'sort:date', ['bridge/s1', 'bridge/s2', 'flood/s1', 'flood/s2']],
    ['the most doubtful first', 'sort:confidence speaker:dorn', ['bridge/s2', 'bridge/s1']],
    ['the surest first', 'sort:-confidence speaker:dorn', ['bridge/s1', 'bridge/s2']],
    ['by publisher', 'sort:publisher', ['flood/s1', 'flood/s2', 'bridge/s1', 'bridge/s2']],
  ])('%s', (_, typed, expected) => {
    expect(ids(typed)).toEqual(expected);
  });

  test.each([
    ['reports that hold a statement, once each', 'speaker:dorn', ['bridge']],
    ['reports by their words', 'bridge sort:date', ['bridge', 'flood', 'undated']],
    ['all reports, those without a date last', '', ['flood', 'bridge', 'undated']],
  ])('%s', (_, typed, expected) => {
    expect(ids(typed, { reports: true })).toEqual(expected);
  });
});

describe('a hit', () => {
  test('has what is known of the statement and its report', () => {
    expect(found('wrong:killing').hits[0]).toMatchObject({
      ...{
        kind: 'statement',
        ref: 'r1/s1',
        article: 'bridge',
        statement: 's1',
        title: 'Bridge shelled at Orrin',
        publisher: 'The Bay Courier',
      },
      ...{
        published: '2020-01-15',
        url: null,
        speaker: 'Ilya Dorn',
        role: 'foreign minister',
        source: 'Ilya Dorn',
        act: 'accuse',
        grade: 'named',
      },
      ...{ channel: 'speech', form: 'direct', wrong: 'killing', accused: 'the Rovian army', confidence: 0.9, review: null },
    });
    expect(found('farmers').hits[0]).toMatchObject({ review: 'accept' });
  });

  test.each([
    ['the statement with who said it', '"old bridge" speaker:Dorn', 'Ilya', ['Dorn', 'old bridge']],
    ['no word that is ruled out', 'army NOT disgrace', 'Ilya', ['army']],
    ['the text of a report', 'ferry', 'The ferry', ['ferry']],
  ])('shows its words in context: %s', (_, typed, begins, marked) => {
    const { context, article } = found(typed).hits[0]!;
    expect(context.text.startsWith(begins)).toBe(true);
    expect(context.marks.map((mark) => context.text.slice(...mark))).toEqual(marked);
    const { text } = REPORTS.find(({ id }) => id === article)!;
    expect(text.slice(...context.at)).toBe(context.text);
  });
});

describe('pages', () => {
  test.each(['', 'bridge', 'sort:date', 'sort:publisher', 'ferry OR bridge sort:-confidence'])(
    'of "%s" hold each hit once, whatever their size',
    (typed) => {
      const whole = ids(typed, { limit: 100 });
      for (const limit of [1, 2, 3]) {
        const pages: string[] = [];
        let cursor: string | undefined;
        do {
          const page = found(typed, { limit, cursor });
          expect(page.hits.length).toBeLessThanOrEqual(limit);
          pages.push(...page.hits.map((hit) => (hit.kind === 'statement' ? `${hit.article}/${hit.statement}` : hit.article)));
          cursor = page.next ?? undefined;
        } while (cursor !== undefined && pages.length < 50);
        expect(pages).toEqual(whole);
      }
    },
  );

  test('a cursor of another search is refused', () => {
    const { next } = found('bridge', { limit: 1 });
    expect(() => found('ferry', { cursor: next! })).toThrow('Expected a cursor that this very search gave');
    expect(() => found('ferry', { cursor: 'zzz' })).toThrow('Expected a cursor');
  });
});

describe('facets', () => {
  test('count statements', () => {
    expect(countFacets(kept, parseQuery(''))).toEqual({
      publisher: [
        { value: 'Sound Wire', count: 2 },
        { value: 'The Bay Courier', count: 2 },
      ],
      date: [
        { value: '2020-01', count: 2 },
        { value: '2020-06', count: 2 },
      ],
      speaker: [
        { value: 'Ilya Dorn', count: 2 },
        { value: '', count: 1 },
        { value: 'Mára Lind', count: 1 },
      ],
      grade: [
        { value: 'named', count: 3 },
        { value: 'bare', count: 1 },
      ],
      wrong: [{ value: 'killing', count: 1 }],
      act: [
        { value: 'accuse', count: 1 },
        { value: 'criticise', count: 1 },
        { value: 'promise', count: 1 },
        { value: 'state', count: 1 },
      ],
      reviewed: [
        { value: 'no', count: 3 },
        { value: 'yes', count: 1 },
      ],
    });
  });

  test('count reports, those without statements too', () => {
    const facets = countFacets(kept, parseQuery('bridge'), { unit: 'report', only: ['publisher', 'grade'] });
    expect(facets).toEqual({
      publisher: [
        { value: '', count: 1 },
        { value: 'Sound Wire', count: 1 },
        { value: 'The Bay Courier', count: 1 },
      ],
      grade: [
        { value: 'named', count: 2 },
        { value: 'bare', count: 1 },
      ],
    });
  });

  test('agree with the search that each value leads to', () => {
    const facets = countFacets(kept, parseQuery('bridge'));
    for (const name of ['grade', 'act', 'wrong', 'reviewed'] as const)
      for (const { value, count } of facets[name]!) expect(found(`bridge ${name}:${value}`).total, `${name}:${value}`).toBe(count);
  });
});

describe('the index', () => {
  test('takes in what is added later, and a newer reading instead of the older', async () => {
    const other = await caseOf(REPORTS.slice(0, 1));
    expect(search(other, parseQuery('farmers'))).toMatchObject({
      total: 0,
      notes: ['1 report is not in the index of searches yet and not looked through.'],
    });
    expect(indexReports(other)).toBe(0);
    await addReports(other, [REPORTS[1]!]);
    expect(countPending(other)).toBe(1);
    indexReports(other);
    const all = search(other, parseQuery('')).total;
    dropIndex(other);
    expect(search(other, parseQuery('')).total).toBe(0);
    indexReports(other);
    expect([search(other, parseQuery('')).total, search(other, parseQuery('disgrace')).total]).toEqual([all, 1]);
  });

  test('is not written where the case is only read', async () => {
    const other = await caseOf(REPORTS.slice(0, 1));
    expect(indexReports({ ...other, db: { ...other.db, readOnly: true } })).toBe(1);
  });
});

const bit = fc.constantFrom(
  ...[
    '(',
    ')',
    '"',
    '“',
    '*',
    '-',
    ':',
    '[2020 TO 2021]',
    'AND',
    'OR',
    'NOT',
    'NEAR',
    'NEAR(',
    ', 3',
    'ferry',
    'bridge',
    'don’t',
    '\u0000',
    "'",
  ],
  ...[
    'speaker:',
    'accused:',
    'title:',
    'publisher:',
    'wrong:killing',
    'grade:bare',
    'reviewed:yes',
    'date:',
    'sort:date',
    'sort:publisher',
    '2020',
  ],
);
test('no query throws, whatever its page, and its facets add up', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(bit, { maxLength: 10 }).map((bits) => bits.join(' ')),
        fc.string({ unit: 'binary', maxLength: 40 }),
      ),
      fc.boolean(),
      (typed, reports) => {
        const query = parseQuery(typed);
        const page = search(kept, query, { limit: 2, reports });
        if (page.next !== null) search(kept, query, { limit: 2, reports, cursor: page.next });
        const { grade } = countFacets(kept, query, { only: ['grade'] });
        if (!reports) expect(grade!.reduce((sum, { count }) => sum + count, 0)).toBe(page.total);
      },
    ),
    { numRuns: 500 },
  );
});
