type Settled<T> = { readonly value: T } | { readonly error: unknown };

const settled = <T>(promise: Promise<T>): Promise<Settled<T>> =>
  promise.then(
    (value) => ({ value }),
    (error) => ({ error }),
  );

function outcomeOf<T>(result: Settled<T>): T {
  if ('error' in result) throw result.error;
  return result.value;
}

/**
 * Works on the items of a source side by side and gives the results in the order of the items, each as soon as it and all
 * before it are done, even while the source is still waiting for more.
 *
 * @param ahead how many items may be in work or waiting for their turn; bounds the memory
 * @throws what the source or the work throws, in its turn
 * @example for await (const n of inOrder(numbers, 4, async (n) => n * 2)) …
 */
export async function* inOrder<T, R>(source: AsyncIterable<T>, ahead: number, work: (item: T) => Promise<R>): AsyncGenerator<R, void> {
  const iterator = source[Symbol.asyncIterator]();
  const queue: Promise<Settled<R>>[] = [];
  let coming: Promise<Settled<IteratorResult<T>>> | undefined;
  let ended = false;
  try {
    for (;;) {
      if (!ended && coming === undefined && queue.length < ahead) coming = settled(iterator.next());
      const first = queue[0];
      if (coming === undefined && first === undefined) return;
      const item = coming?.then((result) => ({ item: result }));
      const done = first?.then((result) => ({ done: result }));
      const turn = await Promise.race([done, item].filter((promise) => promise !== undefined));
      if ('done' in turn) {
        queue.shift();
        yield outcomeOf(turn.done);
        continue;
      }
      coming = undefined;
      if ('error' in turn.item) {
        const { error } = turn.item;
        ended = true;
        queue.push(Promise.resolve({ error }));
      } else if (turn.item.value.done) ended = true;
      else queue.push(settled(work(turn.item.value.value)));
    }
  } finally {
    // Not awaited: a source that waits for its next item would hold up the end.
    if (!ended) void settled(Promise.resolve(iterator.return?.()));
  }
}
