#!/usr/bin/env node
// npm run fuzz [-- --files N] [--seconds N] [--seed N] [--format WORDS] [--no-bombs]
// Damages well-formed files of every format in every way, adds bombs, and reads each as hearsay add does. 2,000 files if
// neither --files nor --seconds is given. Ends with exit 1 if one crashes the reader, takes more than a gigabyte or more than
// a minute (bombs: three), or gives an article that does not hold; such files are kept in build/fuzz/.
import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureBuilt, root, runScript } from '../../scripts/setup.mjs';
import { createDice } from '../search/reports.mjs';
import { BOMBS } from './bombs.mjs';
import { WAYS } from './mutate.mjs';
import { loadSeeds } from './seeds.mjs';

const { values } = parseArgs({
  options: {
    files: { type: 'string' },
    seconds: { type: 'string' },
    seed: { type: 'string', default: '1' },
    format: { type: 'string', default: '' },
    'no-bombs': { type: 'boolean', default: false },
  },
});
const MOST_MEBIBYTES = 1024;
const reader = fileURLToPath(new URL('./reader.mjs', import.meta.url));

/** The reading process, started anew after a file that broke it. */
function createReader() {
  let child;
  let lines;
  const start = () => {
    child = spawn(process.execPath, [reader], { stdio: ['pipe', 'pipe', 'pipe'] });
    child.stdin.on('error', () => {});
    child.talk = '';
    child.stderr.on('data', (bytes) => {
      child.talk = (child.talk + bytes).slice(-2000);
    });
    lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  };
  const stop = () => {
    child?.kill('SIGKILL');
    child = undefined;
  };
  /** @returns what came of a file: the reader's answer, or { broke } with the reason */
  const read = async (path, seconds) => {
    if (child === undefined) start();
    const one = child;
    let timer;
    const late = new Promise((resolve) => {
      timer = setTimeout(() => resolve({ broke: `took more than ${seconds} s` }), seconds * 1000);
    });
    one.stdin.write(`${path}\n`);
    const answer = lines.next().then(({ value, done }) => (done ? { broke: `the reader ended: ${one.talk.trim()}` } : JSON.parse(value)));
    const result = await Promise.race([answer, late]);
    clearTimeout(timer);
    if ('broke' in result) stop();
    else if (result.mebibytes > MOST_MEBIBYTES) {
      stop();
      return { ...result, broke: `took ${result.mebibytes} MiB` };
    } else if (result.mebibytes > MOST_MEBIBYTES * 0.4) stop(); // its peak would hide that of the next file, and what it holds would count as that file’s
    return result.wrong === undefined ? result : { ...result, broke: result.wrong };
  };
  return { read, stop };
}

/** Damaged files without end: every format in turn, each in a way of its own. */
function* damagedFiles(seeds, dice) {
  const ways = Object.entries(WAYS);
  for (let i = 0; ; i++) {
    const seed = seeds[i % seeds.length];
    const other = seeds[Math.floor(dice() * seeds.length)];
    let { bytes } = seed;
    const names = [];
    for (let times = dice() < 0.7 ? 1 : 2; times > 0; times--) {
      const [name, damage] = ways[Math.floor(dice() * ways.length)];
      names.push(name);
      bytes = damage(bytes, dice, other.bytes);
    }
    yield { name: `${seed.name}, ${names.join(' and ')}`, file: seed.file, bytes };
  }
}

await runScript(async () => {
  ensureBuilt();
  const seeds = (await loadSeeds()).filter(({ name }) => name.includes(values.format));
  const bombs = values['no-bombs'] ? [] : Object.entries(BOMBS).filter(([name]) => name.includes(values.format));
  const until = values.seconds === undefined ? Number.POSITIVE_INFINITY : performance.now() + Number(values.seconds) * 1000;
  const most = Number(values.files ?? (values.seconds === undefined ? 2000 : Number.POSITIVE_INFINITY));
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-fuzz-'));
  const kept = join(root, 'build', 'fuzz');
  const one = createReader();
  const totals = { files: 0, article: 0, link: 0, failure: 0, notice: 0, signature: 0 };
  const broken = [];
  let slowest = { ms: 0, name: '' };
  let largest = { mebibytes: 0, name: '' };
  const tryOne = async (name, file, bytes, seconds) => {
    const path = join(folder, file);
    writeFileSync(path, bytes);
    const result = await one.read(path, seconds);
    totals.files++;
    for (const [kind, count] of Object.entries(result.counts ?? {})) totals[kind] += count;
    if (result.ms > slowest.ms) slowest = { ms: result.ms, name };
    if (result.mebibytes > largest.mebibytes) largest = { mebibytes: result.mebibytes, name };
    if (result.broke !== undefined) {
      mkdirSync(kept, { recursive: true });
      const copy = join(kept, `${totals.files}-${basename(file)}`);
      copyFileSync(path, copy);
      broken.push(name);
      console.log(`BROKE  ${name}: ${result.broke}\n       kept as ${copy}`);
    }
    rmSync(path);
  };
  try {
    // Within a time, the damaged files come first: a machine that is slow tries fewer bombs, never none of the rest.
    const perBomb = values.seconds === undefined ? 180 : 60;
    const bombsFirst = values.seconds === undefined;
    const tryBombs = async () => {
      for (const [name, { file, make }] of bombs) if (performance.now() < until) await tryOne(name, file, await make(), perBomb);
    };
    if (bombsFirst) await tryBombs();
    const half = bombsFirst ? until : performance.now() + (until - performance.now()) / 2;
    if (seeds.length > 0)
      for (const { name, file, bytes } of damagedFiles(seeds, createDice(Number(values.seed)))) {
        if (totals.files >= most || performance.now() > half) break;
        await tryOne(name, file, bytes, 60);
      }
    if (!bombsFirst) await tryBombs();
  } finally {
    one.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  const { files, article, failure, notice, link } = totals;
  console.log(
    `${files} malformed files of ${seeds.length} formats and ${bombs.length} kinds of bomb, seed ${values.seed}: ${broken.length} broke the reader`,
  );
  console.log(`they gave ${article} articles, ${link} links, ${failure} failures with their reason, ${notice} notices`);
  console.log(`slowest: ${slowest.ms} ms (${slowest.name}); most memory: ${largest.mebibytes} MiB (${largest.name})`);
  return broken.length > 0 ? 1 : 0;
});
