import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { judgeFile, judgeRooms, type SourceFile } from './architecture/judge.ts';
import { readSource } from './architecture/read-source.ts';
import { ROOMS } from './architecture/rooms.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

const filesIn = (folder: string): SourceFile[] =>
  readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(tsx?|mts|mjs)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path: path.slice(root.length).replaceAll('\\', '/'), code: readFileSync(path, 'utf8') }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));

describe('the project', () => {
  it('keeps to the room table in every import and every line of src/', () => {
    expect(judgeRooms(filesIn('src'))).toEqual([]);
  });
  it.each(['src', 'tests', 'scripts', 'bench'])('keeps names in kebab-case and files short in %s/', (folder) => {
    expect(filesIn(folder).flatMap(judgeFile)).toEqual([]);
  });
});

describe('the room table', () => {
  const mayReach = (room: string): string[] => ROOMS[room]!.imports.flatMap((next) => [next, ...mayReach(next)]);
  it.each(Object.keys(ROOMS))('lets no import of %s lead back to it', (room) => {
    expect(mayReach(room)).not.toContain(room);
  });
  it('names only rooms that it has', () => {
    expect(
      Object.values(ROOMS)
        .flatMap((row) => row.imports)
        .filter((name) => ROOMS[name] === undefined),
    ).toEqual([]);
  });
  it('lets no stage import another stage', () => {
    const stages = ['attribution', 'identity', 'sourcing', 'allegation', 'corroboration'];
    for (const stage of stages) expect(ROOMS[stage]!.imports.filter((name) => stages.includes(name))).toEqual([]);
  });
});

