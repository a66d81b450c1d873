/** The thread in which what others wrote is taken apart: takes an order of the extractor, posts what came of it. */
import { parentPort } from 'node:worker_threads';
import type { ExtractOrder } from './extract-order.ts';
import { extract } from './extract-order.ts';

parentPort?.on('message', (order: ExtractOrder) => {
  extract(order).then(
    (result) => parentPort?.postMessage({ result }),
    (error: unknown) => parentPort?.postMessage({ error: error instanceof Error ? error.message : String(error) }),
  );
});
