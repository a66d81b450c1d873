import type { Accusation } from './accusations.ts';
import { byPlace } from './order.ts';
import { type Clustered, type Tie, timeOf } from './ties.ts';

/** Of two sides with more pairs of accusations than this, each accusation is tied to the nearest in time alone. */
const MOST_PAIRS = 400;

const CONFIDENCE: Readonly<Record<string, number>> = { person: 0.9, name: 0.85, side: 0.8 };
const kindOf = (key: string): string => key.slice(0, key.indexOf(' '));

const byTime = (a: Accusation, b: Accusation): number =>
  (timeOf(a.telling) ?? Number.MAX_SAFE_INTEGER) - (timeOf(b.telling) ?? Number.MAX_SAFE_INTEGER) || byPlace(a.telling, b.telling);

export interface Reciprocals {
  readonly ties: readonly Tie[];
  /** How many pairs were passed over because two sides accuse each other so often. */
  readonly passedOver: number;
}

/**
 * Ties each accusation of A against B to each of B against A, once for all statements of a cluster. Who is who is told by persons, by names, and
 * by the sides for which they stand: a state, its ministries and its officials are one side. The later one is `from`.
 */
export function reciprocalsOf(accusations: readonly Accusation[], clustered: Clustered): Reciprocals {
  const byPair = new Map<string, Map<string, Accusation>>();
  for (const accusation of accusations) {
    const root = clustered.rootOf(accusation.telling);
    const place = `${root.report.index} ${root.order} ${accusation.wrong}`;
    for (const x of accusation.accuser)
      for (const y of accusation.accused) {
        if (x === y) continue;
        const key = `${x}\u0000${y}`;
        const list = byPair.get(key) ?? new Map<string, Accusation>();
        const known = list.get(place);
        if (known === undefined || byTime(accusation, known) < 0) list.set(place, accusation);
        byPair.set(key, list);
      }
  }
  const found = new Map<string, Tie>();
  let passedOver = 0;
  for (const [key, there] of byPair) {
    const [x = '', y = ''] = key.split('\u0000');
    const back = byPair.get(`${y}\u0000${x}`);
    if (x > y || back === undefined) continue;
    const [ours, theirs] = [[...there.values()].sort(byTime), [...back.values()].sort(byTime)];
    const few = ours.length * theirs.length <= MOST_PAIRS;
    if (!few) passedOver += ours.length * theirs.length - ours.length - theirs.length;
    const pairs = few ? ours.flatMap((a) => theirs.map((b) => [a, b] as const)) : nearest(ours, theirs);
    for (const [a, b] of pairs) if (a.telling !== b.telling) keep(found, a, b, x, y);
  }
  return { ties: [...found.values()], passedOver: Math.max(0, passedOver) };
}

function keep(found: Map<string, Tie>, a: Accusation, b: Accusation, x: string, y: string): void {
  const [later, earlier] = byTime(a, b) > 0 ? [a, b] : [b, a];
  const key = [later, earlier].map(({ telling }) => `${telling.report.index} ${telling.order}`).join('|');
  const confidence = Math.min(CONFIDENCE[kindOf(x)] ?? 0.7, CONFIDENCE[kindOf(y)] ?? 0.7);
  const known = found.get(key);
  const sameWrong = a.wrong === b.wrong || known?.sameWrong === true;
  if (known !== undefined && known.confidence >= confidence && known.sameWrong === sameWrong) return;
  const side = kindOf(x) === 'side' || kindOf(y) === 'side';
  const note = `${whoAccuses(later)}; ${whoAccuses(earlier)}${side ? '; a state, its bodies and its officials count as one side' : ''}`;
  found.set(key, {
    type: 'reciprocal',
    from: later.telling,
    to: earlier.telling,
    because: [{ rule: side ? 'sides' : 'persons', note }],
    confidence: Math.max(confidence, known?.confidence ?? 0),
    sameWrong,
  });
}

const whoAccuses = ({ telling, allegation, wrong }: Accusation): string =>
  `${telling.voice?.name ?? 'somebody unnamed'} accuses ${allegation.accused ?? 'somebody'} of ${wrong}`;

/** Each with the one of the other list that is nearest in time. */
function nearest(ours: readonly Accusation[], theirs: readonly Accusation[]): readonly (readonly [Accusation, Accusation])[] {
  const time = (one: Accusation): number => timeOf(one.telling) ?? 0;
  const of = (one: Accusation, list: readonly Accusation[]): Accusation => {
    let [low, high] = [0, list.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (time(list[middle]!) < time(one)) low = middle + 1;
      else high = middle;
    }
    const before = list[Math.max(0, low - 1)]!;
    const after = list[low]!;
    return Math.abs(time(before) - time(one)) <= Math.abs(time(after) - time(one)) ? before : after;
  };
  return [...ours.map((a) => [a, of(a, theirs)] as const), ...theirs.map((b) => [of(b, ours), b] as const)];
}
