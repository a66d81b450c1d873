import { describe, expect, it } from 'vitest';
import { DORN, isCluster, linksOf, one, QUOTE, related } from '../../tests/fakes/related.ts';
import { type Line, reportOf, type Told } from '../../tests/fakes/reports.ts';
import { textAt } from '../model/index.ts';

describe('echo or independent', () => {
  const quote: Line = { by: DORN, says: `“${QUOTE}”` };
  const plan: Line = { by: DORN, says: 'the army would withdraw all its patrol boats from the river before winter' };
  const same: Line = { by: DORN, says: 'before winter the river would be left by the patrol boats, which the army would withdraw' };
  it.each<[edge: string, rule: string, standing: string, a: Told, b: Told]>([
    ['the same cut', 'same-cut', 'echo', one('a', quote), one('b', quote, { date: '2023-03-15' })],
    [
      'a part of it',
      'trimmed',
      'echo',
      one('a', quote),
      one('b', { by: DORN, says: '“the fences went up within a week”' }, { date: '2023-03-15' }),
    ],
    [
      'the credit line of the other',
      'cites',
      'echo',
      one('a', quote, { publisher: 'Highland Press Agency' }),
      one('b', quote, { credits: ['(Highland Press Agency)'], date: '2023-03-15' }),
    ],
    [
      'one credit line',
      'same-credit',
      'echo',
      one('a', quote, { credits: ['— Northern Wire Service'] }),
      one('b', quote, { credits: ['(With inputs from Northern Wire Service)'], date: '2023-03-15' }),
    ],
    [
      'the other outlet named',
      'cites',
      'echo',
      one('a', plan, { publisher: 'The Vale Examiner' }),
      one('b', { ...same, outlet: 'Vale Examiner' }, { date: '2023-03-15' }),
    ],
    [
      'one house',
      'same-publisher',
      'echo',
      one('a', plan, { publisher: 'The Vale Examiner' }),
      one('b', same, { publisher: 'Sunday Vale Examiner', date: '2023-03-15' }),
    ],
    [
      'a third outlet that both name',
      'same-outlet',
      'echo',
      one('a', { ...plan, outlet: 'Quay Observer' }),
      one('b', { ...same, outlet: 'The Quay Observer' }, { date: '2023-03-15' }),
    ],
    [
      'one unnamed source',
      'same-unnamed-source',
      'echo',
      one('a', { ...plan, by: 'a senior official who has seen the log' }),
      one('b', { ...same, by: 'a senior official who has seen the log' }, { date: '2023-03-15' }),
    ],
    [
      'one reporter',
      'same-reporter',
      'echo',
      one('a', plan, { byline: 'Ana Petrak' }),
      one('b', same, { byline: 'By Ana Petrak', date: '2023-03-15' }),
    ],
    [
      'the same voice in other words',
      'other-words',
      'independent',
      one('a', plan, { byline: 'Ana Petrak' }),
      one('b', same, { byline: 'Maren Ost', date: '2023-03-15' }),
    ],
    ['another voice', 'other-voice', 'independent', one('a', plan), one('b', { ...same, by: 'Katarin Wells' }, { date: '2023-03-15' })],
  ])('%s', (_edge, rule, standing, a, b) => {
    const [cluster] = related(a, b).filter(isCluster);
    const member = cluster?.members.find(({ article }) => article === 'b');
    expect(member).toMatchObject({ standing, of: standing === 'echo' ? { article: 'a', statement: 's1' } : null });
    expect(member!.because.map((reason) => reason.rule)).toContain(rule);
  });
  it('counts first voices, never outlets', () => {
    const list = Array.from({ length: 9 }, (_, i) => one(`e${i}`, quote, { date: '2023-03-15' }));
    const [cluster] = related(one('a', quote), ...list).filter(isCluster);
    expect(cluster).toMatchObject({ firstVoices: 1 });
    const [two] = related(one('a', plan), one('b', { ...same, by: 'Katarin Wells' })).filter(isCluster);
    expect(two).toMatchObject({ firstVoices: 2 });
  });
});

describe('altered quotations', () => {
  const marked = (a: string, b: string) => {
    const told = [one('a', { by: DORN, says: a }), one('b', { by: DORN, says: b }, { date: '2023-03-15' })];
    const [link] = linksOf('altered', ...told);
    if (link === undefined) return undefined;
    const text = (id: string): string => reportOf(told.find((report) => report.id === id)!).article.text;
    return { from: link.words!.from.map((span) => textAt(text('b'), span)), to: link.words!.to.map((span) => textAt(text('a'), span)) };
  };
  it.each<[edge: string, a: string, b: string, from: string[], to: string[]]>([
    [
      'a word for another',
      'They fired for twenty minutes at the burning boats',
      'They fired for twenty hours at the burning boats',
      ['hours'],
      ['minutes'],
    ],
    [
      'the first word',
      'Soldiers fired for twenty minutes at the boats',
      'Policemen fired for twenty minutes at the boats',
      ['Policemen'],
      ['Soldiers'],
    ],
    ['the last word', 'They fired for twenty minutes at the boats', 'They fired for twenty minutes at the barges', ['barges'], ['boats']],
    ['a word put in', 'We will leave the harbour to our neighbours', 'We will never leave the harbour to our neighbours', ['never'], []],
    ['a word left out', 'We will not leave the harbour to our neighbours', 'We will leave the harbour to our neighbours', [], ['not']],
    [
      'two places',
      'They fired for twenty minutes at every boat on the river',
      'They fired for thirty minutes at every barge on the river',
      ['thirty', 'barge'],
      ['twenty', 'boat'],
    ],
  ])('%s', (_edge, a, b, from, to) => {
    expect(marked(`“${a}”`, `“${b}”`)).toEqual({ from, to });
  });
  it.each<[edge: string, a: string, b: string]>([
    [
      'a cut at a sentence’s end',
      'They fired at the boats for an hour. Nobody knows why. They will answer for the dead',
      'They fired at the boats for an hour. They will answer for the dead',
    ],
    ['a cut that is shown', 'They fired from the wall for an hour at the burning boats', 'They fired … for an hour at the burning boats'],
    [
      'words in square brackets',
      'He will answer for the dead of the burning harbour',
      '[Dorn] will answer for the dead of the burning harbour',
    ],
    ['a trimmed end', 'They fired for an hour at the burning boats and then they laughed', 'They fired for an hour at the burning boats'],
    [
      'another spelling',
      'They fired at the grey harbour for a quarter of an hour',
      'They fired at the gray harbor for a quarter of an hour',
    ],
  ])('but not %s', (_edge, a, b) => {
    expect(marked(`“${a}”`, `“${b}”`)).toBeUndefined();
  });
});
