#!/usr/bin/env node
// npm run bench:case [-- --smoke] [--json] [--write "what changed"] [--only add,size,verify,kills]
// Prints how fast and how small case files are, and whether anything is lost when `add` is killed. --smoke takes few reports
// (its rates are rough and never fail; a loss always does); else a figure short of the least ends with exit 1.
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Advice, ensureBuilt, runScript } from '../../scripts/setup.mjs';
import { conclude } from '../speed/table.mjs';
import { measureAdd, measureKills, measureSize, measureVerify } from './measures.mjs';
import { readExamples, variantsOf } from './reports.mjs';

const SIZES = {
  full: { ready: 10_000, rounds: 3, texts: 84, pages: 2000, page: 100_000, killed: 400, kills: 50, killWithin: 1500, seed: 1 },
  smoke: { ready: 200, rounds: 1, texts: 8, pages: 50, page: 100_000, killed: 60, kills: 4, killWithin: 500, seed: 2 },
};
const PARTS = { add: measureAdd, size: measureSize, verify: measureVerify, kills: measureKills };

const { values } = parseArgs({
  options: {
    smoke: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    write: { type: 'string' },
    only: { type: 'string' },
  },
});

await runScript(async () => {
  const parts = values.only?.split(',') ?? Object.keys(PARTS);
  const unknown = parts.find((part) => PARTS[part] === undefined);
  if (unknown !== undefined) throw new Advice(`there is no part "${unknown}": name some of ${Object.keys(PARTS).join(', ')}.`);
  if (parts.includes('verify') && !parts.includes('add')) parts.unshift('add');
  ensureBuilt();
  const load = loadavg()[0].toFixed(1);
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-case-'));
  const say = (line) => process.stderr.write(process.stderr.isTTY ? `\r\x1b[K${line}` : `${line}\n`);
  const rows = [];
  try {
    say('reading the examples …');
    const variant = variantsOf(await readExamples());
    const setting = { folder, variant, sizes: values.smoke ? SIZES.smoke : SIZES.full, say };
    for (const part of parts) rows.push(...(await PARTS[part](setting)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  if (process.stderr.isTTY) say('');
  const code = conclude(rows, { values, module: import.meta.url, load, rough: 'few reports' });
  return rows.some((row) => row.most === 0 && row.value > 0) ? 1 : code;
});
