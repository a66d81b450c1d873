/** The thread in which pages are read: takes the decoded page, posts what `extractPage` made of it. */
import { parentPort } from 'node:worker_threads';
import { extractPage } from '../ingest/index.ts';

parentPort?.on('message', (html: string) => parentPort?.postMessage(extractPage(html)));
