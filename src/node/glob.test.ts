import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { findMatching } from './glob.ts';
import { findFiles } from './input-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'glob-'));
for (const name of [
  'a.txt',
  'b.html',
  'B.txt',
  'c1.txt',
  'c2.txt',
  '.hidden.txt',
  'x/d.txt',
  'x/y/e.txt',
  'x/.z/f.txt',
  'odd[1].txt',
  'ä+b.txt',
  'x/y/n.bin',
]) {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), 'She said no.');
}
symlinkSync(join(folder, 'x'), join(folder, 'linked'));
afterAll(() => rmSync(folder, { recursive: true }));

const within = (paths: readonly string[]): string => paths.map((path) => path.slice(folder.length + 1)).join(' ');
async function filesOf(pattern: string): Promise<string> {
  const found: string[] = [];
  for await (const file of findFiles(join(folder, pattern))) found.push(file.kind === 'file' ? file.path : `${file.path} ${file.code}`);
  return within(found);
}

describe('findMatching', () => {
  it.each<[pattern: string, found: string]>([
    ['*.txt', 'B.txt a.txt c1.txt c2.txt odd[1].txt ä+b.txt'],
    ['?.txt', 'B.txt a.txt'],
    ['c[12].txt', 'c1.txt c2.txt'],
    ['c[!1].txt', 'c2.txt'],
    ['c[0-1].txt', 'c1.txt'],
    ['{a,b}.{txt,html}', 'a.txt b.html'],
    ['{a,{c1,c2}}.txt', 'a.txt c1.txt c2.txt'],
    ['**/*.txt', 'B.txt a.txt c1.txt c2.txt odd[1].txt x/d.txt x/y/e.txt ä+b.txt'],
    ['x/**/*.txt', 'x/d.txt x/y/e.txt'],
    ['**/y/*', 'x/y/e.txt x/y/n.bin'],
    ['*/y/*.txt', 'linked/y/e.txt x/y/e.txt'],
    ['.*.txt', '.hidden.txt'],
    ['x/../*.html', 'b.html'],
    ['ä+*.txt', 'ä+b.txt'],
    ['*.pdf', ''],
    ['nowhere/*.txt', ''],
    ['[z-a].txt', ''],
    ['{a.txt', ''],
    ['[a.txt', ''],
  ])('%s', async (pattern, found) => {
    expect(within(await findMatching(join(folder, pattern)))).toBe(found);
  });
});

describe('findFiles', () => {
  it.each<[edge: string, pattern: string, found: string]>([
    ['a file of that very name goes before what the pattern finds', 'odd[1].txt', 'odd[1].txt'],
    ['a folder that a pattern finds gives its files of a known kind', '{x,a.txt}', 'a.txt x/d.txt x/y/e.txt'],
    ['a file that a pattern finds counts whatever its extension', 'x/y/*', 'x/y/e.txt x/y/n.bin'],
    ['a pattern that finds nothing is a failure', '*.pdf', '*.pdf missing-file'],
  ])('%s', async (_edge, pattern, found) => {
    expect(await filesOf(pattern)).toBe(found);
  });
});
