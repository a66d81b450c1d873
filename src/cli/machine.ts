import { readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Article } from '../model/index.ts';
import type { AnalysisInput, Arrival, CaseFile, createAssets, createShelf, listen, Reader, Timestamps } from '../node/index.ts';

export type { AnalysisInput, Reader };

/** One input: a report, why there is none, or something to be said beside both; `line` is that of a batch. */
export type Input =
  | { readonly kind: 'article'; readonly article: Article; readonly from: string; readonly line?: number }
  | { readonly kind: 'failure'; readonly from: string; readonly line?: number; readonly code: string; readonly message: string }
  | { readonly kind: 'aside'; readonly from: string; readonly line?: number; readonly message: string };

export interface ReaderOptions {
  /** Folder of the model; the one of the package where none is named. */
  readonly model?: string;
  /** Reports to be read side by side. */
  readonly jobs: number;
}

export interface Serving {
  readonly listen: typeof listen;
  readonly createShelf: typeof createShelf;
  readonly assets: ReturnType<typeof createAssets>;
}

/** What the commands need of the machine they run on. */
export interface Machine {
  version(): string;
  /** How many reports the paths hold, where that is known without opening them. */
  count(paths: readonly string[]): number | undefined;
  readInputs(paths: readonly string[], stdin: AsyncIterable<Uint8Array>): AsyncIterable<Input>;
  /** The text of a file that the user names, in UTF-8. @throws if there is none */
  readText(path: string): string;
  /** Analyses, one a line. */
  readAnalyses(paths: readonly string[], stdin: AsyncIterable<Uint8Array>): AsyncIterable<AnalysisInput>;
  /** The ISO date of today, UTC. */
  today(): string;
  /** True if a path is meant as a case file rather than as something to be read. */
  isCase(path: string): Promise<boolean>;
  /** Throws CaseError where a new case file cannot be made at a path. */
  checkNewCase(path: string): Promise<void>;
  createCase(path: string, options: { readonly passphrase?: Uint8Array }): Promise<CaseFile>;
  openCase(
    path: string,
    options: { readonly readOnly: boolean; readonly passphrase?: Uint8Array; readonly patienceMs?: number },
  ): Promise<CaseFile>;
  /** How many reports the paths hold, counted without reading them; undefined where that cannot be told. */
  countReports(paths: readonly string[]): Promise<number | undefined>;
  /** Receives things to be kept: files, folders, patterns, addresses, "-". */
  receive(
    paths: readonly string[],
    stdin: AsyncIterable<Uint8Array>,
    options?: { readonly allowPrivate?: boolean | undefined },
  ): AsyncIterable<Arrival>;
  /** What gets and reads timestamps. @param trust a file of certificates */
  openTimestamps(trust: string | undefined): Promise<Timestamps>;
  /** What the workbench listens with, keeps uploads in, and has its pages from. */
  openServing(): Promise<Serving>;
  /** Rejects with advice if the model is missing or damaged. */
  openReader(options: ReaderOptions): Promise<Reader>;
}

/** A reader in this thread; worker threads call it too. */
export async function openReader(model: string | undefined): Promise<Reader> {
  const [{ createNetwork, defaultModelDir }, { createEngine }] = await Promise.all([
    import('../node/index.ts'),
    import('../engine/index.ts'),
  ]);
  const engine = createEngine(await createNetwork(model ?? defaultModelDir()));
  return { ...engine, close: async () => {} };
}

const isBatch = (path: string): boolean => /\.(?:ndjson|jsonl|csv|tsv|mbox|eml|rss|atom|xml|json|warc|wacz)(?:\.gz)?$/i.test(path);

function isOneReport(path: string): boolean {
  if (path === '-' || isBatch(path)) return false;
  const found = statSync(path, { throwIfNoEntry: false });
  return found === undefined || !found.isDirectory();
}

/** This machine: its files, its model, its threads. */
export const thisMachine: Machine = {
  version: () => JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).version,
  count: (paths) => (paths.every(isOneReport) ? paths.length : undefined),
  async *readInputs(paths, stdin) {
    const { readInputs } = await import('../node/index.ts');
    yield* readInputs(paths, { stdin });
  },
  readText: (path) => readFileSync(path, 'utf8'),
  async *readAnalyses(paths, stdin) {
    const { readAnalyses } = await import('../node/index.ts');
    yield* readAnalyses(paths, stdin);
  },
  today: () => new Date().toISOString().slice(0, 10),
  async isCase(path) {
    const { isCase } = await import('../node/index.ts');
    return path !== '-' && isCase(path);
  },
  async checkNewCase(path) {
    const { checkNewCase } = await import('../node/index.ts');
    checkNewCase(path);
  },
  async createCase(path, options) {
    const { createCaseFile } = await import('../node/index.ts');
    return createCaseFile(path, { ...options, version: thisMachine.version() });
  },
  async openCase(path, options) {
    const { openCaseFile } = await import('../node/index.ts');
    return openCaseFile(path, { ...options, version: thisMachine.version() });
  },
  async countReports(paths) {
    const { countReports } = await import('../node/index.ts');
    return countReports(paths);
  },
  async *receive(paths, stdin, options) {
    const { receive } = await import('../node/index.ts');
    yield* receive(paths, { stdin, fetch: { allowPrivate: options?.allowPrivate } });
  },
  async openTimestamps(trust) {
    const { openTimestamps } = await import('../node/index.ts');
    return openTimestamps(trust);
  },
  async openServing() {
    const { listen, createShelf, createAssets } = await import('../node/index.ts');
    return { listen, createShelf, assets: createAssets(fileURLToPath(new URL('../../dist/web', import.meta.url))) };
  },
  async openReader({ model, jobs }) {
    if (jobs === 1) return openReader(model);
    const { createJobs } = await import('../node/index.ts');
    return createJobs({ count: jobs, module: import.meta.url, data: model });
  },
};
