#!/usr/bin/env node
// npm start [-- FILE…]: installs and builds what is missing, then shows what the reports say, and on whose word. Without FILE it goes on and
// opens the workbench on the example story; --no-serve leaves that out, --no-open leaves the browser alone.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Advice, ensureBuilt, root, runScript, say } from './setup.mjs';

const NO_SERVE = '--no-serve';
const NO_OPEN = '--no-open';
const args = process.argv.slice(2).filter((arg) => arg !== NO_SERVE && arg !== NO_OPEN);
/** The reports among the examples; their notes are no reports. */
const examples = () =>
  readdirSync(join(root, 'examples'))
    .filter((name) => /\.(txt|html|ndjson)$/.test(name))
    .map((name) => join('examples', name));
const given = args.some((arg) => arg === '-' || !arg.startsWith('-'));
const bin = join(root, 'dist', 'cli', 'bin.js');

function hearsay(...words) {
  const { status } = spawnSync(process.execPath, [bin, ...words], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Advice(`hearsay ${words[0]} failed; its own words stand above.`);
}

/** The example story as a case; made once, so that what a person decides in it is there the next time. */
function storyCase() {
  const path = join('build', 'example', 'story.hearsay');
  if (existsSync(join(root, path))) return path;
  const fresh = join('build', 'example', `story-${process.pid}.hearsay`);
  mkdirSync(join(root, 'build', 'example'), { recursive: true });
  try {
    hearsay('new', fresh);
    hearsay('add', '--no-progress', fresh, join('examples', 'story', 'reports.ndjson'));
    hearsay('relate', '--no-progress', fresh);
    // Under its name only once it is whole.
    renameSync(join(root, fresh), join(root, path));
  } finally {
    rmSync(join(root, fresh), { force: true });
  }
  return path;
}

/** Serves the story until Ctrl-C. */
async function workbench() {
  const path = storyCase();
  say('Opening the workbench on the example story (npm start -- --no-serve leaves it out) …');
  const child = spawn(process.execPath, [bin, 'serve', path, '--example', ...process.argv.filter((arg) => arg === NO_OPEN)], {
    cwd: root,
    stdio: 'inherit',
  });
  // Ctrl-C reaches both; the server ends by itself, and then this script.
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => signal === 'SIGTERM' && child.kill(signal));
  const [code] = await once(child, 'exit');
  return code ?? 0;
}

await runScript(async () => {
  ensureBuilt();
  say(given ? 'Reading …' : 'Reading examples/, reports written for this project …');
  const since = performance.now();
  // npm runs scripts in the project's folder; the files were named from the person's own.
  const cwd = given ? (process.env.INIT_CWD ?? process.cwd()) : root;
  const files = given ? args : [...args, ...examples()];
  const { status, error } = spawnSync(process.execPath, [bin, 'read', '--page', ...files], { cwd, stdio: 'inherit' });
  if (error) throw error;
  say(`Read in ${((performance.now() - since) / 1000).toFixed(1)} s. Another report: npm start -- FILE. All commands: npx hearsay --help`);
  if (status !== 0 || given || process.argv.includes(NO_SERVE)) return status ?? 1;
  return workbench();
});
