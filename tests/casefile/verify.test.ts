import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Case, keepRelations, keepReview, verify } from '../../src/casefile/index.ts';
import type { Analysis, Article } from '../../src/model/index.ts';
import { allegationOf, fakeAnalysis } from '../fakes/analysis.ts';
import { addAll, newCase, REPORTS, rowCounts } from '../fakes/case.ts';
import { relationsOver } from '../fakes/relations.ts';

const faultsOf = (kept: Case, head?: string): readonly string[] =>
  [...verify(kept, { head })].flatMap((step) => (step.kind === 'fault' ? [`${step.fault.where}: ${step.fault.message}`] : []));

/** A reader that also gives speakers, sourcing and an allegation, so that every table has rows. */
const fullRead = async (article: Article): Promise<Analysis> => {
  const analysis = fakeAnalysis(article);
  return {
    ...analysis,
    speakers: analysis.statements.map(({ source }, i) => ({
      id: `p${i + 1}`,
      name: article.text.slice(...source[0]!),
      type: 'person',
      role: null,
      mentions: source,
    })),
    statements: analysis.statements.map((statement, i) => ({
      ...statement,
      act: 'accuse',
      speaker: `p${i + 1}`,
      sourcing: { type: 'person', grade: 'named', channel: 'speech', outlet: null, addressee: null, said: '2026-02', chain: [`p${i + 1}`] },
      allegations: [allegationOf('the army', 'killing', { accusedSpeaker: `p${i + 1}` })],
    })),
  };
};

async function fullCase() {
  const kept = newCase();
  await addAll(kept, { ...REPORTS, 'broken.ndjson': '{"text":"Nobody spoke."}\n{' }, { read: fullRead });
  keepReview(kept, {
    action: 'accept',
    about: 'statement',
    article: 1,
    analysis: 1,
    id: 's1',
    by: 'ada',
    why: 'the tape',
    value: null,
    undoes: null,
  });
  const ids = kept.db.all<{ id: string }>('SELECT id FROM articles ORDER BY number').map(({ id }) => id);
  keepRelations(kept, relationsOver(ids), [1, 2, 3, 4]);
  return kept;
}

/** Runs what a forger would: the triggers away, the change, the triggers back. */
function forge({ db }: Case, change: () => void): void {
  const triggers = db.all<{ name: string; sql: string }>("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'");
  for (const { name } of triggers) db.exec(`DROP TRIGGER ${name}`);
  db.exec('PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON');
  change();
  db.exec('PRAGMA foreign_keys = ON; PRAGMA ignore_check_constraints = OFF');
  for (const { sql } of triggers) db.exec(sql);
}

test('a case that nobody touched holds, and the end counts what was proved', async () => {
  const kept = await fullCase();
  const steps = [...verify(kept)];
  expect(steps.filter(({ kind }) => kind === 'fault')).toEqual([]);
  expect(steps.at(-1)).toMatchObject({
    kind: 'done',
    faults: 0,
    counts: { received: 4, articles: 5, texts: 5, analyses: 5, statements: 5, leftovers: 1, reviews: 1, relations: 4, unproved: 0 },
  });
  expect(rowCounts(kept)).toMatchObject({ allegations: 5, speakers: 5 });
});

