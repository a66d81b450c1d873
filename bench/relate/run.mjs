#!/usr/bin/env node
// npm run bench:relate [-- --smoke] [--write "what changed"] [--only truth,reader,speed] [--seed N] [--stories N]
// Plants echoes, independent tellings and altered words into the reports beside the project, relates them, and says how much of it was found;
// then measures speed and memory. Fails where a figure is short of the least or has dropped against RESULTS.md. --smoke: small and quick, judged
// by the least alone; speed is shown, not judged.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Advice, ensureBuilt, runScript } from '../../scripts/setup.mjs';
import { openEngine, present, SHARED } from '../accuracy/corpus.mjs';
import { readBest, renderRow } from '../accuracy/results.mjs';
import { corpusReports } from './base.mjs';
import { figuresOf } from './figures.mjs';
import { isShort, judge } from './judge.mjs';
import { plantStories } from './plant.mjs';
import { readPlanted } from './reader.mjs';

/** Figures are reported on this seed; 1 to 9 are for trying things out. */
const REPORTED = 2024;
const PARTS = ['truth', 'reader', 'speed'];
const SIZES = {
  full: { stories: 300, read: 12, small: 100_000, large: 200_000 },
  smoke: { stories: 60, read: 2, small: 5000, large: 10_000 },
};

const { values } = parseArgs({
  options: {
    smoke: { type: 'boolean', default: false },
    write: { type: 'string' },
    only: { type: 'string' },
    seed: { type: 'string', default: String(REPORTED) },
    stories: { type: 'string' },
  },
});
const path = fileURLToPath(new URL('./RESULTS.md', import.meta.url));
const say = (line) => process.stderr.write(`${line}\n`);

/** Speed of a process of its own, in seconds of one core. */
function speedOf(statements) {
  say(`relating ${statements} statements …`);
  const script = fileURLToPath(new URL('./speed.mjs', import.meta.url));
  const { stdout, status, stderr } = spawnSync(process.execPath, [script, String(statements)], { encoding: 'utf8', maxBuffer: 2 ** 24 });
  if (status !== 0) throw new Error(`speed.mjs ended with ${status}: ${stderr}`);
  return JSON.parse(stdout);
}

await runScript(async () => {
  if (!present()) {
    console.error(`no corpora at ${SHARED}: relating is not measured (set HEARSAY_SHARED to their folder)`);
    return 0;
  }
  const parts = values.only?.split(',') ?? PARTS;
  const unknown = parts.find((part) => !PARTS.includes(part));
  if (unknown !== undefined) throw new Advice(`there is no part "${unknown}": name some of ${PARTS.join(', ')}.`);
  ensureBuilt();
  const { relate } = await import('../../dist/engine/index.js');
  const size = SIZES[values.smoke ? 'smoke' : 'full'];
  const reports = corpusReports();
  const figures = {};
  if (parts.includes('truth')) {
    const { analyses, truth } = plantStories(reports, { seed: Number(values.seed), stories: Number(values.stories ?? size.stories) });
    say(`relating ${analyses.length} reports with ${truth.size} planted statements …`);
    const found = figuresOf(analyses, relate(analyses).relations, truth);
    Object.assign(figures, found.figures);
    console.table(found.levels);
  }
  if (parts.includes('reader')) {
    const { analyses, truth } = plantStories(reports, { seed: Number(values.seed) + 1, stories: size.read });
    const read = await readPlanted(await openEngine(), analyses, truth, say);
    const found = figuresOf(read.measured, relate(read.analyses).relations, read.truth);
    say(`of ${truth.size} planted statements the reader found ${read.truth.size}`);
    for (const [name, value] of Object.entries(found.figures)) if (!name.startsWith('links')) figures[`${name}, read`] = value;
  }
  if (parts.includes('speed')) {
    const [small, large] = [speedOf(size.small), speedOf(size.large)];
    figures['statements a second'] = Math.round(small.statements / small.seconds);
    figures['time at twice as many'] = Math.round((100 * large.seconds * small.statements * 2) / (small.seconds * large.statements)) / 100;
    figures['peak memory in MB'] = Math.round(small.peak * 1.048576);
    figures['seconds for one report more'] = Math.round(100 * small.more) / 100;
  }
  const text = readFileSync(path, 'utf8');
  const rows = judge(figures, values.smoke ? {} : readBest(text));
  const width = Math.max(...rows.map(({ name }) => name.length));
  console.log(`${'figure'.padEnd(width)}      now     best    least      aim`);
  for (const row of rows) {
    const cells = [row.now, row.was ?? '', row.least ?? '', row.aim ?? ''].map((cell) => String(cell).padStart(8));
    console.log(`${row.name.padEnd(width)} ${cells.join(' ')}${row.verdict === '' ? '' : `  ${row.verdict}`}`);
  }
  if (values.write !== undefined && !values.smoke) {
    writeFileSync(path, renderRow(text, figures, values.write));
    return 0;
  }
  const bad = rows.filter((row) => isShort(row, values.smoke));
  if (bad.length > 0)
    console.error('relating falls short, or has dropped against bench/relate/RESULTS.md; mend it, or record why with --write');
  return bad.length > 0 ? 1 : 0;
});
