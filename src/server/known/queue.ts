import type { Case } from '../../casefile/index.ts';
import { WRONGS, type Wrong } from '../../model/index.ts';
import type { Room } from '../room.ts';
import type { StatementFact } from './facts.ts';

/** A statement's place in the queue: how much it matters, and why. */
export interface Mattering {
  readonly fact: StatementFact;
  readonly matters: number;
}

const GRAVITY = Object.keys(WRONGS) as readonly Wrong[];
const UNNAMED: Readonly<Record<string, number>> = { described: 0.4, collective: 0.5, bare: 0.8 };
/** Below this a reading is called doubtful. */
const DOUBTFUL = 0.7;

/** 0 for none, 1 for the gravest wrong that there is. */
const gravityOf = ({ allegations }: StatementFact): number => {
  const [first] = allegations;
  return first === undefined ? 0 : 1 - GRAVITY.indexOf(first.wrong) / (GRAVITY.length + 10);
};

/**
 * How much it matters that a person looks at a statement, the greater the more: what is alleged (up to 1), whether the source
 * is named (up to 0.8), how doubtful the reading is (up to 1). A grave allegation by an unnamed voice matters more than both apart.
 */
export function mattersOf(fact: StatementFact): number {
  const gravity = gravityOf(fact);
  const unnamed = UNNAMED[fact.grade ?? ''] ?? 0;
  return Math.round((gravity + unnamed * (0.5 + gravity) + (1 - fact.confidence)) * 1000) / 1000;
}

export function whyItMatters(fact: StatementFact): string[] {
  const [first] = fact.allegations;
  return [
    ...(first === undefined ? [] : [`alleges ${first.wrong.replaceAll('-', ' ')}`]),
    ...(fact.grade === 'bare' ? ['source unnamed and without a role'] : fact.grade === 'described' ? ['source unnamed'] : []),
    ...(fact.grade === 'collective' ? ['a group speaks as one'] : []),
    ...(fact.confidence < DOUBTFUL ? ['doubtful reading'] : []),
  ];
}

export interface Ordered {
  readonly rows: readonly Mattering[];
  /** Place of a statement, by its number. */
  readonly rank: ReadonlyMap<number, number>;
}

/** All statements in an order of the queue; kept until reports come in. */
export function orderedQueue(room: Room, kept: Case, sort: 'matters' | 'confidence' | 'report'): Ordered {
  const facts = room.facts(kept);
  return room.keep(`queue ${sort}`, String(facts.stamp()), () => {
    const rows = facts.statements().map((fact): Mattering => ({ fact, matters: mattersOf(fact) }));
    const byNumber = (a: Mattering, b: Mattering): number => a.fact.number - b.fact.number;
    if (sort === 'matters') rows.sort((a, b) => b.matters - a.matters || byNumber(a, b));
    else if (sort === 'confidence') rows.sort((a, b) => a.fact.confidence - b.fact.confidence || byNumber(a, b));
    else rows.sort((a, b) => a.fact.article - b.fact.article || byNumber(a, b));
    return { rows, rank: new Map(rows.map(({ fact }, i) => [fact.number, i])) };
  });
}
