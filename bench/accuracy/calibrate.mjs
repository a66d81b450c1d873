#!/usr/bin/env node
// node bench/accuracy/calibrate.mjs [--model DIR]: fits confidence to how often statements are right on the development
// reports (isotonic regression, pool adjacent violators: Zadrozny & Elkan 2002) and writes it into model.json.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { devReports, readAll } from './corpus.mjs';
import { judged } from './figures.mjs';

const { values } = parseArgs({ options: { model: { type: 'string' } } });
const { createNetwork, defaultModelDir } = await import('../../dist/node/index.js');
const { createEngine } = await import('../../dist/engine/index.js');
const folder = values.model ?? defaultModelDir();

// Confidence is the score itself on a straight line from -20 to 20 while this runs; it is turned back below.
const network = await createNetwork(folder);
const raw = createEngine({
  ...network,
  calibration: [
    [-20, 0],
    [20, 1],
  ],
});
const reports = devReports();
const points = judged(reports, await readAll(raw, reports)).map(({ confidence, right }) => ({
  score: confidence * 40 - 20,
  right: right ? 1 : 0,
}));
points.sort((a, b) => a.score - b.score);

const blocks = [];
for (const { score, right } of points) {
  blocks.push({ low: score, high: score, sum: right, n: 1 });
  while (blocks.length > 1 && blocks.at(-2).sum / blocks.at(-2).n >= blocks.at(-1).sum / blocks.at(-1).n) {
    const last = blocks.pop();
    const before = blocks.at(-1);
    blocks[blocks.length - 1] = { low: before.low, high: last.high, sum: before.sum + last.sum, n: before.n + last.n };
  }
}
// A block of n statements with k right gives (k + 1) / (n + 2), so that nothing is ever certain (Laplace).
// Small blocks are joined, so that no step rests on fewer than 40 statements.
const joined = [];
for (const block of blocks) {
  const last = joined.at(-1);
  if (last !== undefined && last.n < 40)
    joined[joined.length - 1] = { low: last.low, high: block.high, sum: last.sum + block.sum, n: last.n + block.n };
  else joined.push({ ...block });
}
let before = 0;
const calibration = joined.map(({ low, high, sum, n }) => {
  before = Math.max(before, Math.round((1000 * (sum + 1)) / (n + 2)) / 1000);
  return [Math.round(500 * (low + high)) / 1000, before];
});
const path = join(folder, 'model.json');
writeFileSync(path, `${JSON.stringify({ ...JSON.parse(readFileSync(path, 'utf8')), calibration }, null, 1)}\n`);
console.log(calibration.map(([score, p]) => `${score} → ${p}`).join('\n'));
