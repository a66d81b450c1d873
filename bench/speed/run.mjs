#!/usr/bin/env node
// npm run bench:speed [-- --smoke] [--json] [--write "what changed"] [--model DIR] [--only engine,rooms,jobs,memory,start]
// Prints how fast the reader is, beside others and beside itself. --smoke takes small texts (under a minute; its figures are
// rough and never fail); else a figure short of the least ends with exit 1. --write adds the table to RESULTS.md.
import { existsSync, readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Advice, ensureBuilt, runScript } from '../../scripts/setup.mjs';
import { measureEngine, measureJobs, measureMemory, measureRooms, measureStart } from './measures.mjs';
import { conclude } from './table.mjs';

const SIZES = {
  full: {
    texts: 10,
    text: 10_000,
    batch: 40,
    batchText: 5000,
    rounds: 2,
    memory: [1000, 100_000, 1_000_000],
    starts: 7,
    crowds: [500, 2000],
  },
  smoke: { texts: 4, text: 500, batch: 8, batchText: 500, rounds: 1, memory: [1000, 5000], starts: 3, crowds: [50, 200] },
};
const PARTS = ['engine', 'rooms', 'jobs', 'memory', 'start'];

/** Whether the processor has the eight-bit instructions that the network's speed hangs on; empty where that is not known. */
function vnni() {
  try {
    return /\b(avx512_vnni|avx_vnni)\b/.test(readFileSync('/proc/cpuinfo', 'utf8')) ? ', VNNI' : ', no VNNI';
  } catch {
    return '';
  }
}

const { values } = parseArgs({
  options: {
    smoke: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    write: { type: 'string' },
    model: { type: 'string' },
    only: { type: 'string' },
  },
});

await runScript(async () => {
  const parts = values.only?.split(',') ?? PARTS;
  const unknown = parts.find((part) => !PARTS.includes(part));
  if (unknown !== undefined) throw new Advice(`there is no part "${unknown}": name some of ${PARTS.join(', ')}.`);
  ensureBuilt();
  const { createEngine } = await import('../../dist/engine/index.js');
  const { createNetwork, defaultModelDir } = await import('../../dist/node/index.js');
  const folder = values.model ?? process.env.HEARSAY_MODEL ?? defaultModelDir();
  if (!existsSync(join(folder, 'model.json')))
    throw new Advice(`there is no model in ${folder}. Restore it (git checkout -- models) or name one with --model.`);
  const load = loadavg()[0].toFixed(1);
  const sizes = values.smoke ? SIZES.smoke : SIZES.full;
  const say = (line) => process.stderr.write(process.stderr.isTTY ? `\r\x1b[K${line}` : `${line}\n`);
  const setting = { sizes, say, model: ['--model', folder] };
  const rows = [];
  if (parts.includes('engine')) rows.push(...(await measureEngine({ ...setting, createEngine, network: await createNetwork(folder) })));
  if (parts.includes('rooms')) {
    const [language, attribution, identity, sourcing] = await Promise.all(
      ['language', 'attribution', 'identity', 'sourcing'].map((room) => import(`../../dist/${room}/index.js`)),
    );
    const rooms = { ...language, ...attribution, ...identity, ...sourcing };
    rows.push(...(await measureRooms({ ...setting, rooms, network: await createNetwork(folder) })));
  }
  if (parts.includes('jobs')) rows.push(await measureJobs(setting));
  if (parts.includes('memory')) rows.push(await measureMemory(setting));
  if (parts.includes('start')) rows.push(await measureStart(setting));
  if (process.stderr.isTTY) say('');
  return conclude(rows, { values, module: import.meta.url, load, rough: 'small texts', processor: vnni() });
});
