import { describe, expect, it } from 'vitest';
import { clustersOf, DORN, isCluster, one, QUOTE, related } from '../../tests/fakes/related.ts';
import type { Line, Told } from '../../tests/fakes/reports.ts';

describe('the same statement', () => {
  it.each<[edge: string, a: Line, b: Line]>([
    ['the same quotation', { by: DORN, says: `“${QUOTE}”` }, { by: DORN, says: `“${QUOTE}”` }],
    ['other quotation marks', { by: DORN, says: `“${QUOTE}”` }, { by: 'Dorn', says: `«${QUOTE}»` }],
    ['a trimmed quotation', { by: DORN, says: `“${QUOTE}”` }, { by: 'Dorn', says: '“Whole villages have been emptied at gunpoint”' }],
    [
      'a quotation within a sentence',
      { by: DORN, says: `“${QUOTE}”` },
      { by: DORN, says: 'that “the fences went up within a week” around them' },
    ],
    ['other punctuation', { by: DORN, says: `“${QUOTE}”` }, { by: DORN, says: `“${QUOTE.replace(', and', '; and')}!”` }],
    [
      'American spelling',
      { by: DORN, says: '“We shall defend our harbours, and we shall recognise no neighbour’s claim”' },
      { by: DORN, says: '“We shall defend our harbors and we shall recognize no neighbor’s claim”' },
    ],
    [
      'a paraphrase on the same day',
      { by: DORN, says: 'the army would withdraw its boats from the river before winter' },
      { by: DORN, says: 'before winter the boats of the army would be withdrawn from the river' },
    ],
    [
      'a paraphrase of a quotation',
      { by: DORN, says: '“We will withdraw all patrol boats from the river before winter”' },
      { by: DORN, says: 'all patrol boats would be withdrawn from the river before winter' },
    ],
    ['no speaker known for one', { by: DORN, says: `“${QUOTE}”` }, { says: `“${QUOTE}”` }],
  ])('%s', (_edge, a, b) => {
    expect(clustersOf(one('a', a), one('b', b))).toHaveLength(1);
  });

  it.each<[edge: string, a: Line, b: Line]>([
    ['“Yes.” of two speakers', { by: DORN, says: '“Yes”' }, { by: 'Katarin Wells', says: '“Yes”' }],
    ['“I don’t know” of one speaker', { by: DORN, says: '“I don’t know”' }, { by: DORN, says: '“I don’t know”' }],
    ['“No comment” of two speakers', { by: DORN, says: '“No comment”' }, { by: 'Katarin Wells', says: '“No comment”' }],
    [
      'the same topic of one speaker',
      { by: DORN, says: 'the patrol boats on the river would be repainted before winter' },
      { by: DORN, says: 'the crews of the patrol boats had asked for warmer coats' },
    ],
    [
      'the opposite',
      { by: DORN, says: 'the army would withdraw its boats from the river before winter' },
      { by: DORN, says: 'the army would not withdraw its boats from the river before winter' },
    ],
    [
      'a name with its title in both',
      { by: 'Ada Quill', says: 'the foreign minister Ilya Dorn was late for dinner' },
      { by: 'Tom Renn', says: 'the foreign minister Ilya Dorn had sold the horses' },
    ],
    [
      'a denial and what it denies',
      { by: DORN, says: 'soldiers had fired on the market at Pell on Friday' },
      { by: 'Orlavian army', says: 'soldiers had fired on the market at Pell on Friday', act: 'deny' },
    ],
  ])('but not %s', (_edge, a, b) => {
    expect(clustersOf(one('a', a), one('b', b))).toEqual([]);
  });

  it('keeps apart what a statement tells and the statement', () => {
    const lines: Line[] = [
      { by: DORN, says: 'that villagers claimed the army had fired on a crowded market at Pell Crossing' },
      { by: 'villagers', type: 'group', says: 'the army had fired on a crowded market at Pell Crossing', within: 0 },
    ];
    const clusters = clustersOf({ id: 'a', date: '2023-03-14', lines }, { id: 'b', date: '2023-03-15', lines });
    expect(clusters.map((members) => members.map((member) => member.slice(0, 4)))).toEqual([
      ['a s1', 'b s1'],
      ['a s2', 'b s2'],
    ]);
  });
});

describe('earliest', () => {
  it.each([
    ['2023-03-14', '2023-03-15', 'a', 'dated'],
    ['2023-03-14', '2023-03-14', 'a', 'same-day'],
    ['2023-03', '2023-03-15', 'a', 'same-day'],
    ['2023-03-14T10:00Z', '2023-03-14T09:00Z', 'b', 'dated'],
    ['2023-03-14T10:00+05:00', '2023-03-14T06:00Z', 'a', 'dated'],
    ['2023-03-14T10:00', '2023-03-14T09:00Z', 'b', 'no-zone'],
    [undefined, '2023-03-15', 'b', 'undated'],
    [undefined, undefined, 'a', 'undated'],
  ])('of %s and %s is %s, %s', (a, b, first, certainty) => {
    const line = { by: DORN, says: `“${QUOTE}”` };
    const dated = (id: string, date: string | undefined): Told => ({
      id,
      publisher: id,
      lines: [line],
      ...(date === undefined ? {} : { date }),
    });
    const [cluster] = related(dated('a', a), dated('b', b)).filter(isCluster);
    expect(cluster!.earliest).toMatchObject({ article: first, certainty });
  });
  it('of an update says so', () => {
    const line = { by: DORN, says: `“${QUOTE}”` };
    const [cluster] = related(one('a', line, { end: 'Updated at noon on 14 March' }), one('b', line, { date: '2023-03-16' })).filter(
      isCluster,
    );
    expect(cluster!.earliest).toMatchObject({ article: 'a', certainty: 'updated' });
  });
  it('on one day is the agency that another credits', () => {
    const line = { by: DORN, says: `“${QUOTE}”` };
    const agency = one('z', line, { publisher: 'Highland Press Agency' });
    const [cluster] = related(one('a', line, { credits: ['(Highland Press Agency)'] }), agency).filter(isCluster);
    expect(cluster!.earliest.article).toBe('z');
  });
});
