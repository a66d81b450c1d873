import type { Relation } from '../model/index.ts';
import { type Case, encode, record } from './case.ts';
import { CaseError } from './case-error.ts';
import type { Value } from './database.ts';
import { appendEvent } from './event.ts';

interface Member {
  readonly article: string;
  readonly id: string | null;
  readonly standing: string | null;
}

/** Where the speakers and statements of reports stand in a relation. */
export function membersOf(relation: Relation): readonly Member[] {
  if (relation.kind === 'person') return relation.speakers.map(({ article, speaker }) => ({ article, id: speaker, standing: null }));
  if (relation.kind === 'cluster')
    return relation.members.map(({ article, statement, standing }) => ({ article, id: statement, standing }));
  const { from, to } = relation;
  return [
    { article: from.article, id: from.statement, standing: 'from' },
    { article: to.article, id: to.statement, standing: 'to' },
  ];
}

const idOf = (relation: Relation): string | null => (relation.kind === 'link' ? null : relation.id);
const typeOf = (relation: Relation): string | null => (relation.kind === 'cluster' ? null : relation.type);

/** The copies of a relation that stand in columns: kind, id, name, type. */
export const relationColumns = (relation: Relation): readonly Value[] => [
  relation.kind,
  idOf(relation),
  relation.kind === 'person' ? relation.name : null,
  typeOf(relation),
];

/**
 * Keeps what relating the whole case gave, as one run. A relation that an earlier run gave too stands in the file once.
 *
 * @param relations in the order in which `relate` gives them
 * @param analyses numbers of the analyses that were related
 * @returns number of the run
 * @throws CaseError 'not-allowed' where a relation names a report that is not in the case
 */
export function keepRelations(kept: Case, relations: Iterable<Relation>, analyses: readonly number[]): number {
  const { db, tools } = kept;
  return db.transaction(() => {
    const run = db.run(
      'INSERT INTO runs (at, tool, analyses, last_analysis) VALUES (?, ?, ?, ?)',
      tools.now(),
      tools.version,
      analyses.length,
      analyses.length === 0 ? null : Math.max(...analyses),
    ).number;
    const hasher = tools.hasher();
    let place = 0;
    for (const relation of relations) {
      const about = record(kept, relation);
      hasher.add(encode(`${about.hash}\n`));
      const known = db.get<{ number: number }>('SELECT number FROM relations WHERE hash = ?', about.hash);
      const number = known?.number ?? putRelation(kept, relation, about);
      db.run('INSERT INTO run_relations (run, place, relation) VALUES (?, ?, ?)', run, place++, number);
    }
    appendEvent(kept, { event: 'related', run, relations: place, analyses: analyses.length, record: hasher.hash(), tool: tools.version });
    return run;
  });
}

function putRelation({ db }: Case, relation: Relation, about: ReturnType<typeof record>): number {
  const { number } = db.run(
    'INSERT INTO relations (kind, id, name, type, hash, size, record) VALUES (?, ?, ?, ?, ?, ?, ?)',
    ...relationColumns(relation),
    about.hash,
    about.size,
    about.bytes,
  );
  for (const [place, { article, id, standing }] of membersOf(relation).entries()) {
    const row = db.get<{ number: number }>('SELECT number FROM articles WHERE id = ?', article);
    if (row === undefined) throw new CaseError('not-allowed', `Expected reports of this case in what relates them, found "${article}".`);
    db.run('INSERT INTO members (relation, place, article, id, standing) VALUES (?, ?, ?, ?, ?)', number, place, row.number, id, standing);
  }
  return number;
}
