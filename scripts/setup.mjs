// What npm start, npm test and the rest need first: a Node that is new enough, the packages of package-lock.json, a fresh build.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Something that the person at the terminal can mend; its message says what to do. */
export class Advice extends Error {}

/** Talk, on standard error, so that results alone stand on standard output. */
export const say = (line) => process.stderr.write(`${line}\n`);

const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** True if version `found` ("20.18.1") is at least `least` ("20.19"). */
export function isAtLeast(found, least) {
  const numbers = (version) => version.split('.').map((part) => Number.parseInt(part, 10) || 0);
  const [a, b] = [numbers(found), numbers(least)];
  for (let i = 0; i < 3; i++) if ((a[i] ?? 0) !== (b[i] ?? 0)) return (a[i] ?? 0) > (b[i] ?? 0);
  return true;
}

/** Throws advice where Node is older than package.json's engines ask. */
export function checkNode(found = process.versions.node) {
  const least = readJson(join(root, 'package.json')).engines.node.replace(/[^\d.]/g, '');
  if (isAtLeast(found, least)) return;
  throw new Advice(`hearsay needs Node ${least} or later; this is Node ${found}. Install a newer one (https://nodejs.org) and try again.`);
}

/** True if what is installed is what package-lock.json names; optional packages of other machines may be missing. */
export function isInstalled(folder = root) {
  const installed = join(folder, 'node_modules', '.package-lock.json');
  if (!existsSync(installed)) return false;
  const found = readJson(installed).packages;
  return Object.entries(readJson(join(folder, 'package-lock.json')).packages).every(([path, asked]) => {
    if (path === '') return true;
    return found[path] === undefined ? asked.optional === true : found[path].version === asked.version;
  });
}

/** Installs with npm ci if anything is missing or of another version than package-lock.json names. */
export function ensureInstalled() {
  checkNode();
  if (isInstalled()) return;
  say('Installing the packages of package-lock.json (once; a minute or less) …');
  const since = performance.now();
  const npm = process.env.npm_execpath;
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const options = { cwd: root, stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, ONNXRUNTIME_NODE_INSTALL: 'skip' } };
  const windows = process.platform === 'win32';
  const ran = npm?.endsWith('npm-cli.js')
    ? spawnSync(process.execPath, [npm, ...args], options)
    : spawnSync(windows ? 'npm.cmd' : 'npm', args, { ...options, shell: windows });
  if (ran.error)
    throw new Advice(`npm cannot be started (${ran.error.message}). Install Node with npm, or run "npm ci" yourself, and try again.`);
  if (ran.status !== 0) throw new Advice('npm ci failed; its own words stand above. Mend that (often: the network), and try again.');
  say(`Installed in ${seconds(since)}.`);
}

const filesUnder = (folder) =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();

/** sha256 of all that a build is made from. */
function sourceHash() {
  const hash = createHash('sha256');
  const settings = [
    'package.json',
    'tsconfig.json',
    'tsconfig.engine.json',
    'tsconfig.node.json',
    'tsconfig.web.json',
    'vite.config.ts',
  ].map((name) => join(root, name));
  for (const path of [...settings, ...filesUnder(join(root, 'src'))]) {
    hash.update(relative(root, path).split(sep).join('/')).update('\0').update(readFileSync(path)).update('\0');
  }
  return hash.digest('hex');
}

const dist = join(root, 'dist');
const stamp = join(dist, '.source-hash');
const bin = join(dist, 'cli', 'bin.js');

/** True if dist/ was built from the sources as they are now. */
export const isBuilt = () => existsSync(bin) && existsSync(stamp) && readFileSync(stamp, 'utf8') === sourceHash();

/** Runs a tool of node_modules; gives its exit status. */
export function runTool(path, args, options = {}) {
  return spawnSync(process.execPath, [join(root, 'node_modules', path), ...args], { cwd: root, stdio: 'inherit', ...options }).status ?? 1;
}

/** Builds dist/. The engine's settings come first: they are the proof that the engine rooms are pure. */
export function build() {
  say('Building dist/ from src/ …');
  const since = performance.now();
  const hash = sourceHash();
  const fresh = join(root, 'build', `dist-${process.pid}`);
  const tsc = (...args) => runTool('typescript/bin/tsc', args, { stdio: ['ignore', 2, 'inherit'] });
  try {
    if (tsc('-p', 'tsconfig.engine.json', '--noEmit') !== 0) {
      throw new Advice('the engine rooms do not compile on their own (tsconfig.engine.json: no DOM, no Node); the places stand above.');
    }
    if (tsc('-p', 'tsconfig.node.json', '--outDir', fresh) !== 0) throw new Advice('the sources do not compile; the places stand above.');
    if (tsc('-p', 'tsconfig.web.json') !== 0) throw new Advice('the pages of the workbench do not compile; the places stand above.');
    if (
      runTool('vite/bin/vite.js', ['build', '--logLevel', 'warn', '--outDir', join(fresh, 'web')], { stdio: ['ignore', 2, 'inherit'] }) !==
      0
    ) {
      throw new Advice('the pages of the workbench cannot be packed; what is wrong stands above.');
    }
    chmodSync(join(fresh, 'cli', 'bin.js'), 0o755);
    writeFileSync(join(fresh, '.source-hash'), hash);
    rmSync(dist, { recursive: true, force: true });
    renameSync(fresh, dist);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
  say(`Built in ${seconds(since)}.`);
}

/** Installs and builds whatever is missing or stale. */
export function ensureBuilt() {
  ensureInstalled();
  if (!isBuilt()) build();
}

/** Runs a script's work; what a person can mend is told in one line, and the exit code is 1. */
export async function runScript(work) {
  try {
    process.exitCode = (await work()) ?? 0;
  } catch (error) {
    if (!(error instanceof Advice)) throw error;
    say(error.message);
    process.exitCode = 1;
  }
}
