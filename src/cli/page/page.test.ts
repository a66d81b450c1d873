import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analysisOf, articleOf, find } from '../../../tests/fakes/analysis.ts';
import type { Speaker } from '../../model/index.ts';
import { renderPage } from './page.ts';
import { widthOf } from './wrap.ts';

const TEXT =
  'The minister said that villagers claimed the army had fired. “We were asleep,” she added.\nAccording to the report, nobody came. Who knows?';
const article = articleOf(TEXT, { title: 'Two accounts of a night', publisher: 'The Courier', published: '2023-03-14' });
const speakers: readonly Speaker[] = [{ id: 'p1', name: 'Ilya Dorn', type: 'person', role: 'foreign minister', mentions: [] }];
const sourcing = { type: 'person', grade: 'named', channel: 'speech', outlet: null, addressee: null, said: null, chain: [] } as const;
const analysis = analysisOf(
  article,
  [
    {
      source: 'The minister',
      cue: 'said',
      content: 'that villagers claimed the army had fired',
      form: 'indirect',
      speaker: 'p1',
      sourcing,
      act: 'accuse',
    },
    { source: 'villagers', cue: 'claimed', content: 'the army had fired', form: 'indirect', within: 's1', confidence: 0.6 },
    { source: 'she', cue: 'added', content: '“We were asleep,”', speaker: 'p1' },
    { source: 'the report', cue: 'According to', content: 'nobody came', form: 'indirect', confidence: 0.3 },
  ],
  {
    speakers,
    missed: [{ at: find(TEXT, 'knows'), why: 'verb of speaking' }],
    notices: [{ code: 'unbalanced-quotation', message: 'a quotation is opened and not closed', at: find(TEXT, '“We were') }],
  },
);
const page = (columns: number, colour = false) => renderPage(analysis, TEXT, 'night.txt', { columns, colour });
const rowsOf = (text: string) => text.split('\n');

test('at 60 columns the notes stand under the head', () => {
  expect(page(60)).toBe(`── night.txt ───────────────────────────────────────────────
Two accounts of a night
The Courier · 14 March 2023
4 statements by 1 voice · 1 place passed over · 1 notice

s1 The minister → Ilya Dorn, foreign minister · said
   ●●●● 0.95 sure · indirect · accuse · named · speech
   │ that villagers claimed the army had fired
   └ s2 villagers · claimed
        ●●○○ 0.60 unsure · indirect
        │ the army had fired

s3 she → Ilya Dorn, foreign minister · added
   ●●●● 0.95 sure · direct
   │ “We were asleep,”

s4 the report · According to
   ●○○○ 0.30 doubtful · indirect
   │ nobody came

Passed over
  · verb of speaking   …nobody came. Who [knows]?

Notices
  ! a quotation is opened and not closed
    (unbalanced-quotation)
    │ “We were

`);
});

test('at 120 columns the notes stand in the margin, in one line under each other', () => {
  const rows = rowsOf(page(120));
  expect(rows.slice(5, 9)).toEqual([
    's1 The minister → Ilya Dorn, foreign minister · said                                ●●●● 0.95 sure · indirect',
    '   │ that villagers claimed the army had fired                                      accuse · named · speech',
    '   └ s2 villagers · claimed                                                         ●●○○ 0.60 unsure · indirect',
    '        │ the army had fired',
  ]);
});

describe('width', () => {
  const hostile = articleOf(
    `${'日本語'.repeat(40)} said ${'👩‍🚒'.repeat(50)}.\nשר החוץ said ${'שלום לכולם '.repeat(20)}.\n${'e\u0301'.repeat(90)} said ${'x'.repeat(300)}.`,
    { title: `${'title'.repeat(60)}\u001B[31m` },
  );
  const lines = hostile.text.split('\n').map((line) => line.split(' said ') as [string, string]);
  const wild = analysisOf(
    hostile,
    lines.map(([source, content], i) => ({ source, cue: 'said', content, within: i === 0 ? null : `s${i}` })),
  );
  test.each([32, 40, 60, 79, 80, 107, 108, 120])('no row is wider than %d columns, whatever the writing', (columns) => {
    for (const row of rowsOf(page(columns, true) + renderPage(wild, hostile.text, 'f'.repeat(200), { columns, colour: true }))) {
      expect(widthOf(row)).toBeLessThanOrEqual(columns);
    }
  });
  test('a wider terminal gets no longer rows, a narrower one no shorter', () => {
    expect(page(400)).toBe(page(120));
    expect(page(5)).toBe(page(32));
  });
  test('forty statements within each other are still all shown', () => {
    const deep = analysisOf(
      article,
      Array.from({ length: 40 }, (_, i) => ({ source: 'she', cue: 'added', content: 'asleep', within: i === 0 ? null : `s${i}` })),
    );
    const shown = renderPage(deep, TEXT, 'deep', { columns: 60, colour: false });
    for (let i = 1; i <= 40; i++) expect(shown).toMatch(new RegExp(`\\bs${i}\\b`));
    expect(shown).toContain('told in s39');
    expect(Math.max(...rowsOf(shown).map(widthOf))).toBeLessThanOrEqual(60);
  });
});

