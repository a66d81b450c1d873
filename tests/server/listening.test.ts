import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { listen } from '../../src/node/index.ts';
import { addAll, newCase, REPORTS } from '../fakes/case.ts';

const bin = fileURLToPath(new URL('../../dist/cli/bin.js', import.meta.url));

/** `hearsay serve` as a process of its own; the address that it printed. */
async function start(path: string, ...more: string[]): Promise<{ child: ChildProcess; address: URL; token: string }> {
  const child = spawn(process.execPath, [bin, 'serve', path, '--no-open', ...more], { stdio: ['ignore', 'pipe', 'pipe'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  let out = '';
  for await (const chunk of child.stdout!) {
    out += chunk;
    if (out.includes('\n')) break;
  }
  const address = new URL(out.trim());
  return { child, address, token: address.searchParams.get('token')! };
}

const asking = ({ address, token }: { address: URL; token: string }, path: string, init: RequestInit = {}): Promise<Response> =>
  fetch(new URL(path, address), { ...init, headers: { authorization: `Bearer ${token}`, ...(init.headers as Record<string, string>) } });

async function caseFile(): Promise<string> {
  const kept = newCase();
  await addAll(kept, REPORTS);
  return kept.path;
}

describe('hearsay serve', () => {
  test('prints its address, answers this machine alone, and ends at Ctrl-C', async () => {
    expect(existsSync(bin)).toBe(true);
    const running = await start(await caseFile());
    expect(running.address.hostname).toBe('127.0.0.1');
    expect(running.token.length).toBeGreaterThanOrEqual(43);
    expect(((await (await asking(running, '/api/reports')).json()) as { total: number }).total).toBe(4);
    const exit = once(running.child, 'exit');
    running.child.kill('SIGINT');
    expect((await exit)[0]).toBe(0);
  });

  test('killed at any moment and started again: nothing is lost, the token is a new one, and the old one opens nothing', async () => {
    const path = await caseFile();
    const first = await start(path);
    const report = (await (await asking(first, '/api/reports/r1')).json()) as { statements: { version: string }[] };
    const decided = await asking(first, '/api/decisions', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'if-match': `"${report.statements[0]!.version}"` },
      body: JSON.stringify({ action: 'accept', ref: 'r1/s1', by: 'ada' }),
    });
    expect(decided.status).toBe(201);
    const dead = once(first.child, 'exit');
    first.child.kill('SIGKILL');
    await dead;
    const again = await start(path, '--port', first.address.port);
    expect(again.token).not.toBe(first.token);
    expect((await asking({ ...again, token: first.token }, '/api/session')).status).toBe(401);
    const after = (await (await asking(again, '/api/reports/r1')).json()) as { statements: { standing: object }[] };
    expect(after.statements[0]!.standing).toMatchObject({ state: 'accepted', by: 'ada' });
  });

  test.each([
    ['a case that is not there', ['/nowhere/at-all.hearsay'], 1, /Expected a case file/],
    ['a port that is none', ['x.hearsay', '--port', '99999'], 2, /expected a port/],
  ] as const)('%s is told, with exit code %j', async (_, args, code, message) => {
    const child = spawn(process.execPath, [bin, 'serve', ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    child.stderr.on('data', (chunk) => {
      said += chunk;
    });
    expect((await once(child, 'close'))[0]).toBe(code);
    expect(said).toMatch(message);
  });

  test('a port that is taken is told', async () => {
    const path = await caseFile();
    const first = await start(path);
    const child = spawn(process.execPath, [bin, 'serve', path, '--no-open', '--port', first.address.port], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (chunk) => {
      said += chunk;
    });
    expect((await once(child, 'close'))[0]).toBe(1);
    expect(said).toMatch(new RegExp(`port ${first.address.port} is taken`));
  });
});

describe('the port', () => {
  test("is this machine's alone", async () => {
    const listening = await listen({ fetch: async () => new Response('here') }, 0);
    onTestFinished(listening.close);
    const other = connect({ port: listening.port, host: '127.0.0.2' });
    const [error] = await once(other, 'error');
    expect((error as { code: string }).code).toBe('ECONNREFUSED');
  });

  test('answers what is no HTTP, and what asks for a whole other address, with a refusal', async () => {
    const listening = await listen({ fetch: async (asked) => new Response(asked.url) }, 0);
    onTestFinished(listening.close);
    const raw = async (text: string): Promise<string> => {
      const socket = connect({ port: listening.port, host: '127.0.0.1' });
      socket.end(text);
      let out = '';
      for await (const chunk of socket) out += chunk;
      return out;
    };
    expect(await raw('nonsense\r\n\r\n')).toMatch(/^HTTP\/1\.1 400/);
    expect(await raw('GET /a HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n')).toMatch(/^HTTP\/1\.1 400/);
  });

  test('many requests at once are all answered', async () => {
    const listening = await listen({ fetch: async (asked) => new Response(new URL(asked.url).pathname) }, 0);
    onTestFinished(listening.close);
    const one = (path: string): Promise<string> =>
      new Promise((resolve, reject) => {
        request({ port: listening.port, host: '127.0.0.1', path }, async (response) => {
          let text = '';
          for await (const chunk of response) text += chunk;
          resolve(text);
        })
          .on('error', reject)
          .end();
      });
    const paths = Array.from({ length: 200 }, (_, i) => `/${i}`);
    expect(await Promise.all(paths.map(one))).toEqual(paths);
  });
});
