// Runs the built command as a shell would.
import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const bin = fileURLToPath(new URL('../../dist/cli/bin.js', import.meta.url));
const peak = new URL('../speed/peak.mjs', import.meta.url).href;

/**
 * @param args of `hearsay`
 * @param options `peakFile`: where its peak memory is written; `killAfter`: milliseconds after which it is killed (SIGKILL)
 * @returns seconds, exit status (null where killed), standard output and error, peak memory in MB
 */
export function hearsay(args, { peakFile, killAfter, input } = {}) {
  const since = performance.now();
  const before = peakFile === undefined ? [] : ['--import', peak];
  const env = { ...process.env, ...(peakFile === undefined ? {} : { HEARSAY_PEAK: peakFile }) };
  const child = spawn(process.execPath, [...before, bin, ...args], {
    stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
    env,
  });
  if (input !== undefined) child.stdin.end(input);
  const timer = killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter);
  let out = '';
  let err = '';
  child.stdout.on('data', (bytes) => {
    out += bytes;
  });
  child.stderr.on('data', (bytes) => {
    err += bytes;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => {
      clearTimeout(timer);
      const memory = peakFile === undefined ? undefined : Number(readFileSync(peakFile, 'utf8')) * 1.048576;
      if (peakFile !== undefined) rmSync(peakFile, { force: true });
      resolve({ seconds: (performance.now() - since) / 1000, status, out, err, memory });
    });
  });
}

/** Runs it and gives what it did. @throws with what it said, if it failed */
export async function succeed(args, options) {
  const done = await hearsay(args, options);
  if (done.status !== 0) throw new Error(`hearsay ${args.join(' ')} ended with ${done.status}: ${done.err}`);
  return done;
}
