// Runs the built command as a user's shell would, and takes its time and memory.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const bin = fileURLToPath(new URL('../../dist/cli/bin.js', import.meta.url));
const peak = new URL('./peak.mjs', import.meta.url).href;

/** A folder for a run's input; `close` removes it. */
export function openFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-bench-'));
  return {
    write(name, text) {
      const path = join(folder, name);
      writeFileSync(path, text);
      return path;
    },
    path: (name) => join(folder, name),
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/**
 * Runs `hearsay read ARGS` with its output read and thrown away.
 *
 * @returns its seconds from start to finish, its peak memory in MiB where `peakFile` is given, and the lines it wrote
 * @throws if it fails, with what it said
 */
export function readByCommand(args, peakFile) {
  const since = performance.now();
  const before = peakFile === undefined ? [] : ['--import', peak];
  const env = { ...process.env, ...(peakFile === undefined ? {} : { HEARSAY_PEAK: peakFile }) };
  const child = spawn(process.execPath, [...before, bin, 'read', '--json', '--no-progress', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env,
  });
  let lines = 0;
  let talk = '';
  child.stdout.on('data', (bytes) => {
    for (const byte of bytes) if (byte === 10) lines++;
  });
  child.stderr.on('data', (bytes) => {
    talk += bytes;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => {
      const seconds = (performance.now() - since) / 1000;
      if (status !== 0) return reject(new Error(`hearsay read ${args.join(' ')} ended with ${status}: ${talk}`));
      resolve({ seconds, lines, peak: peakFile === undefined ? undefined : Number(readFileSync(peakFile, 'utf8')) });
    });
  });
}
