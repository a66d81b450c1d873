import { beforeAll, describe, expect, test } from 'vitest';
import type { Case } from '../../src/casefile/index.ts';
import { REPORTS, searchedCase, searcher } from '../fakes/searched-case.ts';

let kept: Case;
beforeAll(async () => {
  kept = await searchedCase();
});

const { found, ids } = searcher(() => kept);

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