describe('what somebody changed past Hearsay is found', () => {
  test.each([
    ['the bytes of a thing', 'UPDATE pieces SET bytes = zeroblob(length(bytes)) WHERE number = 1', 'market.txt as received'],
    ['a piece that is gone', 'DELETE FROM pieces WHERE number = 1', 'market.txt as received'],
    ['where a thing came from', "UPDATE received SET origin = 'other.txt' WHERE number = 1", 'other.txt as received'],
    ['when it came', "UPDATE received SET at = '2020-01-01T00:00:00Z' WHERE number = 1", 'market.txt as received'],
    ['a text', "UPDATE texts SET text = CAST('Ilya Dorn denied it' AS BLOB), size = 19 WHERE number = 1", 'text 1'],
    [
      'a text with its hash, but not the log',
      "UPDATE texts SET hash = 'sha256:' || substr('0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef', 1, 64) WHERE number = 1",
      'text 1',
    ],
    ['the length of a text', 'UPDATE texts SET characters = 5 WHERE number = 1', 'text 1'],
    ["a report's title", "UPDATE articles SET title = 'Another bridge' WHERE number = 2", 'report r2'],
    ["a report's id", "UPDATE articles SET id = 'zz' WHERE number = 2", 'report r2'],
    [
      'the bytes that a report is said to be read from',
      'UPDATE articles SET source_start = 0, source_end = 5 WHERE number = 3',
      'report r3',
    ],
    ["a report's record", 'UPDATE articles SET record = zeroblob(length(record)) WHERE number = 2', 'report r2'],
    ['a report that is gone', 'DELETE FROM articles WHERE number = 4', 'the table articles'],
    ['a leftover', "UPDATE leftovers SET record = '{}'", 'what broken.ndjson held'],
    ['a leftover that is gone', 'DELETE FROM leftovers', 'what broken.ndjson held'],
    ["a finding's record", 'UPDATE analyses SET record = zeroblob(length(record)) WHERE number = 1', 'analysis 1 of report r1'],
    ['the engine of a finding', "UPDATE analyses SET engine = '99' WHERE number = 1", 'analysis 1 of report r1'],
    ['the act of a statement', "UPDATE statements SET act = 'deny' WHERE number = 1", 'analysis 1 of report r1'],
    ['the speaker of a statement', 'UPDATE statements SET speaker = 2 WHERE number = 1', 'analysis 1 of report r1'],
    ['a statement that is gone', 'DELETE FROM statements WHERE number = 5', 'analysis'],
    ["a speaker's name", "UPDATE speakers SET name = 'Nobody' WHERE number = 1", 'analysis 1 of report r1'],
    ['who is accused', "UPDATE allegations SET accused = 'nobody' WHERE number = 1", 'analysis 1 of report r1'],
    ['a decision', "UPDATE reviews SET action = 'reject' WHERE number = 1", 'decision 1'],
    ['a decision that is gone', 'DELETE FROM reviews', 'the table reviews'],
    [
      'a decision out of nothing',
      "INSERT INTO reviews (at, by, action, about, article, analysis, id) VALUES ('', 'eve', 'reject', 'statement', 1, 1, 's1')",
      'decision 2',
    ],
    ['a relation', 'UPDATE relations SET record = zeroblob(length(record)) WHERE number = 1', 'relation 1'],
    ["a person's name", "UPDATE relations SET name = 'Nobody' WHERE number = 1", 'relation 1'],
    ['a member of a cluster', "UPDATE members SET standing = 'independent' WHERE standing = 'echo'", 'relation 3'],
    ['a relation left out of its run', 'DELETE FROM run_relations WHERE place = 1', 'run 1 of relate'],
    ['an entry of the log', "UPDATE events SET entry = replace(entry, 'ada', 'eve') WHERE kind = 'reviewed'", 'event 20 of the log'],
    ['an event that is gone', 'DELETE FROM events WHERE number = 3', 'event 4 of the log'],
    ['a setting out of nothing', "INSERT INTO settings VALUES ('name', 'x')", 'the setting name'],
  ])('%s', async (_what, statement, where) => {
    const kept = await fullCase();
    forge(kept, () => kept.db.run(statement));
    const faults = faultsOf(kept);
    expect(
      faults.some((fault) => fault.includes(where)),
      faults.join('\n'),
    ).toBe(true);
  });

  test('an entry with its own hash made anew breaks the chain at the row behind it', async () => {
    const kept = await fullCase();
    const { entry, previous } = kept.db.get<{ entry: string; previous: string }>('SELECT entry, previous FROM events WHERE number = 2')!;
    const forged = entry.replace('market.txt', 'forged.txt');
    const hash = kept.tools.hash(new TextEncoder().encode(`${previous}\n${forged}`));
    forge(kept, () => kept.db.run('UPDATE events SET entry = ?, hash = ? WHERE number = 2', forged, hash));
    expect(faultsOf(kept)[0]).toMatch(/^event 3 of the log: Expected the hash of the row before/);
  });

  test('a trigger that was taken away, and one that was changed', async () => {
    const kept = await fullCase();
    kept.db.exec('DROP TRIGGER events_never_change');
    expect(faultsOf(kept)).toEqual(['the trigger events_never_change: Expected it in the schema, found none: somebody took it away.']);
    kept.db.exec('CREATE TRIGGER events_never_change BEFORE UPDATE ON events BEGIN SELECT 1; END');
    expect(faultsOf(kept)).toEqual(['the trigger events_never_change: It is not as Hearsay made it: somebody changed it.']);
  });

  test('a log cut off at its end, by the head that was noted down', async () => {
    const kept = await fullCase();
    const head = kept.db.get<{ hash: string }>('SELECT hash FROM events ORDER BY number DESC LIMIT 1')!.hash;
    expect(faultsOf(kept, head)).toEqual([]);
    forge(kept, () => {
      kept.db.run('DELETE FROM run_relations');
      kept.db.run('DELETE FROM runs');
      kept.db.run("DELETE FROM events WHERE kind = 'related'");
    });
    expect(faultsOf(kept)).toEqual([]);
    expect(faultsOf(kept, head)).toEqual([expect.stringMatching(/^the log: Expected a row with the hash/)]);
  });
});

