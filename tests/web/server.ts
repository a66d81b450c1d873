import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { onTestFinished } from 'vitest';
import { bin } from './cases.ts';

/** `hearsay serve` as a process of its own. */
export interface Server {
  /** The whole address that it printed, with its token. */
  readonly url: string;
  readonly origin: string;
  readonly port: number;
  readonly token: string;
  /** Ends it at once, as a crash would. */
  readonly kill: () => Promise<void>;
  /** The server's own JSON, as a script asks for it. */
  readonly ask: <T>(path: string, body?: unknown, headers?: Readonly<Record<string, string>>) => Promise<T>;
}

async function addressOf(child: ChildProcess): Promise<URL> {
  let out = '';
  let said = '';
  child.stderr!.on('data', (chunk) => (said += chunk));
  for await (const chunk of child.stdout!) {
    out += chunk;
    if (out.includes('\n')) return new URL(out.trim());
  }
  throw new Error(`hearsay serve ended without an address: ${said}`);
}

/** Serves a case until the test is over. */
export async function serve(path: string, ...args: string[]): Promise<Server> {
  const child = spawn(process.execPath, [bin, 'serve', path, '--no-open', ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = once(child, 'exit');
  const kill = async () => {
    child.kill('SIGKILL');
    await ended;
  };
  onTestFinished(kill);
  const url = await addressOf(child);
  const token = url.searchParams.get('token')!;
  return {
    url: url.href,
    origin: url.origin,
    port: Number(url.port),
    token,
    kill,
    async ask<T>(to: string, body?: unknown, headers: Readonly<Record<string, string>> = {}) {
      const response = await fetch(`${url.origin}${to}`, {
        method: body === undefined ? 'GET' : 'POST',
        headers: { authorization: `Bearer ${token}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      if (!response.ok) throw new Error(`expected an answer of ${to}, found ${response.status}: ${await response.text()}`);
      return (await response.json()) as T;
    },
  };
}