describe('the checker', () => {
  const judged = (path: string, code: string) => judgeRooms([{ path, code }]).join('\n');

  it.each([
    [
      'a static import upwards',
      'src/language/words.ts',
      "import { createEngine } from '../engine/index.ts';",
      'language may not import engine',
    ],
    [
      'a type import upwards',
      'src/model/span.ts',
      "import type { Reading } from '../language/index.ts';",
      'model may not import language (it may: nothing)',
    ],
    ['an import for its effect', 'src/model/span.ts', "import '../language/index.ts';", 'model may not import language'],
    ['an export from above', 'src/ingest/index.ts', "export { createEngine } from '../engine/index.ts';", 'ingest may not import engine'],
    ['an export of everything from above', 'src/ingest/index.ts', "export * from '../engine/index.ts';", 'ingest may not import engine'],
    [
      'a dynamic import upwards',
      'src/casefile/open.ts',
      "export const f = () => import('../node/index.ts');",
      'casefile may not import node',
    ],
    [
      'an inline type import upwards',
      'src/export/csv.ts',
      "export type A = import('../engine/index.ts').Engine;",
      'export may not import engine',
    ],
    ['an import by require', 'src/export/csv.ts', "import engine = require('../engine/index.ts');", 'export may not import engine'],
    [
      'a worker of another room',
      'src/node/html.ts',
      "export const w = new URL('../ingest/html-worker.js', import.meta.url);",
      'reaches into ingest',
    ],
    [
      'one stage in another',
      'src/sourcing/grade.ts',
      "import { attribute } from '../attribution/index.ts';",
      'sourcing may not import attribution',
    ],
    ['a deep import', 'src/attribution/form.ts', "import { spanOf } from '../model/reading.ts';", 'reaches into model'],
    [
      'a deep import from a folder within',
      'src/attribution/rules/post.ts',
      "import { spanOf } from '../../model/reading.ts';",
      'reaches into model',
    ],
    ['its own index', 'src/model/wire.ts', "import type { Span } from './index.ts';", 'index.ts of its own room'],
    [
      'code where types are allowed',
      'src/node/network.ts',
      "import { readText } from '../language/index.ts';",
      'may import only types of language',
    ],
    [
      'code behind inline types',
      'src/node/network.ts',
      "import { type Network } from '../language/index.ts';",
      'may import only types of language',
    ],
    ['a path out of src', 'src/cli/main.ts', "import about from '../../package.json' with { type: 'json' };", 'leads out of src/'],
    [
      'a path that only shows when it runs',
      'src/cli/main.ts',
      'export const f = (name: string) => import(name);',
      'only shows when it runs',
    ],
    [
      'node: outside node and cli',
      'src/server/route.ts',
      "import { readFile } from 'node:fs/promises';",
      'only node and cli see the machine',
    ],
    ['a package in an engine room', 'src/identity/names.ts', "import nlp from 'wink-nlp';", 'may not import the package wink-nlp'],
    ['a bare name of the machine in an engine room', 'src/identity/names.ts', "import fs from 'fs';", 'may not import the package fs'],
    ['a room that is not in the table', 'src/scraper/index.ts', 'export {};', 'lies in no room'],
    ['a file in no room', 'src/index.ts', 'export {};', 'lies in no room'],
    ['printing', 'src/node/network.ts', "console.warn('slow');", 'prints by console'],
    ['the clock', 'src/engine/engine.ts', 'export const t = Date.now();', 'uses Date.now'],
    ['the clock as a date', 'src/engine/engine.ts', 'export const t = new Date();', 'uses new Date()'],
    ['the clock as words', 'src/engine/engine.ts', 'export const t = Date();', 'uses Date()'],
    ['randomness', 'src/corroboration/sketch.ts', 'export const r = Math.random();', 'uses Math.random'],
    ['randomness by a string', 'src/corroboration/sketch.ts', "export const r = Math['random']();", 'uses Math.random'],
    ['the locale in a method', 'src/identity/names.ts', 'export const f = (a: string) => a.toLocaleLowerCase();', 'uses toLocaleLowerCase'],
    [
      'the locale in an order',
      'src/identity/names.ts',
      'export const f = (a: string, b: string) => a.localeCompare(b);',
      'uses localeCompare',
    ],
    ['the locale by name', 'src/identity/names.ts', 'export const c = new Intl.Collator();', 'uses Intl'],
    ['the process', 'src/language/words.ts', 'export const e = process.env;', 'uses process'],
    ['the global object', 'src/language/words.ts', 'export const g = globalThis;', 'uses globalThis'],
    ['the network', 'src/sourcing/outlet.ts', "export const f = () => fetch('x');", 'uses fetch'],
    ['a global in short form', 'src/sourcing/outlet.ts', 'export const o = { fetch };', 'uses fetch'],
  ])('finds %s', (_, path, code, complaint) => {
    expect(judged(path, code)).toContain(complaint);
  });

  it.each([
    ['a room below, by its index', 'src/attribution/form.ts', "import { spanOf } from '../model/index.ts';"],
    ['a file of its own room', 'src/attribution/rules/post.ts', "import { draft } from '../draft.ts';"],
    ['types where types are allowed', 'src/node/network.ts', "import type { Network } from '../language/index.ts';"],
    ['node: in node', 'src/node/files.ts', "import { readFile } from 'node:fs/promises';"],
    ['a package in ingest', 'src/ingest/html.ts', "import { parseHTML } from 'linkedom';"],
    [
      'vitest in a test of an engine room',
      'src/language/words.test.ts',
      "import { it } from 'vitest';\nimport { readFileSync } from 'node:fs';\nimport { cutWords } from './index.ts';",
    ],
    ['what tests share, in a test', 'src/engine/engine.test.ts', "import { fakeNetwork } from '../../tests/fake-network.ts';"],
    ['the built file, in a test', 'src/node/input.test.ts', "const entry = new URL('../../dist/node/html-worker.js', import.meta.url);"],
    ['a date that is given', 'src/sourcing/said.ts', 'export const year = (text: string) => new Date(text).getUTCFullYear();'],
    [
      'a property with the name of a global',
      'src/sourcing/said.ts',
      'export const f = (a: { process: number }) => ({ fetch: a.process });',
    ],
    ['the name of a global in words', 'src/sourcing/said.ts', "export const due = 'in due process'; // fetch Date.now()"],
    ['printing where it is allowed', 'src/cli/bin.ts', "console.error('bad');"],
    ['a module that is handed to a job', 'src/node/job-worker.ts', 'export const f = (module: string) => import(module);'],
    ['a data file beside the code', 'src/node/version.ts', "export const u = new URL('../../package.json', import.meta.url);"],
  ])('allows %s', (_, path, code) => {
    expect(judged(path, code)).toBe('');
  });

  it('finds a package in two files of ingest', () => {
    const code = "import { parseHTML } from 'linkedom';";
    const wrong = judgeRooms([
      { path: 'src/ingest/a.ts', code },
      { path: 'src/ingest/b.ts', code: `${code}\nimport { p } from 'linkedom/worker';` },
    ]);
    expect(wrong).toEqual([
      'src/ingest/b.ts imports linkedom, which stands in src/ingest/a.ts already: one file of ingest for each package',
    ]);
  });

  it.each([
    ['a file of 301 lines', { path: 'src/model/a.ts', code: 'x;\n'.repeat(301) }, 'has 301 lines'],
    ['a name in camel case', { path: 'src/model/wireFormat.ts', code: '' }, 'wireFormat.ts'],
    ['a name in snake case', { path: 'scripts/make_golden.mjs', code: '' }, 'make_golden.mjs'],
    ['a folder without a noun', { path: 'src/model/utils/a.ts', code: '' }, 'lies in utils/'],
  ])('finds %s', (_, file, complaint) => {
    expect(judgeFile(file).join('\n')).toContain(complaint);
  });

  it('allows a file of 300 lines, and a generated one of any length', () => {
    expect(judgeFile({ path: 'src/model/a.ts', code: 'x;\n'.repeat(300) })).toEqual([]);
    expect(judgeFile({ path: 'src/model/a.generated.ts', code: 'x;\n'.repeat(900) })).toEqual([]);
  });

  it('names the line', () => {
    expect(judged('src/model/a.ts', "\n\nimport '../engine/index.ts';")).toMatch(/^src\/model\/a\.ts:3 /);
  });

  it('says so when a source does not parse', () => {
    expect(() => readSource('a.ts', 'export const = 3;')).toThrow(/a\.ts does not parse/);
  });
});
