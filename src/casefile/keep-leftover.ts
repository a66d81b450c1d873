import type { Item } from '../model/index.ts';
import { type Case, encode } from './case.ts';
import { appendEvent } from './event.ts';
import type { Origin } from './keep-article.ts';

/** What of a received thing is no report of this case; 'duplicate' for a report that is in the case already. */
export type Leftover =
  | Exclude<Item, { readonly kind: 'article' }>
  | { readonly kind: 'duplicate'; readonly article: number; readonly id: string; readonly part?: unknown; readonly captured?: string };

export const hasLeftover = ({ db }: Case, { received, item }: Origin): boolean =>
  db.get('SELECT 1 AS there FROM leftovers WHERE received = ? AND item = ?', received, item) !== undefined;

/** Keeps what is no report, in its place. */
export function keepLeftover({ db }: Case, { received, item }: Origin, leftover: Leftover): void {
  db.run(
    'INSERT INTO leftovers (received, item, kind, record) VALUES (?, ?, ?, ?)',
    received,
    item,
    leftover.kind,
    JSON.stringify(leftover),
  );
}

/** The hash of all leftovers of a received thing, in their order, one a line. */
export function hashLeftovers({ db, tools }: Case, received: number): { readonly count: number; readonly hash: string } {
  const rows = db.all<{ item: number; record: string }>('SELECT item, record FROM leftovers WHERE received = ? ORDER BY item', received);
  return { count: rows.length, hash: tools.hash(encode(rows.map(({ item, record }) => `${item} ${record}\n`).join(''))) };
}

/** Notes that all that a received thing holds was looked at. */
export function finishReceived(kept: Case, received: number): void {
  const { db } = kept;
  db.transaction(() => {
    if (db.get("SELECT 1 AS there FROM events WHERE received = ? AND kind = 'finished'", received) !== undefined) return;
    const articles = db.get<{ n: number }>('SELECT count(*) AS n FROM articles WHERE received = ?', received)!.n;
    const { count, hash } = hashLeftovers(kept, received);
    appendEvent(kept, { event: 'finished', received, articles, leftovers: count, record: hash });
  });
}
