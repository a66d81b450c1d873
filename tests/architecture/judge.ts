import { posix } from 'node:path';
import { readSource } from './read-source.ts';
import { EMPTY_NAMES, HANDED, MOST_LINES, PRINTER, ROOMS, TEST_PACKAGES } from './rooms.ts';

/** A file of the project: its path from the root with "/", and what stands in it. */
export interface SourceFile {
  readonly path: string;
  readonly code: string;
}

const isTest = (path: string): boolean => path.endsWith('.test.ts');
const isGenerated = (path: string): boolean => path.includes('.generated.');
const roomOf = (path: string): string => path.split('/')[1]!;
const packageOf = (name: string): string =>
  name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');

/** What is wrong with where one import of a room's file leads; undefined if nothing is. */
function judgeRelative(path: string, to: string, typeOnly: boolean): string | undefined {
  const room = roomOf(path);
  const target = posix.join(posix.dirname(path), to);
  const [top, other, ...rest] = target.split('/');
  if (isTest(path) && (top === 'tests' || top === 'dist')) return undefined;
  if (top !== 'src' || other === undefined || rest.length === 0) return `leads out of src/ to ${target}`;
  if (other === room) {
    return rest.join('/') === 'index.ts' && !isTest(path) ? 'imports the index.ts of its own room: import the file that has it' : undefined;
  }
  const row = ROOMS[room];
  if (row === undefined) return undefined;
  if (!row.imports.includes(other)) return `${room} may not import ${other} (it may: ${row.imports.join(', ') || 'nothing'})`;
  if (rest.join('/') !== 'index.ts') return `reaches into ${other}: import ../${other}/index.ts, or export what is missing there`;
  if (row.typesOnly?.includes(other) && !typeOnly && !isTest(path)) return `${room} may import only types of ${other}: write "import type"`;
  return undefined;
}

/** What is wrong with a package or a `node:` module that a file imports; undefined if nothing is. */
function judgePackage(path: string, to: string): string | undefined {
  const room = roomOf(path);
  if (to.startsWith('node:'))
    return ROOMS[room]?.machine || isTest(path) ? undefined : `${room} may not import ${to}: only node and cli see the machine`;
  if (isTest(path) && TEST_PACKAGES.includes(packageOf(to))) return undefined;
  return ROOMS[room]?.pure ? `${room} is pure and may not import the package ${to}` : undefined;
}

function judgeCode({ path, code }: SourceFile): string[] {
  const { imports, uses } = readSource(path, code);
  const row = ROOMS[roomOf(path)];
  const wrong: string[] = [];
  const say = (line: number, what: string) => wrong.push(`${path}:${line} ${what}`);
  for (const { line, to, typeOnly } of imports) {
    if (to === undefined) {
      if (path !== HANDED) say(line, 'imports something that only shows when it runs: name the file');
      continue;
    }
    const what = /^\.{1,2}\//.test(to) ? judgeRelative(path, to, typeOnly) : judgePackage(path, to);
    if (what !== undefined) say(line, what);
  }
  for (const { line, what } of uses) {
    if (what === 'console') {
      if (path !== PRINTER) say(line, `prints by console: only ${PRINTER} may`);
    } else if (row?.pure && !isTest(path)) say(line, `uses ${what}: ${roomOf(path)} is pure, hand it in as an argument`);
  }
  return wrong;
}

/** In the rooms that ask for it, each npm package stands in one file. */
function judgePackages(files: readonly SourceFile[]): string[] {
  const seen = new Map<string, string>();
  const wrong: string[] = [];
  for (const { path, code } of files) {
    const room = roomOf(path);
    if (!ROOMS[room]?.onePackageOneFile || isTest(path)) continue;
    const packages = readSource(path, code).imports.flatMap(({ to }) =>
      to === undefined || /^(\.|node:)/.test(to) ? [] : [packageOf(to)],
    );
    for (const name of new Set(packages)) {
      const first = seen.get(`${room} ${name}`);
      if (first === undefined) seen.set(`${room} ${name}`, path);
      else wrong.push(`${path} imports ${name}, which stands in ${first} already: one file of ${room} for each package`);
    }
  }
  return wrong;
}

/** What is wrong with a file's name or length; for all code of the project, in src/ and beside it. */
export function judgeFile({ path, code }: SourceFile): string[] {
  const wrong: string[] = [];
  for (const part of path.split('/')) {
    if (!/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)*$/.test(part)) wrong.push(`${path} has the name ${part}: names are in kebab-case`);
    if (EMPTY_NAMES.includes(part)) wrong.push(`${path} lies in ${part}/: a helper belongs to the noun it helps`);
  }
  const lines = code.replace(/\n$/, '').split('\n').length;
  if (lines > MOST_LINES && !isGenerated(path)) wrong.push(`${path} has ${lines} lines: at most ${MOST_LINES}, part it by its nouns`);
  return wrong;
}

/**
 * All that breaks the rules of the rooms in the files of src/, one line each: place, what, and what to do.
 *
 * @example judgeRooms([{ path: 'src/model/span.ts', code: "import '../engine/index.ts'" }]) // ['src/model/span.ts:1 model may not import engine …']
 */
export function judgeRooms(files: readonly SourceFile[]): string[] {
  const homeless = files.filter(({ path }) => path.split('/').length < 3 || ROOMS[roomOf(path)] === undefined);
  return [
    ...homeless.map(
      ({ path }) => `${path} lies in no room: add the room to tests/architecture/rooms.ts and to the design, or move the file`,
    ),
    ...files.flatMap(judgeCode),
    ...judgePackages(files),
  ];
}
