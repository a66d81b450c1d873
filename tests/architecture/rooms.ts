/** One room of src/: what it may import and what its code may touch. DESIGN's room table, in the order of its rows. */
export interface Room {
  /** Rooms it may import, through their index.ts alone. */
  readonly imports: readonly string[];
  /** Of these, the rooms whose types it may import but whose code it may not run. */
  readonly typesOnly?: readonly string[];
  /** True for a room that must give the same bytes everywhere: no npm package, no clock, no randomness, no locale, no world. */
  readonly pure?: true;
  /** True for a room that may import `node:*`. */
  readonly machine?: true;
  /** True for a room in which each npm package stands in one file. */
  readonly onePackageOneFile?: true;
}

const STAGES = ['language', 'attribution', 'identity', 'sourcing', 'allegation', 'corroboration'] as const;

export const ROOMS: Readonly<Record<string, Room>> = {
  model: { imports: [], pure: true },
  ingest: { imports: ['model'], onePackageOneFile: true },
  language: { imports: ['model'], pure: true },
  attribution: { imports: ['model', 'language'], pure: true },
  identity: { imports: ['model', 'language'], pure: true },
  sourcing: { imports: ['model', 'language'], pure: true },
  allegation: { imports: ['model', 'language'], pure: true },
  corroboration: { imports: ['model', 'language'], pure: true },
  engine: { imports: ['model', ...STAGES], pure: true },
  casefile: { imports: ['model'] },
  export: { imports: ['model'] },
  server: { imports: ['model', 'engine', 'ingest', 'export', 'casefile'] },
  // ingest: docs/decisions/0002-node-reads-input.md
  node: { imports: ['model', 'casefile', 'language', 'ingest'], typesOnly: ['language'], machine: true },
  cli: { imports: ['model', 'ingest', ...STAGES, 'engine', 'casefile', 'export', 'server', 'node'], machine: true },
  // server: docs/decisions/0008-the-workbench-server.md
  web: { imports: ['model', 'engine', 'server'], typesOnly: ['server'] },
};

/** The one file that may print by `console`. */
export const PRINTER = 'src/cli/bin.ts';

/** The one file that imports a module whose address it is handed: a job's thread, which runs what `cli` tells it to run. */
export const HANDED = 'src/node/job-worker.ts';

/** What vitest files beside the code may import on top of their room's row. */
export const TEST_PACKAGES: readonly string[] = ['vitest', 'fast-check'];

/** The most lines that a file may have. */
export const MOST_LINES = 300;

/** Names that say nothing of what is in a folder: a helper belongs to the noun it helps. */
export const EMPTY_NAMES: readonly string[] = ['utils', 'util', 'common', 'helpers', 'helper', 'shared', 'misc', 'lib'];
