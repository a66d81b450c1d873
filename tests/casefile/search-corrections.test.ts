import { expect, test } from 'vitest';
import {
  type Case,
  countFacets,
  dropIndex,
  indexReports,
  keepReview,
  parseQuery,
  type ReviewValue,
  search,
} from '../../src/casefile/index.ts';
import { searchedCase } from '../fakes/searched-case.ts';

const refs = (kept: Case, typed: string): readonly string[] =>
  search(kept, parseQuery(typed)).hits.map((hit) => (hit.kind === 'statement' ? `${hit.article}/${hit.statement}` : hit.article));

const numbers = (kept: Case, id: string) => {
  const row = kept.db.get<{ article: number; analysis: number }>(
    'SELECT c.number AS article, a.number AS analysis FROM articles AS c JOIN current_analyses AS a ON a.article = c.number WHERE c.id = ?',
    id,
  );
  return row!;
};

function correct(kept: Case, about: 'statement' | 'speaker' | 'article', report: string, id: string, set: ReviewValue['set']): number {
  const { article, analysis } = numbers(kept, report);
  const decision = { action: 'correct', about, article, id, by: 'ada', why: null, value: { set: set! }, undoes: null } as const;
  return keepReview(kept, { ...decision, analysis: about === 'article' ? null : analysis }).number;
}

const undo = (kept: Case, number: number, report: string): void => {
  const { article } = numbers(kept, report);
  keepReview(kept, {
    action: 'undo',
    about: 'review',
    article,
    analysis: null,
    id: String(number),
    by: 'ada',
    why: null,
    value: null,
    undoes: number,
  });
};

test.each<
  [
    edge: string,
    about: 'statement' | 'speaker' | 'article',
    id: string,
    set: ReviewValue['set'],
    typed: string,
    found: string,
    shown: object,
  ]
>([
  ['an act', 'statement', 's1', { act: 'admit' }, 'act:admit', 'bridge/s1', { act: 'admit' }],
  ['a grade', 'statement', 's1', { grade: 'collective' }, 'grade:collective', 'bridge/s1', { grade: 'collective' }],
  ['a channel', 'statement', 's1', { channel: 'debate' }, 'channel:debate', 'bridge/s1', { channel: 'debate' }],
  ['the name of a speaker', 'speaker', 'p1', { name: 'Oskar Lind' }, 'speaker:lind old', 'bridge/s1', { speaker: 'Oskar Lind' }],
  ['the title of a report', 'article', 'bridge', { title: 'A causeway' }, 'title:causeway old', 'bridge/s1', { title: 'A causeway' }],
  ['its date', 'article', 'bridge', { published: '1999-05-01' }, 'date:1999 old', 'bridge/s1', { published: '1999-05-01' }],
  [
    'its publisher',
    'article',
    'bridge',
    { publisher: 'Delta Gazette' },
    'publisher:gazette old',
    'bridge/s1',
    { publisher: 'Delta Gazette' },
  ],
])(
  '%s that a person corrected is found and shown as it is now, and no more when it is taken back',
  async (_edge, about, id, set, typed, found, shown) => {
    const kept = await searchedCase();
    expect(refs(kept, typed)).toEqual([]);
    const number = correct(kept, about, 'bridge', id, set);
    expect(refs(kept, typed)).toEqual([found]);
    expect(search(kept, parseQuery(typed)).hits[0]).toMatchObject({ kind: 'statement', ...shown });
    dropIndex(kept);
    indexReports(kept);
    expect(refs(kept, typed)).toEqual([found]);
    undo(kept, number, 'bridge');
    expect(refs(kept, typed)).toEqual([]);
  },
);

test('a statement given to nobody has no speaker any more', async () => {
  const kept = await searchedCase();
  expect(refs(kept, 'speaker:minister old')).toEqual(['bridge/s1']);
  correct(kept, 'statement', 'bridge', 's1', { speaker: null });
  expect(refs(kept, 'speaker:minister old')).toEqual([]);
  expect(search(kept, parseQuery('old')).hits[0]).toMatchObject({ speaker: null, role: null });
});

test('facets count what stands', async () => {
  const kept = await searchedCase();
  correct(kept, 'statement', 'bridge', 's1', { act: 'admit' });
  expect(JSON.stringify(countFacets(kept, parseQuery(''), { unit: 'statement' }))).toContain('"admit"');
});
