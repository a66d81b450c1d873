import type { Cluster, Link, Person } from '../../src/model/index.ts';

const REASON = [{ rule: 'same-name', note: 'the same full name' }];

/** Persons, a cluster and a link over the reports of `REPORTS`, as `relate` would give them. */
export const relationsOver = (ids: readonly string[]): readonly [Person, Person, Cluster, Link] => {
  const [first, , third] = ids as readonly [string, string, string];
  return [
    {
      kind: 'person',
      id: 'ilya-dorn',
      name: 'Ilya Dorn',
      type: 'person',
      speakers: [
        { article: first, speaker: 'p1' },
        { article: third, speaker: 'p1' },
      ],
      proposed: [],
    },
    {
      kind: 'person',
      id: 'mara-venn',
      name: 'Mara Venn',
      type: 'person',
      speakers: [{ article: first, speaker: 'p2' }],
      proposed: [{ with: 'ilya-dorn', because: REASON, score: 0.2 }],
    },
    {
      kind: 'cluster',
      id: 'stalls',
      earliest: { article: third, statement: 's1', certainty: 'undated' },
      firstVoices: 1,
      members: [
        { article: third, statement: 's1', standing: 'origin', of: null, because: REASON },
        { article: first, statement: 's1', standing: 'echo', of: { article: third, statement: 's1' }, because: REASON },
      ],
    },
    {
      kind: 'link',
      type: 'altered',
      from: { article: first, statement: 's1' },
      to: { article: third, statement: 's1' },
      because: REASON,
      confidence: 0.9,
    },
  ];
};
