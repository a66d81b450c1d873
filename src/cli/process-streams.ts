import type { Writable } from 'node:stream';
import { askSecret } from './ask-secret.ts';
import { ClosedPipe, type Sink, type Streams, wantsColour } from './streams.ts';

type Terminal = Writable & { readonly isTTY?: boolean; readonly columns?: number };

const GONE = new Set(['EPIPE', 'EOF', 'ERR_STREAM_DESTROYED', 'ERR_STREAM_WRITE_AFTER_END']);

function sinkOf(stream: Terminal, env: NodeJS.ProcessEnv): Sink {
  const isTerminal = stream.isTTY === true;
  // Errors come back through the callback of `write`; without a listener they would end the process.
  stream.on('error', () => {});
  return {
    isTerminal,
    get columns() {
      return stream.columns || Number.parseInt(env.COLUMNS ?? '', 10) || 80;
    },
    colour: wantsColour(isTerminal, env),
    write: (text) =>
      new Promise((resolve, reject) => {
        stream.write(text, (error?: NodeJS.ErrnoException | null) => {
          if (!error) resolve();
          else reject(GONE.has(error.code ?? '') ? new ClosedPipe() : error);
        });
      }),
  };
}

/** The streams of this process. */
export const processStreams = (process: NodeJS.Process): Streams => ({
  ...(process.stdin.isTTY && process.stderr.isTTY
    ? { askSecret: (question: string) => askSecret(process.stdin, (text) => process.stderr.write(text), question) }
    : {}),
  onInterrupt(listener) {
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
    for (const signal of signals) process.on(signal, listener);
    return () => {
      for (const signal of signals) process.off(signal, listener);
    };
  },
  stdin: process.stdin,
  stdout: sinkOf(process.stdout, process.env),
  stderr: sinkOf(process.stderr, process.env),
  clock: {
    now: () => performance.now(),
    every(milliseconds, tick) {
      const timer = setInterval(tick, milliseconds);
      timer.unref();
      return () => clearInterval(timer);
    },
  },
});
