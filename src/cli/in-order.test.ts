import { expect, test } from 'vitest';
import { inOrder } from './in-order.ts';

async function* from<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}
const after = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
async function all<T>(results: AsyncIterable<T>): Promise<readonly T[]> {
  const out: T[] = [];
  for await (const result of results) out.push(result);
  return out;
}

test('results come in the order of the items, whichever is done first', async () => {
  const results = inOrder(from([30, 1, 20, 0]), 4, async (n) => {
    await after(n);
    return n;
  });
  expect(await all(results)).toEqual([30, 1, 20, 0]);
});

test.each([1, 2, 7])('no more than %d items are in work or waiting for their turn', async (ahead) => {
  let inside = 0;
  let most = 0;
  const results = inOrder(from(Array.from({ length: 30 }, (_, i) => i)), ahead, async (n) => {
    inside++;
    most = Math.max(most, inside);
    await after(n % 3);
    return n;
  });
  for await (const _ of results) inside--;
  expect(most).toBe(ahead);
});

test('a result is given while the source still waits for its next item', async () => {
  async function* slow() {
    yield 1;
    await new Promise(() => {});
  }
  const results = inOrder(slow(), 8, async (n) => n);
  expect((await results.next()).value).toBe(1);
  await results.return();
});

test('an error of the work comes in its turn', async () => {
  const seen: number[] = [];
  const results = inOrder(from([1, 2, 3]), 3, async (n) => {
    if (n === 2) throw new Error('two');
    return n;
  });
  const reading = (async () => {
    for await (const n of results) seen.push(n);
  })();
  await expect(reading).rejects.toThrow('two');
  expect(seen).toEqual([1]);
});

test('an error of the source comes after the results before it', async () => {
  async function* broken() {
    yield 1;
    throw new Error('source');
  }
  const results = inOrder(broken(), 4, async (n) => n);
  expect((await results.next()).value).toBe(1);
  await expect(results.next()).rejects.toThrow('source');
});

test('who stops early stops the source', async () => {
  let stopped = false;
  async function* endless() {
    try {
      for (let i = 0; ; i++) yield i;
    } finally {
      stopped = true;
    }
  }
  for await (const n of inOrder(endless(), 2, async (n) => n)) if (n === 3) break;
  await after(0);
  expect(stopped).toBe(true);
});

test('an empty source gives nothing', async () => {
  expect(await all(inOrder(from([]), 3, async (n) => n))).toEqual([]);
});
