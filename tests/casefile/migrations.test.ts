import { describe, expect, test } from 'vitest';
import { createSchema, type Database, MIGRATIONS, migrate, SCHEMA_VERSION, schemaVersion } from '../../src/casefile/index.ts';
import { openDatabase } from '../../src/node/index.ts';

const HASH = `sha256:${'0'.repeat(64)}`;
const hash = (n: number): string => HASH.slice(0, -String(n).length) + n;

/** A database as the schema of one version made it. */
function ofVersion(version: number): Database {
  const db = openDatabase(':memory:');
  db.exec('PRAGMA foreign_keys = ON');
  createSchema(db, MIGRATIONS.slice(0, version));
  return db;
}

const columns = (db: Database, table: string): readonly string[] =>
  db.all<{ name: string }>(`SELECT name FROM pragma_table_xinfo('${table}')`).map(({ name }) => name);
const tables = (db: Database): readonly string[] =>
  db.all<{ name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").map(({ name }) => name);

/** One row in every table of the first schema. */
function fillFirst(db: Database): void {
  const blob = new Uint8Array([1, 2, 3]);
  db.run('INSERT INTO received VALUES (1, ?, ?, ?, ?, 3)', hash(1), 'text', 'clips/a.txt', '2026-03-01T10:00:00Z');
  db.run('INSERT INTO pieces VALUES (1, 1, 0, 3, ?)', blob);
  db.run('INSERT INTO texts VALUES (1, ?, 3, 3, ?)', hash(2), blob);
  db.run(
    `INSERT INTO articles (number, id, received, item, text, title, source_hash, source, tool, record_hash, record_size, record)
     VALUES (1, 'a', 1, 1, 1, 'A bridge', ?, 'whole', '0.1.0', ?, 3, ?)`,
    hash(1),
    hash(3),
    blob,
  );
  db.run("INSERT INTO leftovers VALUES (1, 1, 2, 'notice', '{}')");
  db.run("INSERT INTO analyses VALUES (1, 1, '0.1.0', 'en-news-1', ?, ?, 3, ?)", hash(4), hash(5), blob);
  db.run("INSERT INTO speakers VALUES (1, 1, 'p1', 'Ilya Dorn', 'person', NULL)");
  db.run(
    "INSERT INTO statements VALUES (1, 1, 's1', '[[0,2]]', 'direct', NULL, 'accuse', 1, 'person', 'named', 'speech', NULL, NULL, 0.9)",
  );
  db.run("INSERT INTO allegations VALUES (1, 1, 0, 'the army', NULL, 'killing', 'alleged', NULL, NULL, NULL)");
  db.run("INSERT INTO reviews VALUES (1, '2026-03-02T10:00:00Z', 'ada', NULL, 'accept', 'statement', 1, 1, 's1', NULL, NULL)");
  db.run('INSERT INTO events VALUES (1, ?, ?, ?)', '{"event":"created","at":"2026-03-01T10:00:00Z"}', '', hash(6));
  db.run("INSERT INTO settings VALUES ('name', 'market')");
}

describe('0001: what is kept', () => {
  test('before it there is no case, after it there are its tables and a row goes into each', () => {
    const db = openDatabase(':memory:');
    expect(() => schemaVersion(db)).toThrow(/another program/);
    createSchema(db, MIGRATIONS.slice(0, 1));
    expect(schemaVersion(db)).toBe(1);
    expect(tables(db)).toEqual(
      'allegations analyses articles events leftovers pieces received reviews settings speakers statements texts'.split(' '),
    );
    fillFirst(db);
    for (const table of tables(db)) expect(db.get(`SELECT count(*) AS n FROM ${table}`), table).toEqual({ n: 1 });
    expect(db.get('SELECT kind, at, article FROM events')).toEqual({ kind: 'created', at: '2026-03-01T10:00:00Z', article: null });
  });
  test.each('received pieces texts articles leftovers analyses speakers statements allegations reviews events'.split(' '))(
    'no row of %s can be changed or taken away',
    (table) => {
      const db = ofVersion(1);
      fillFirst(db);
      expect(() => db.run(`UPDATE ${table} SET number = 7`)).toThrow(/append-only/);
      expect(() => db.run(`DELETE FROM ${table}`)).toThrow(/append-only/);
      const names = columns(db, table).filter((name) => table !== 'events' || !['at', 'kind', 'article', 'received'].includes(name));
      const copy = `INSERT OR REPLACE INTO ${table} (${names.join(', ')}) SELECT ${names.join(', ')} FROM ${table}`;
      expect(() => db.run(copy)).toThrow(/append-only/);
    },
  );
  test.each([
    ['a hash that is none', "INSERT INTO texts VALUES (9, 'sha1:abc', 1, 1, x'00')"],
    [
      'a form that there is not',
      "INSERT INTO statements VALUES (9, 1, 's9', '[]', 'sung', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0.5)",
    ],
    [
      'a confidence over one',
      "INSERT INTO statements VALUES (9, 1, 's9', '[]', 'direct', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1.5)",
    ],
    [
      'a statement of no analysis',
      "INSERT INTO statements VALUES (9, 7, 's9', '[]', 'direct', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0.5)",
    ],
    [
      'a second analysis by the same engine and model',
      `INSERT INTO analyses VALUES (9, 1, '0.1.0', 'en-news-1', '${hash(4)}', '${hash(9)}', 0, x'')`,
    ],
    ['a decision by nobody', "INSERT INTO reviews VALUES (9, '', '', NULL, 'accept', 'statement', 1, 1, 's1', NULL, NULL)"],
    ['an entry that is no JSON', `INSERT INTO events VALUES (9, 'no', '', '${hash(9)}')`],
    ['bytes longer than they are unpacked', "INSERT INTO pieces VALUES (9, 1, 1, 1, x'0000')"],
    ['a text where a number belongs', `INSERT INTO received VALUES (9, '${hash(9)}', 'text', 'a', '', 'long')`],
  ])('refuses %s', (_what, statement) => {
    const db = ofVersion(1);
    fillFirst(db);
    expect(() => db.run(statement)).toThrow(/SQLite refused/);
  });
  test('the view over decisions leaves out what was undone, and the undoing', () => {
    const db = ofVersion(1);
    fillFirst(db);
    db.run("INSERT INTO reviews VALUES (2, '', 'ada', NULL, 'reject', 'statement', 1, 1, 's1', NULL, NULL)");
    db.run("INSERT INTO reviews VALUES (3, '', 'ada', NULL, 'undo', 'review', NULL, NULL, '1', NULL, 1)");
    expect(db.all('SELECT number FROM standing_reviews')).toEqual([{ number: 2 }]);
  });
});

describe('0002: relations and timestamps', () => {
  test('rows of the version before stay as they were, and the new tables take rows', () => {
    const db = ofVersion(1);
    fillFirst(db);
    const kept = tables(db);
    const before = kept.map((table) => db.all(`SELECT * FROM ${table}`));
    expect(migrate(db, MIGRATIONS.slice(0, 2)).map(({ number }) => number)).toEqual([2]);
    expect(kept.map((table) => db.all(`SELECT * FROM ${table}`))).toEqual(before);
    expect(tables(db).filter((table) => !kept.includes(table))).toEqual(['members', 'relations', 'run_relations', 'runs', 'timestamps']);
    db.run("INSERT INTO runs VALUES (1, '', '0.1.0', 1, 1)");
    db.run("INSERT INTO runs VALUES (2, '', '0.1.0', 1, 1)");
    db.run("INSERT INTO relations VALUES (1, 'person', 'x', 'Ilya Dorn', 'person', ?, 2, ?)", hash(7), new Uint8Array(2));
    db.run("INSERT INTO relations VALUES (2, 'person', 'y', 'Mara Venn', 'person', ?, 2, ?)", hash(8), new Uint8Array(2));
    for (const [run, relation] of [
      [1, 1],
      [1, 2],
      [2, 2],
    ] as const)
      db.run('INSERT INTO run_relations VALUES (?, ?, ?)', run, relation, relation);
    db.run("INSERT INTO members VALUES (1, 0, 1, 'p1', NULL)");
    expect(db.all('SELECT name FROM current_relations')).toEqual([{ name: 'Mara Venn' }]);
  });
});

test('the steps are numbered from one without a gap', () => {
  expect(MIGRATIONS.map(({ number }) => number)).toEqual(MIGRATIONS.map((_, i) => i + 1));
  expect(SCHEMA_VERSION).toBe(MIGRATIONS.length);
});

test('a step that fails leaves the schema as it was', () => {
  const db = ofVersion(1);
  const broken = { number: 2, name: 'broken', sql: 'CREATE TABLE one (a) STRICT; CREATE TABLE two (a INTEGER) STRICT;' };
  expect(() => migrate(db, [MIGRATIONS[0]!, broken])).toThrow();
  expect([schemaVersion(db), tables(db).includes('one')]).toEqual([1, false]);
});

test('a case of a newer Hearsay is refused', () => {
  const db = ofVersion(SCHEMA_VERSION);
  db.exec('PRAGMA user_version = 99');
  expect(() => migrate(db)).toThrow(/schema 99: a newer Hearsay made it/);
});
