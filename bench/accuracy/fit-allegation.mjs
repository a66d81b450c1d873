#!/usr/bin/env node
// Fits which signs speak for an allegation (whom it accuses: training/accused.py).
//
//   fit-allegation.mjs [--model DIR] [--dry]
//
// What the network's opinion counts is learnt from the development labels, since it has learnt the training labels by heart and would be
// trusted too much; those few weights are therefore a little too good on the reports they are measured on. Prints how right they are on
// each half when fitted on the other. Writes src/allegation/alleges-weights.generated.ts unless --dry.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { articleOf, devReports, readNdjson, SHARED } from './corpus.mjs';
import { pairStatements } from './pair-statements.mjs';

const { values } = parseArgs({ options: { model: { type: 'string' }, dry: { type: 'boolean' } } });
const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const room = (name) => import(join(root, 'dist', name));
const { createNetwork, defaultModelDir } = await room('node/index.js');
const { judgeAll, readText } = await room('language/index.js');
const { attribute } = await room('attribution/index.js');
const { identify } = await room('identity/index.js');
const { sourceStatements } = await room('sourcing/index.js');
const { weighAll, signsOf } = await room('allegation/allege.js');
const { weighCandidates } = await room('allegation/accused.js');

const network = await createNetwork(values.model ?? defaultModelDir());

/** Every labelled statement that is found, with its signs. */
async function collect(reports, labelsOf) {
  const rows = [];
  for (const report of reports) {
    const labels = labelsOf.get(report.id);
    if (labels === undefined) continue;
    const article = articleOf(report);
    const reading = await readText(report.text, network);
    const { statements } = await attribute(reading, (text) => readText(text, network), network.calibration);
    const identity = identify(reading, statements, article);
    const judgementOf = judgeAll(reading, statements);
    const sourced = sourceStatements(reading, statements, identity, article, judgementOf);
    const found = pairStatements(report, labels, statements);
    weighAll(reading, statements, { ...identity, actOf: (id) => sourced.get(id).act, judgementOf }, ({ setting, act, judgement }) => {
      const label = found.get(setting.statement.id);
      const weighed = weighCandidates(setting, act);
      if (label !== undefined) {
        rows.push({
          report: report.id,
          alleges: label.allegation !== null,
          signs: { network: signsOf(setting, act, judgement), words: signsOf(setting, act, undefined) },
        });
      }
      const best = weighed[0].candidate.speaker;
      return label?.allegation && best >= 0 ? identity.speakers[best] : undefined;
    });
  }
  return rows;
}

const dot = (weights, features) => Object.entries(features).reduce((sum, [name, value]) => sum + value * (weights[name] ?? 0), 0);

/** Logistic regression with a pull towards a prior (nought where it says nothing), by gradient steps (Adagrad). */
function learn(samples, gradientOf, { steps = 400, rate = 0.3, pull = 0.002, prior = {} } = {}) {
  const weights = { ...prior };
  const seen = {};
  for (let step = 0; step < steps; step++) {
    const gradient = {};
    for (const sample of samples) gradientOf(sample, weights, gradient);
    for (const [name, sum] of Object.entries(gradient)) {
      const g = sum / samples.length - pull * ((weights[name] ?? 0) - (prior[name] ?? 0));
      seen[name] = (seen[name] ?? 1e-6) + g * g;
      weights[name] = (weights[name] ?? 0) + (rate * g) / Math.sqrt(seen[name]);
    }
  }
  return weights;
}

const add = (gradient, features, by) => {
  for (const [name, value] of Object.entries(features)) gradient[name] = (gradient[name] ?? 0) + by * value;
};

const fitAlleges = (rows, kind, options) =>
  learn(
    rows,
    ({ signs, alleges }, weights, gradient) => {
      const p = 1 / (1 + Math.exp(-dot(weights, signs[kind])));
      add(gradient, signs[kind], (alleges ? 1 : 0) - p);
    },
    options,
  );

/** F1 of alleging with a threshold. */
function f1(rows, weights, kind, cut = 0) {
  const said = rows.filter((r) => dot(weights, r.signs[kind]) >= cut);
  const hit = said.filter((r) => r.alleges).length;
  return (200 * hit) / Math.max(1, said.length + rows.filter((r) => r.alleges).length);
}
/** The middle of the thresholds whose F1 is within a point and a half of the best: the best itself hangs on a few statements. */
const bestCut = (rows, weights, kind) => {
  const cuts = Array.from({ length: 41 }, (_, k) => -2 + k / 10);
  const most = Math.max(...cuts.map((cut) => f1(rows, weights, kind, cut)));
  const good = cuts.filter((cut) => f1(rows, weights, kind, cut) > most - 1.5);
  return good[good.length >> 1];
};
const halves = (rows) => {
  const ids = [...new Set(rows.map((r) => r.report))].sort();
  const first = new Set(ids.filter((_, k) => k % 2 === 0));
  return [rows.filter((r) => first.has(r.report)), rows.filter((r) => !first.has(r.report))];
};

const labelsAt = (path) => new Map(readNdjson(path).map((d) => [d.id, d.labels]));
const dev = await collect(devReports(), labelsAt(join(SHARED, 'labels', 'speakers-dev.ndjson')));
const trainReports = gunzipSync(readFileSync(join(SHARED, 'corpora', 'polnear-train.ndjson.gz')))
  .toString('utf8')
  .split('\n')
  .filter(Boolean)
  .map((l) => JSON.parse(l));
const train = await collect(trainReports, labelsAt(join(root, 'training', 'labels', 'train.ndjson')));
console.log(`${dev.length} development statements, ${train.length} training statements`);

// By the words alone: from all labels. Beside the network: from there on, by the development labels, which are few.
const NEAR = 0.05;
const fitted = {
  words: (rows) => fitAlleges([...train, ...rows], 'words'),
  network: (rows) => fitAlleges(rows, 'network', { prior: fitAlleges([...train, ...rows], 'words'), pull: NEAR }),
};
const out = {};
for (const kind of ['network', 'words']) {
  const [a, b] = halves(dev);
  for (const [seen, apart] of [
    [a, b],
    [b, a],
  ]) {
    const weights = fitted[kind](seen);
    const cut = bestCut(seen, weights, kind);
    console.log(`alleges, ${kind}: F1 ${f1(apart, weights, kind, cut).toFixed(1)} on the other half (cut ${cut})`);
  }
  const weights = fitted[kind](dev);
  const cut = bestCut(dev, weights, kind);
  weights.always -= cut;
  out[kind] = weights;
  console.log(`alleges, ${kind}: F1 ${f1(dev, weights, kind).toFixed(1)} on the development labels (cut ${cut})`);
}

const written = (weights) =>
  Object.entries(weights)
    .filter(([, w]) => Math.abs(w) >= 0.02)
    .sort(([, x], [, y]) => y - x)
    .map(([name, w]) => `  ${/^[a-z]+$/i.test(name) ? name : `'${name}'`}: ${w.toFixed(2)},`)
    .join('\n');
if (!values.dry) {
  const head = '// Made by bench/accuracy/fit-allegation.mjs; do not edit.\n';
  writeFileSync(
    join(root, 'src', 'allegation', 'alleges-weights.generated.ts'),
    `${head}import type { Features } from './features.ts';\n\n/** How much each sign speaks for an allegation (natural log-odds): beside the network's opinion, and by the words alone. */\nexport const ALLEGES: { readonly network: Features; readonly words: Features } = {\n  network: {\n${written(out.network)}\n  },\n  words: {\n${written(out.words)}\n  },\n};\n`,
  );
}
