import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { add, indexReports, relateCase } from '../../src/casefile/index.ts';
import { createEngine, createRelations, ENGINE_VERSION } from '../../src/engine/index.ts';
import { caseTools, createCaseFile, createNetwork, createShelf, defaultModelDir, openCaseFile, receive } from '../../src/node/index.ts';
import { createWorkbench, type Desk, type DeskReader, type Workbench, type WorkbenchOptions } from '../../src/server/index.ts';
import { fakeAnalysis } from './analysis.ts';
import { fakeRead, VERSION } from './case.ts';

export const PORT = 4300;
export const TOKEN = 'a-token-of-this-test-run-which-is-long-enough';
const ORIGIN = `http://127.0.0.1:${PORT}`;

/** A case file with the example story, read, related and indexed; made once for a test file. */
export async function storyCase(): Promise<{ readonly path: string; readonly drop: () => void; readonly reader: DeskReader }> {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-story-'));
  const path = join(folder, 'story.hearsay');
  const engine = createEngine(await createNetwork(defaultModelDir()));
  const file = createCaseFile(path, { version: VERSION });
  const story = fileURLToPath(new URL('../../examples/story/reports.ndjson', import.meta.url));
  for await (const added of add(file, receive([story]), { read: engine.read, ahead: 1 })) {
    if (added.kind === 'failed') throw new Error(added.message);
  }
  const relations = createRelations();
  await relateCase(file, { add: (analysis) => relations.add(analysis).length >= 0, result: () => relations.result().relations });
  indexReports(file);
  file.close();
  return { path, drop: () => rmSync(folder, { recursive: true, force: true }), reader: { ...engine, close: async () => {} } };
}

/** A copy of a case file that goes with the test. */
export function copyOf(path: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-served-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const copy = join(folder, 'story.hearsay');
  copyFileSync(path, copy);
  return copy;
}

const fakeReader: DeskReader = {
  read: fakeRead,
  check: async (article, profile) => ({ analysis: fakeAnalysis(article), profile, findings: [] }),
  close: async () => {},
};

/** A desk over a real case file; mistakes of the server fail the test that made them. */
export function fakeDesk(path: string, more: Partial<Desk> = {}): Desk & { readonly mistakes: readonly unknown[] } {
  const mistakes: unknown[] = [];
  return {
    version: VERSION,
    engine: ENGINE_VERSION,
    caseName: path.split('/').at(-1)!,
    example: false,
    readOnly: false,
    reader: 'ada',
    openCase: async ({ readOnly, passphrase }) => openCaseFile(path, { version: VERSION, readOnly, passphrase, patienceMs: 200 }),
    openReader: async () => fakeReader,
    openShelf: createShelf,
    asset: async () => undefined,
    clock: () => performance.now(),
    breathe: () => new Promise((resolve) => setImmediate(resolve)),
    report: (error) => mistakes.push(error),
    mistakes,
    ...more,
  };
}

export interface Asked {
  readonly method?: string;
  readonly body?: unknown;
  readonly raw?: string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Served extends Workbench {
  readonly desk: ReturnType<typeof fakeDesk>;
  /** Asks as the page itself does. */
  readonly ask: (path: string, asked?: Asked) => Promise<Response>;
  /** The same, for its JSON; throws where the status is another one. */
  // biome-ignore lint/suspicious/noExplicitAny: a test says what it expects of an answer
  readonly json: (path: string, asked?: Asked & { readonly status?: number }) => Promise<any>;
}

export const requestOf = (path: string, { method = 'GET', body, raw, headers = {} }: Asked = {}): Request =>
  new Request(`${ORIGIN}${path}`, {
    method,
    headers: {
      host: `127.0.0.1:${PORT}`,
      cookie: `hearsay-${PORT}=${TOKEN}`,
      ...(method === 'GET' ? {} : { origin: ORIGIN }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(raw === undefined ? {} : { body: raw, duplex: 'half' }),
  });

/** The server over a case file, with every answer held against its schema. */
export function served(path: string, more: Partial<Desk> = {}, options: Partial<WorkbenchOptions> = {}): Served {
  const desk = fakeDesk(path, more);
  const workbench = createWorkbench(desk, { token: TOKEN, port: () => PORT, strict: true, ...options });
  onTestFinished(async () => {
    await workbench.close();
    if (desk.mistakes.length > 0) throw desk.mistakes[0];
  });
  const ask = (address: string, asked?: Asked) => workbench.fetch(requestOf(address, asked));
  return {
    ...workbench,
    desk,
    ask,
    async json(address, { status, ...asked } = {}) {
      const response = await ask(address, asked);
      const text = await response.text();
      const expected = status ?? (response.status < 300 ? response.status : 200);
      if (response.status !== expected) throw new Error(`expected ${expected} of ${address}, found ${response.status}: ${text}`);
      return JSON.parse(text);
    },
  };
}

/** Waits for a job to end. */
export async function ended({ json }: Served, id: string) {
  for (;;) {
    const job = await json(`/api/jobs/${id}`);
    if (job.ended !== null) return job;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

export const { hash } = caseTools(VERSION);
