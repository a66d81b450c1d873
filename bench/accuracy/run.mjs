#!/usr/bin/env node
// npm run bench:accuracy [-- --write "what changed"] [--model DIR]
// Measures the reader on the texts beside the project and fails on a drop against RESULTS.md. --write adds a row of the new figures.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { devReports, openEngine, present, readAll, SHARED, seedReport } from './corpus.mjs';
import { attributionFigures, calibrationError, judged, seedFigures } from './figures.mjs';
import { labelFigures, seedSpeakers } from './labels.mjs';
import { match } from './match.mjs';
import { compare, floors, readBest, renderRow } from './results.mjs';

const { values } = parseArgs({ options: { write: { type: 'string' }, model: { type: 'string' } } });
const path = join(dirname(fileURLToPath(import.meta.url)), 'RESULTS.md');

if (!present()) {
  console.error(`no corpora at ${SHARED}: accuracy is not measured (set HEARSAY_SHARED to their folder)`);
  process.exit(0);
}
const engine = await openEngine(values.model);
const reports = devReports();
const analyses = await readAll(engine, reports);
const seed = seedReport();
const [seedAnalysis] = await readAll(engine, [{ ...seed, id: 'seed' }]);
const figures = {
  ...(await attributionFigures(reports, analyses)),
  ...seedFigures(seed, seedAnalysis),
  ...labelFigures(analyses),
  ...seedSpeakers(seed, seedAnalysis, match),
  'calibration error': calibrationError(judged(reports, analyses)),
};
const text = readFileSync(path, 'utf8');
const best = readBest(text);
const rows = compare(figures, best);
const width = Math.max(...rows.map((row) => row.name.length));
console.log(`${'figure'.padEnd(width)}   now    best   least`);
for (const { name, now, was, dropped } of rows) {
  const least = floors[name];
  const short = least !== undefined && now < least;
  console.log(
    `${name.padEnd(width)} ${String(now).padStart(6)} ${String(was ?? '–').padStart(6)} ${String(least ?? '').padStart(6)}${short ? '  below the least' : ''}${dropped ? '  DROPPED' : ''}`,
  );
}
if (values.write !== undefined) writeFileSync(path, renderRow(text, figures, values.write));
else if (rows.some((row) => row.dropped)) {
  console.error('accuracy has dropped against bench/accuracy/RESULTS.md; mend it, or record why with --write');
  process.exitCode = 1;
}