/** Where a bit may be changed: all that is kept of bytes, texts, findings and the log. */
const CELLS = [
  ['pieces', 'bytes', 'size'],
  ['texts', 'text', 'size'],
  ['articles', 'record', 'record_size'],
  ['analyses', 'record', 'record_size'],
  ['relations', 'record', 'size'],
  ['events', 'entry', undefined],
  ['events', 'hash', undefined],
  ['events', 'previous', undefined],
  ['leftovers', 'record', undefined],
  ['statements', 'content', undefined],
  ['received', 'hash', undefined],
  ['texts', 'hash', undefined],
] as const;

test('any one bit changed in bytes, text, finding or log is found', async () => {
  const kept = await fullCase();
  const { db, tools } = kept;
  fc.assert(
    fc.property(fc.constantFrom(...CELLS), fc.nat(), fc.nat(), fc.nat({ max: 7 }), ([table, column, size], whichRow, whichByte, bit) => {
      const rows = db.all<{ number: number; cell: string | Uint8Array; size: number }>(
        `SELECT number, ${column} AS cell, ${size ?? 0} AS size FROM ${table} WHERE length(${column}) > 0 ORDER BY number`,
      );
      const row = rows[whichRow % rows.length]!;
      // The bit is one of what is kept, not of how it is packed: padding of a packed form means nothing.
      const whole =
        typeof row.cell === 'string'
          ? new TextEncoder().encode(row.cell)
          : Uint8Array.from(tools.unpack({ size: row.size, bytes: row.cell }));
      whole[whichByte % whole.length]! ^= 1 << bit;
      const put = typeof row.cell === 'string' ? Buffer.from(whole).toString('latin1') : tools.pack(whole).bytes;
      let faults = 0;
      try {
        db.transaction(() => {
          forge(kept, () => db.run(`UPDATE ${table} SET ${column} = ? WHERE number = ?`, put, row.number));
          faults = faultsOf(kept).length;
          throw new Error('back to how it was');
        });
      } catch (error) {
        // SQLite itself may refuse: an entry that is no JSON any more, a hash that another row has.
        if ((error as Error).message !== 'back to how it was') faults++;
      }
      expect(faults).toBeGreaterThan(0);
    }),
    { numRuns: 150 },
  );
  expect(faultsOf(kept)).toEqual([]);
});
