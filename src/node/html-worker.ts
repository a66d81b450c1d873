/** The thread in which pages are read: takes the decoded page, posts what `readPage` made of it. */
import { parentPort } from 'node:worker_threads';
import { readPage } from '../ingest/index.ts';

parentPort?.on('message', async (html: string) => parentPort?.postMessage(await readPage(html)));
