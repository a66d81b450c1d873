import { describe, expect, it } from 'vitest';
import { DORN, ends, isLink, linksOf, one, QUOTE } from '../../tests/fakes/related.ts';
import { type Line, reportOf, type Told } from '../../tests/fakes/reports.ts';
import { relate } from './index.ts';

describe('accusations and answers', () => {
  const charge: Line = {
    by: DORN,
    says: '“Orlavian soldiers fired on the market at Pell and killed fourteen people”',
    accuses: ['Orlavia', 'killing'],
  };
  const denial: Line = {
    by: "Orlavia's defence ministry",
    says: 'that its soldiers had fired on the market at Pell',
    accuses: ['Orlavia', 'killing', 'denied'],
  };
  it('ties a denial to what it denies and to each echo of that', () => {
    const links = linksOf('answers', one('a', charge), one('b', charge, { date: '2023-03-15' }), one('c', denial, { date: '2023-03-15' }));
    expect(links.map(ends)).toEqual(['c s1 > a s1', 'c s1 > b s1']);
    expect(links.every(({ because }) => because[0]!.rule === 'denial')).toBe(true);
  });
  it('does not tie a denial to another wrong, another accused, or what came later', () => {
    const theft: Line = {
      by: DORN,
      says: '“Orlavia has stolen the harvest of nine villages this year”',
      accuses: ['Orlavia', 'property-crime'],
    };
    const other: Line = { by: DORN, says: '“Talvera shot at the market of Brenn and killed two”', accuses: ['Talvera', 'killing'] };
    expect(
      linksOf(
        'answers',
        one('a', theft),
        one('b', other),
        one('d', charge, { date: '2023-06-14' }),
        one('c', denial, { date: '2023-03-15' }),
      ),
    ).toEqual([]);
  });
  it('ties a bare denial to what stands before it in its report', () => {
    const bare: Line = { by: 'Orlavian government', says: 'the charge was a fabrication', act: 'deny' };
    expect(linksOf('answers', { id: 'a', date: '2023-03-14', lines: [charge, bare] }).map(ends)).toEqual(['a s2 > a s1']);
  });
  it.each<[edge: string, back: Line, sameWrong: boolean]>([
    ['by the state itself', { by: 'Orlavia', says: 'Kestria had tortured miners', accuses: ['Kestria', 'torture'] }, false],
    [
      'by its president against a police',
      { by: 'Teodor Halm (president of Orlavia)', says: 'police had killed miners', accuses: ['Kestrian police', 'killing'] },
      true,
    ],
    [
      'by an ambassador against the man',
      { by: 'Katarin Wells (Orlavian ambassador)', says: 'he had lied', accuses: ['Ilya Dorn', 'deception'] },
      false,
    ],
  ])('an accusation returned %s', (_edge, back, sameWrong) => {
    const [first, second] = [one('a', charge), one('b', back, { date: '2023-03-16' })];
    if (back.accuses![0] === 'Ilya Dorn') (second.lines as Line[]).push({ by: DORN, says: 'it was late' });
    const links = linksOf('reciprocal', first, second);
    expect(links.map(ends)).toEqual(['b s1 > a s1']);
    expect(links[0]).toMatchObject({ sameWrong });
  });
  it.each<[edge: string, back: Line]>([
    ['denied', { by: 'Orlavia', says: 'it had tortured miners', accuses: ['Kestria', 'torture', 'denied'] }],
    ['only feared', { by: 'Orlavia', says: 'Kestria might torture miners', accuses: ['Kestria', 'torture', 'hypothetical'] }],
    ['made by a poet', { by: 'Ada Quill (Orlavian poet)', says: 'Kestria had tortured miners', accuses: ['Kestria', 'torture'] }],
    ['made against a third state', { by: 'Orlavia', says: 'Talvera had tortured miners', accuses: ['Talvera', 'torture'] }],
  ])('is not returned by one that is %s', (_edge, back) => {
    expect(linksOf('reciprocal', one('a', charge), one('b', back, { date: '2023-03-16' }))).toEqual([]);
  });
  it('knows a body by its letters, and a party that rules by its people', () => {
    const party: Line = {
      by: 'Kestrian Ruling Party',
      type: 'organisation',
      says: 'that the KRP had done no wrong in the valley of the miners',
    };
    const against: Line = { by: 'Teodor Halm (president of Orlavia)', says: 'the KRP had tortured miners', accuses: ['KRP', 'torture'] };
    const told = { id: 'b', date: '2023-03-16', lines: [party, against] };
    const analysis = reportOf(told);
    const at = analysis.article.text.indexOf('KRP');
    const speakers = analysis.speakers.map((one) =>
      one.name === 'Kestrian Ruling Party' ? { ...one, mentions: [...one.mentions, [at, at + 3] as const] } : one,
    );
    const { relations } = relate([reportOf(one('a', charge)), { ...analysis, speakers }]);
    expect(
      relations
        .filter(isLink)
        .filter(({ type }) => type === 'reciprocal')
        .map(ends),
    ).toEqual(['b s2 > a s1']);
  });
  it('is found within one report', () => {
    const back: Line = { by: 'Orlavia', says: 'Kestria had tortured miners', accuses: ['Kestria', 'torture'] };
    expect(linksOf('reciprocal', { id: 'a', date: '2023-03-14', lines: [charge, back] })).toHaveLength(1);
  });
  it('ties a retraction of the same voice, and a correction of the same house', () => {
    const retraction: Line = { by: DORN, says: 'that he retracted his words about soldiers who fired on the market at Pell' };
    expect(linksOf('answers', one('a', charge), one('b', retraction, { date: '2023-03-20' })).map(ends)).toEqual(['b s1 > a s1']);
    const house = { publisher: 'The Vale Examiner' };
    const end =
      'Correction: An earlier report wrongly said that soldiers fired on the market at Pell and killed fourteen people. It was forty.';
    const correction = one('c', { by: 'Ada Quill', says: 'the weather would hold until Sunday' }, { ...house, date: '2023-03-20', end });
    expect(linksOf('answers', one('a', charge, house), one('b', charge), correction).map(ends)).toEqual(['c null > a s1', 'c null > b s1']);
  });
});

