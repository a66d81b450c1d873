import { parentPort, workerData } from 'node:worker_threads';
import type { JobOrder, JobReply, Reader } from './jobs.ts';

const port = parentPort!;
const tell = (reply: JobReply) => port.postMessage(reply);
const tellError = (error: unknown) => tell({ kind: 'error', message: error instanceof Error ? error.message : String(error) });

/** Opens the reader and answers each report with what is made of it, one at a time. */
async function serve(): Promise<void> {
  const { module, data } = workerData as { readonly module: string; readonly data: unknown };
  const { openReader } = (await import(module)) as { readonly openReader: (data: unknown) => Promise<Reader> };
  const reader = await openReader(data);
  port.on('message', (order: JobOrder) => {
    if (order.kind === 'close') {
      void reader.close().finally(() => port.close());
      return;
    }
    const work: Promise<unknown> = order.kind === 'read' ? reader.read(order.article) : reader.check(order.article, order.profile);
    work.then((result) => tell({ kind: 'done', result }), tellError);
  });
  tell({ kind: 'ready' });
}

serve().catch(tellError);
