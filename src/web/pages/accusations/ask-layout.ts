import type { ToLayOut } from './lay-out.ts';

/**
 * Lays parties out beside the page, which goes on answering meanwhile.
 * @throws where the worker cannot be loaded, or `signal` stops it
 */
export function askLayout(wanted: ToLayOut, signal: AbortSignal): Promise<Float64Array> {
  const worker = new Worker(new URL('./layout-worker.ts', import.meta.url), { type: 'module' });
  return new Promise<Float64Array>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason));
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = () => reject(new Error('expected the layout of the graph, found that its script does not load'));
    worker.postMessage(wanted);
  }).finally(() => worker.terminate());
}
