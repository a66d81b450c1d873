#!/usr/bin/env node
// npm start [-- FILE…]: installs and builds what is missing, then shows what the reports say, and on whose word.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt, root, runScript, say } from './setup.mjs';

const args = process.argv.slice(2);
/** The reports among the examples; their notes are no reports. */
const examples = () =>
  readdirSync(join(root, 'examples'))
    .filter((name) => /\.(txt|html|ndjson)$/.test(name))
    .map((name) => join('examples', name));
const given = args.some((arg) => arg === '-' || !arg.startsWith('-'));

await runScript(() => {
  ensureBuilt();
  say(given ? 'Reading …' : 'Reading examples/, reports written for this project …');
  const since = performance.now();
  // npm runs scripts in the project's folder; the files were named from the person's own.
  const cwd = given ? (process.env.INIT_CWD ?? process.cwd()) : root;
  const files = given ? args : [...args, ...examples()];
  const bin = join(root, 'dist', 'cli', 'bin.js');
  const { status, error } = spawnSync(process.execPath, [bin, 'read', '--page', ...files], { cwd, stdio: 'inherit' });
  if (error) throw error;
  say(`Read in ${((performance.now() - since) / 1000).toFixed(1)} s. Another report: npm start -- FILE. All commands: npx hearsay --help`);
  return status ?? 1;
});
