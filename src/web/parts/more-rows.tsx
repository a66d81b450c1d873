import { patch } from '../address/address.ts';
import { count } from '../words/counts.ts';
import { Button } from './button.tsx';

const FEW = 50;
const MOST = 1000;

/** How many rows of a list the address asks for. */
export function rowsAsked(query: URLSearchParams): number {
  const asked = Number(query.get('n') ?? FEW);
  return Number.isInteger(asked) && asked > 0 ? Math.min(asked, MOST) : FEW;
}

/** Below a list that goes on: a way to more of it, or to where the rest is. */
export function MoreRows({
  list: { next, total },
  limit,
}: {
  readonly list: { next: string | null; total: number };
  readonly limit: number;
}) {
  if (next === null) return null;
  if (limit >= MOST)
    return <p className="more muted">The first {count(MOST)} are shown. Narrow the list down to see others; as CSV it has all.</p>;
  return (
    <div className="more">
      <Button onClick={() => patch({ n: Math.min(MOST, limit * 2) }, { replace: true })}>Show more of {count(total)}</Button>
    </div>
  );
}
