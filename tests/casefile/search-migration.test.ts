import { expect, test } from 'vitest';
import { type Database, indexReports, MIGRATIONS, migrate, parseQuery, schemaVersion, search } from '../../src/casefile/index.ts';
import { addReports, emptyCase } from '../fakes/kept-case.ts';

const counts = (db: Database): Readonly<Record<string, number>> => {
  const tables = 'received pieces texts articles leftovers analyses speakers statements allegations reviews events settings'.split(' ');
  return Object.fromEntries(tables.map((table) => [table, db.get<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)!.n]));
};

test('0003: a case of the schema before keeps every row, and is searched once its index is made', async () => {
  const kept = emptyCase(MIGRATIONS.slice(0, 2));
  const { db } = kept;
  await addReports(kept, [
    { id: 'a', text: 'The mayor said the bridge is shut.', said: [{ source: 'The mayor', content: 'the bridge is shut' }] },
  ]);
  const before = counts(db);
  expect(() => db.get('SELECT 1 FROM search_reports')).toThrow(/no such table/);

  expect(migrate(db).map(({ number }) => number)).toEqual(MIGRATIONS.slice(2).map(({ number }) => number));
  expect(schemaVersion(db)).toBe(MIGRATIONS.at(-1)!.number);
  expect(counts(db)).toEqual(before);
  expect(search(kept, parseQuery('bridge'))).toMatchObject({ total: 0, notes: [expect.stringContaining('1 report is not in the index')] });

  indexReports(kept);
  expect(counts(db)).toEqual(before);
  expect(search(kept, parseQuery('bridge'))).toMatchObject({ total: 1, notes: [] });
  expect(db.get('SELECT published, source FROM search_statements')).toEqual({ published: '', source: 'The mayor' });
});
