import { describe, expect, test } from 'vitest';
import { analysisOf, articleOf, find } from '../../../tests/fakes/analysis.ts';
import type { Allegation, Speaker } from '../../model/index.ts';
import { allegationPieces } from './allegation.ts';
import { renderExplanation } from './explanation.ts';
import { renderPage } from './page.ts';
import { widthOf, wrap } from './wrap.ts';

const TEXT = 'The lawyer denied that guards had tortured forty prisoners in Vell.\nGuards beat a boy last year.';
const allegation: Allegation = {
  accused: 'guards',
  accusedSpeaker: null,
  wrong: 'torture',
  victims: 'forty prisoners',
  place: 'Vell',
  when: null,
  status: 'denied',
  spans: { accused: [find(TEXT, 'guards')], victims: [find(TEXT, 'forty prisoners')], place: [find(TEXT, 'Vell')] },
  because: [
    { rule: 'wrong-words', at: [find(TEXT, 'tortured')], note: 'torture or ill-treatment' },
    { rule: 'status-denied', at: [find(TEXT, 'denied')], note: 'the speaker says that it is not so' },
  ],
};
const line = (changed: Partial<Allegation>): string => wrap(allegationPieces({ ...allegation, ...changed }), 200).join('\n');

test.each<readonly [edge: string, changed: Partial<Allegation>, expected: string]>([
  ['who, what, how it stands, and what else is told', {}, 'accused: guards · torture · denied · victims: forty prisoners · place: Vell'],
  ['nobody', { accused: null, victims: null, place: null }, 'accused: nobody is named · torture · denied'],
  [
    'a code of several words',
    { wrong: 'attack-on-civilians', victims: null, place: null },
    'accused: guards · attack on civilians · denied',
  ],
  ['a time', { victims: null, place: null, when: 'last year' }, 'accused: guards · torture · denied · when: last year'],
  [
    'an escape sequence of the report',
    { accused: '\u001B[2Jguards', victims: null, place: null },
    'accused: ␛[2Jguards · torture · denied',
  ],
])('an allegation is told in words: %s', (_edge, changed, expected) => {
  expect(line(changed)).toBe(expected);
});

const publisher: Speaker = { id: 'p1', name: 'The Courier', type: 'author', role: null, mentions: [] };
const sourcing = { type: 'author', grade: 'author', channel: 'unknown', outlet: null, addressee: null, said: null, chain: [] } as const;
const analysis = analysisOf(
  articleOf(TEXT, { title: 'A night', publisher: 'The Courier' }),
  [
    {
      source: 'The lawyer',
      cue: 'denied',
      content: 'that guards had tortured forty prisoners in Vell',
      form: 'indirect',
      act: 'deny',
      allegations: [allegation],
    },
    {
      content: 'Guards beat a boy last year',
      form: 'indirect',
      act: 'accuse',
      speaker: 'p1',
      sourcing,
      allegations: [
        { ...allegation, accused: 'Guards', wrong: 'torture', victims: 'a boy', place: null, status: 'alleged', spans: {}, because: [] },
        { ...allegation, accused: null, wrong: 'negligence', victims: null, place: null, status: 'alleged', spans: {}, because: [] },
      ],
    },
  ],
  { speakers: [publisher] },
);
const rowsOf = (columns: number, colour = false) => renderPage(analysis, TEXT, 'a.txt', { columns, colour }).split('\n');

describe('on the page', () => {
  test('each allegation stands under what was said, the gravest first, and the head counts them', () => {
    expect(rowsOf(80).slice(1, 12)).toEqual([
      'A night',
      'The Courier',
      '2 statements by 1 voice · 3 allegations',
      '',
      's1 The lawyer · denied',
      '   ●●●● 0.95 sure · indirect · deny',
      '   │ that guards had tortured forty prisoners in Vell',
      '   accused: guards · torture · denied · victims: forty prisoners · place: Vell',
      '',
      's2 in the report’s own voice → The Courier',
      '   ●●●● 0.95 sure · indirect · accuse · author',
    ]);
    expect(rowsOf(80).slice(12, 15)).toEqual([
      '   │ Guards beat a boy last year',
      '   accused: Guards · torture · alleged · victims: a boy',
      '   accused: nobody is named · negligence · alleged',
    ]);
  });
  test('at 120 columns it stays with the words, and the notes in the margin', () => {
    expect(rowsOf(120)[6]).toBe('   │ that guards had tortured forty prisoners in Vell                               deny');
    expect(rowsOf(120)[7]).toBe('   accused: guards · torture · denied · victims: forty prisoners · place: Vell');
  });
  test('colour only repeats: without it every word is there', () => {
    expect(rowsOf(80, true).join('\n')).toContain('\u001B[36mguards\u001B[39m');
    expect(rowsOf(80).join('\n')).not.toContain('\u001B');
  });
  test.each([32, 60, 80, 120])('no row is wider than %d columns', (columns) => {
    for (const row of rowsOf(columns)) expect(widthOf(row)).toBeLessThanOrEqual(columns);
  });
});

describe('explained', () => {
  const explain = (index: number, columns = 80) =>
    renderExplanation(analysis, analysis.statements[index]!, TEXT, 'a.txt', { columns, colour: false });
  test('the reasons go on counting, then come the words for whom and where', () => {
    const rows = explain(0).split('\n');
    expect(rows.slice(rows.indexOf('Why it is read as an allegation'))).toEqual([
      'Why it is read as an allegation',
      '  accused: guards · torture · denied · victims: forty prisoners · place: Vell',
      '  2  wrong-words',
      '     torture or ill-treatment',
      '     │ The lawyer denied that guards had [tortured] forty prisoners in Vell.',
      '  3  status-denied',
      '     the speaker says that it is not so',
      '     │ The lawyer [denied] that guards had tortured forty prisoners in Vell.',
      '  4  victims',
      '     │ The lawyer denied that guards had tortured [forty prisoners] in Vell.',
      '  5  place',
      '     │ …lawyer denied that guards had tortured forty prisoners in [Vell].',
      '',
      'engine 0 · model fake',
      '',
    ]);
  });
  test('each of several allegations has reasons of its own; a statement without one has none', () => {
    expect(explain(1).match(/Why it is read as an allegation/g)).toHaveLength(2);
    const plain = { ...analysis.statements[0]!, allegations: [] };
    expect(renderExplanation(analysis, plain, TEXT, 'a.txt', { columns: 80, colour: false })).not.toContain('allegation');
  });
  test.each([32, 60, 120])('no row is wider than %d columns', (columns) => {
    for (const row of [0, 1].flatMap((index) => explain(index, columns).split('\n'))) expect(widthOf(row)).toBeLessThanOrEqual(columns);
  });
});