describe('versions', () => {
  const lines: Line[] = [
    { by: DORN, says: `“${QUOTE}”` },
    { by: 'Mirel Sava', says: 'she had been holding the shoe of her nephew when the firing began on Friday' },
    { by: 'Joost Arden', says: 'nobody in the lamp shop had heard a warning before the windows broke' },
  ];
  const url = 'https://vale.example/pell/market';
  it.each<[edge: string, a: Partial<Told>, b: Partial<Told>]>([
    ['one address', { url, publisher: 'A' }, { url: `${url}/?ref=front`, publisher: 'A' }],
    ['near-copies of one house', { publisher: 'The Vale Examiner' }, { publisher: 'Vale Examiner' }],
  ])('%s: what was added, dropped and is on another word', (_edge, a, b) => {
    const opening =
      'The market at Pell Crossing has not opened since the third of February. The stalls stand under canvas, and the lamp seller keeps his shutters down.';
    const later = [
      lines[0]!,
      { ...lines[1]!, by: 'a relative of the boy' },
      { by: 'Ruth Adeyemi', says: 'observers would come before the end of the week' },
    ];
    const [link] = linksOf(
      'version',
      { id: 'a', date: '2023-03-14', lines, opening, ...a },
      { id: 'b', date: '2023-03-15', lines: later, opening, ...b },
    );
    expect(link).toMatchObject({ from: { article: 'b', statement: null }, to: { article: 'a', statement: null } });
    expect(link!.changes).toMatchObject({ added: ['s3'], dropped: ['s3'], resourced: [{ from: 's2', to: 's2' }] });
  });
  it('but not two reports of one house on other days', () => {
    expect(
      linksOf('version', one('a', lines[0]!, { publisher: 'A' }), one('b', lines[1]!, { publisher: 'A', date: '2023-03-15' })),
    ).toEqual([]);
  });
});