test('colour only repeats what the page says without it', () => {
  expect(page(80, true)).toContain('\u001B[36mThe minister\u001B[39m');
  expect(stripVTControlCharacters(page(80, true))).toBe(page(80));
  expect(stripVTControlCharacters(page(120, true)).replace(/ +$/gm, '')).toBe(page(120));
});

test('no sequence of a hostile report reaches the terminal', () => {
  const evil = '\u001B]0;owned\u0007\u009B2J\u202E';
  const hostile = articleOf(`Bob${evil} said hello${evil}.`, { title: evil, publisher: evil, byline: evil, published: evil });
  const found = analysisOf(hostile, [{ id: `s1${evil}`, source: `Bob${evil}`, cue: 'said', content: `hello${evil}`, speaker: 'p1' }], {
    speakers: [{ id: 'p1', name: evil, type: 'person', role: evil, mentions: [] }],
    missed: [{ at: [0, 10], why: evil }],
    notices: [{ code: 'no-words', message: evil, at: [0, 12] }],
  });
  const shown = renderPage(found, hostile.text, evil, { columns: 80, colour: false });
  expect(shown.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202A-\u202E]/u);
});

test.each([
  ['a report without a statement says so', analysisOf(article, []), 'No attributed statement was found'],
  ['a report without a title shows how it begins', analysisOf(articleOf(TEXT), []), 'Without a title. It begins: The minister said that'],
  [
    'a teller that is not there leaves its statement at the top',
    analysisOf(article, [{ content: 'asleep', within: 's9' }]),
    '\ns1 no words name the source',
  ],
  [
    'statements told by one teller stand beside each other',
    analysisOf(article, [{ content: 'fired' }, { content: 'army', within: 's1' }, { content: 'had', within: 's1' }]),
    '   ├ s2',
  ],
  [
    'a long list of places is cut, and says where the rest is',
    analysisOf(article, [], { missed: Array(20).fill({ at: [0, 3], why: 'w' }) }),
    'and 12 others; --json lists them all',
  ],
])('%s', (_edge, given, expected) => {
  expect(renderPage(given, TEXT, 'x', { columns: 80, colour: false })).toContain(expected);
});

test('a content of a megabyte is shown by its beginning and end', () => {
  const long = articleOf(`she said ${'word '.repeat(200_000)}end.`);
  const shown = renderPage(analysisOf(long, [{ source: 'she', cue: 'said', content: long.text.slice(9) }]), long.text, 'x', {
    columns: 80,
    colour: false,
  });
  expect(shown.length).toBeLessThan(4000);
  expect(shown).toMatch(/\[…\][\s\S]*end\./);
});

test('a page of any text has rows that fit and no control character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 3, maxLength: 80 }), fc.integer({ min: 32, max: 130 }), (text, columns) => {
      const any = articleOf(text, { title: text });
      const found = analysisOf(any, [], { missed: [{ at: [0, 2], why: text }] });
      const statements = [
        {
          id: 's1',
          source: [[0, 1]],
          cue: [[1, 2]],
          content: [[0, text.length]],
          form: 'direct',
          within: null,
          confidence: 0.5,
          because: [],
        },
      ] as const;
      const shown = renderPage({ ...found, statements }, text, text, { columns, colour: false });
      for (const row of rowsOf(shown)) {
        expect(row).not.toMatch(/\p{Cc}/u);
        expect(widthOf(row)).toBeLessThanOrEqual(Math.min(columns, 120));
      }
    }),
    { numRuns: 200 },
  );
});
