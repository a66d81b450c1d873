import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const bin = join(root, 'dist', 'cli', 'bin.js');

/** Runs a command of hearsay as a person would; throws with its own words where it fails. */
export function hearsay(...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`hearsay ${args.join(' ')} ended with ${status}: ${stderr}`);
  return stdout;
}

/** A case that is made once for each build and kept in build/tests; what makes it is handed the path. */
export function keptCase(name: string, make: (path: string) => void): string {
  const key = createHash('sha256')
    .update(readFileSync(join(root, 'dist', '.source-hash')))
    .update(readFileSync(join(root, 'models', 'en-news-1', 'model.json')))
    .update(readFileSync(join(root, 'examples', 'story', 'reports.ndjson')))
    .digest('hex')
    .slice(0, 16);
  const folder = join(root, 'build', 'tests');
  const path = join(folder, `${name}-${key}.hearsay`);
  if (existsSync(path)) return path;
  mkdirSync(folder, { recursive: true });
  // Under its name only once it is whole: another test file may be making it too.
  const fresh = join(folder, `${name}-${process.pid}-fresh.hearsay`);
  try {
    make(fresh);
    renameSync(fresh, path);
  } finally {
    rmSync(fresh, { force: true });
  }
  return path;
}

/** A folder that goes with the test. */
export function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-web-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The example story, read by the real model and related; a copy that goes with the test. */
export function storyCase(): string {
  const kept = keptCase('story', (path) => {
    hearsay('new', path);
    hearsay('add', '--no-progress', path, join(root, 'examples', 'story', 'reports.ndjson'));
    hearsay('relate', '--no-progress', path);
  });
  const copy = join(tempFolder(), 'story.hearsay');
  copyFileSync(kept, copy);
  return copy;
}

/** A case of 10,000 made-up reports with five ready statements each; made once for each build, opened for reading alone. */
export const manyReports = (): string =>
  keptCase('many', (path) => {
    const { status, stderr } = spawnSync(process.execPath, [join(root, 'bench', 'workbench', 'fill-case.mjs'), path, '10000', '5'], {
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`the case of 10,000 reports could not be made: ${stderr}`);
  });
