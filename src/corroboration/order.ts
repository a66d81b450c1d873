import { type Dated, earliestOf } from './dates.ts';
import type { Report, Telling } from './report.ts';

/** Compares texts by their code units, so that the order is the same on every machine. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Compares statements by report and place; no two are equal. */
export const byPlace = (a: Telling, b: Telling): number =>
  byText(a.report.id, b.report.id) || byText(a.report.mark, b.report.mark) || a.order - b.order;

/** A telling with what its date says. */
export interface Placed extends Dated {
  readonly telling: Telling;
  /** How many others name its outlet as theirs, here and among the copies of its text. */
  readonly named: number;
  /** How many members have its very words. */
  readonly agreeing: number;
}

/** The latest date that the clock of this project can tell; what has no date comes last. */
const LAST = Number.MAX_SAFE_INTEGER;

/**
 * The members of a cluster, earliest first. Where dates do not decide, the one that others name as their source comes first, then the one whose
 * words most have, then the one that says most, then the order of ids.
 *
 * @param creditedBy how many copies of a report name its house as theirs
 */
export function inTime(tellings: readonly Telling[], creditedBy: (report: Report) => number): readonly Telling[] {
  const named = namedBy(tellings);
  const agreeing = new Map<number, number>();
  for (const { group } of tellings) agreeing.set(group, (agreeing.get(group) ?? 0) + 1);
  const placed = tellings.map((telling): Placed => {
    const { moment, updated } = telling.report;
    const others = named.get(telling.report.family ?? '') ?? 0;
    return { telling, moment, updated, named: others + creditedBy(telling.report), agreeing: agreeing.get(telling.group) ?? 0 };
  });
  const start = (one: Placed): number => one.moment?.from ?? LAST;
  const byEvidence = (a: Placed, b: Placed): number =>
    b.named - a.named ||
    b.agreeing - a.agreeing ||
    b.telling.said.words.length - a.telling.said.words.length ||
    byPlace(a.telling, b.telling);
  const first = [...earliestOf(placed)].sort(byEvidence)[0];
  const day = (one: Placed): number => Math.floor(start(one) / 1440);
  const rest = placed
    .filter((one) => one !== first)
    .sort((a, b) => day(a) - day(b) || start(a) - start(b) || b.named - a.named || byPlace(a.telling, b.telling));
  return (first === undefined ? rest : [first, ...rest]).map(({ telling }) => telling);
}

/** How many statements name each house as one that they pass on. */
function namedBy(tellings: readonly Telling[]): ReadonlyMap<string, number> {
  const count = new Map<string, number>();
  for (const { cites, report } of tellings) {
    for (const house of new Set([...cites, ...report.credits])) if (house !== report.family) count.set(house, (count.get(house) ?? 0) + 1);
  }
  return count;
}
