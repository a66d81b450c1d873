import { parentPort, workerData } from 'node:worker_threads';
import type { Article } from '../model/index.ts';
import type { JobReply, Reader } from './jobs.ts';

const port = parentPort!;
const tell = (reply: JobReply) => port.postMessage(reply);
const tellError = (error: unknown) => tell({ kind: 'error', message: error instanceof Error ? error.message : String(error) });

/** Opens the reader and answers each report with its analysis, one at a time. */
async function serve(): Promise<void> {
  const { module, data } = workerData as { readonly module: string; readonly data: unknown };
  const { openReader } = (await import(module)) as { readonly openReader: (data: unknown) => Promise<Reader> };
  const reader = await openReader(data);
  port.on('message', (order: { readonly kind: 'read'; readonly article: Article } | { readonly kind: 'close' }) => {
    if (order.kind === 'close') void reader.close().finally(() => port.close());
    else reader.read(order.article).then((analysis) => tell({ kind: 'analysis', analysis }), tellError);
  });
  tell({ kind: 'ready' });
}

serve().catch(tellError);
