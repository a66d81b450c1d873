import type { Case } from '../case.ts';
import { planStatements } from './plan.ts';
import type { Query } from './query.ts';

/** The numbers of all statements that a search finds, in no order; call `indexReports` before. */
export function foundStatements({ db }: Case, { wanted }: Query): ReadonlySet<number> {
  const { from, where, values } = planStatements(wanted);
  const rows = db.all<{ number: number }>(`SELECT s.number AS number FROM ${from} WHERE ${where}`, ...values);
  return new Set(rows.map(({ number }) => number));
}
