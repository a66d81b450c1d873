import type { Relation } from '../../model/index.ts';
import { type Case, encode, recorded } from '../case.ts';
import type { Row } from '../database.ts';
import { type Event, readEntry } from '../event.ts';
import { membersOf, relationColumns } from '../keep-relations.ts';
import { type Check, type Counts, differs, fault } from './fault.ts';

interface RelationRow extends Row {
  readonly number: number;
  readonly hash: string;
  readonly size: number;
  readonly record: Uint8Array;
}

/** Relations: each record against its hash, each run's list against the log. */
export function* checkRelations(kept: Case, counts: Counts): Check {
  const { db, tools } = kept;
  for (const row of db.each<RelationRow>('SELECT number, kind, id, name, type, hash, size, record FROM relations ORDER BY number')) {
    counts.relations++;
    const where = `relation ${row.number}`;
    try {
      const found = tools.hash(tools.unpack({ size: row.size, bytes: row.record }));
      if (found !== row.hash) yield differs(where, 'the hash', row.hash, found);
      const relation = recorded<Relation>(kept, { size: row.size, bytes: row.record });
      const expected = [relationColumns(relation), membersOf(relation).map(({ article, id, standing }) => [article, id, standing])];
      const members = db.all(
        'SELECT a.id AS article, m.id, m.standing FROM members AS m JOIN articles AS a ON a.number = m.article WHERE m.relation = ? ORDER BY m.place',
        row.number,
      );
      const copies = [[row.kind, row.id, row.name, row.type], members.map((member) => Object.values(member))];
      if (JSON.stringify(copies) !== JSON.stringify(expected)) yield fault(where, 'Its columns and members are not what its record says.');
    } catch (error) {
      yield fault(where, `It cannot be unpacked: ${error instanceof Error ? error.message : String(error)}.`);
    }
  }
  for (const { entry } of db.all<{ entry: string }>("SELECT entry FROM events WHERE kind = 'related' ORDER BY number")) {
    const event = readEntry(entry) as Extract<Event, { readonly event: 'related' }>;
    const hasher = tools.hasher();
    let count = 0;
    const list = 'SELECT r.hash FROM run_relations AS m JOIN relations AS r ON r.number = m.relation WHERE m.run = ? ORDER BY m.place';
    for (const { hash } of db.each<{ hash: string }>(list, event.run)) {
      count++;
      hasher.add(encode(`${hash}\n`));
    }
    const found = hasher.hash();
    if (found !== event.record || count !== event.relations)
      yield differs(`run ${event.run} of relate`, "the list's hash", event.record, found);
  }
}
