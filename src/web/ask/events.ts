import type { JobJson } from '../../server/index.ts';
import { allOld } from './answers.ts';
import { ask } from './ask.ts';
import { connectionNow, onConnection, tellConnection } from './connection.ts';

type JobListener = (job: JobJson) => void;
const jobListeners = new Set<JobListener>();

/** Calls with each state of long work as it changes. */
export function onJob(listener: JobListener): () => void {
  jobListeners.add(listener);
  return () => jobListeners.delete(listener);
}

const streamListeners = new Set<() => void>();

/** Calls each time the stream begins: what came before it was not told. */
export function onStream(listener: () => void): () => void {
  streamListeners.add(listener);
  return () => streamListeners.delete(listener);
}

const RETRY = 2000;
let head = '';
let source: EventSource | undefined;
let timer = 0;
let trying = 0;

function refreshSoon(): void {
  window.clearTimeout(timer);
  timer = window.setTimeout(allOld, 60);
}

function open(): void {
  source?.close();
  source = new EventSource('/api/events');
  source.addEventListener('open', () => {
    for (const listener of streamListeners) listener();
  });
  source.addEventListener('head', (event) => {
    tellConnection('there');
    if (event.data !== head && head !== '') refreshSoon();
    head = event.data;
  });
  source.addEventListener('job', (event) => {
    const job: JobJson = JSON.parse(event.data);
    for (const listener of jobListeners) listener(job);
  });
  source.onerror = () => {
    source?.close();
    source = undefined;
    tryLater();
    void ask('/api/session').catch(() => {});
  };
}

function tryLater(): void {
  window.clearTimeout(trying);
  trying = window.setTimeout(tryAgain, RETRY);
}

async function tryAgain(): Promise<void> {
  try {
    await ask('/api/session');
    if (source === undefined) open();
    allOld();
  } catch {
    tryLater();
  }
}

/** Begins to listen for what changes in the case, by this window or any other; goes on when the server comes back. */
export function listenToServer(): void {
  open();
  // A request alone may get lost too, while the stream stands.
  onConnection(() => connectionNow() !== 'there' && tryLater());
}
