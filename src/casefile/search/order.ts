import type { Value } from '../database.ts';
import type { Unit } from './plan.ts';
import type { Sort } from './query.ts';

/** What hits are sorted by, the first that differs decides. */
export interface Key {
  readonly sql: string;
  readonly down?: true;
}

const publisher = (a: string): string => (a === 'r' ? 'r.publisher' : '(SELECT publisher FROM search_reports WHERE article = s.article)');
const CONFIDENCE = '(SELECT confidence FROM statements WHERE number = s.number)';

const orders = (a: string): Readonly<Record<Sort, readonly Key[]>> => ({
  // Not bare: FTS5 takes "rank = ?" for the name of another way of ranking.
  relevance: [{ sql: '(rank + 0)' }],
  date: [{ sql: `${a}.published = ''` }, { sql: `${a}.published` }],
  '-date': [{ sql: `${a}.published`, down: true }],
  publisher: [{ sql: `${publisher(a)} = ''` }, { sql: publisher(a) }],
  confidence: a === 's' ? [{ sql: CONFIDENCE }] : [{ sql: 'r.published', down: true }],
  '-confidence': a === 's' ? [{ sql: CONFIDENCE, down: true }] : [{ sql: 'r.published', down: true }],
});

/** The keys of an order; the last one, the hit's own number, tells any two hits apart. */
export const keysOf = (sort: Sort, unit: Unit, number: string): readonly Key[] => [...orders(unit[0]!)[sort], { sql: number }];

export const orderBy = (keys: readonly Key[]): string => keys.map(({ sql, down }) => sql + (down ? ' DESC' : '')).join(', ');

/** What comes after a hit whose keys had these values. */
export function afterKeys(keys: readonly Key[], values: readonly Value[]): { readonly sql: string; readonly values: readonly Value[] } {
  const ways = keys.map(({ sql, down }, i) => {
    const same = keys.slice(0, i).map((key) => `${key.sql} = ?`);
    return { sql: [...same, `${sql} ${down ? '<' : '>'} ?`].join(' AND '), values: values.slice(0, i + 1) };
  });
  return { sql: `(${ways.map(({ sql }) => `(${sql})`).join(' OR ')})`, values: ways.flatMap((way) => way.values) };
}
