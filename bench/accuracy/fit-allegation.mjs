#!/usr/bin/env node
// Fits the weights of the room allegation: which signs speak for an allegation, which candidate is the accused.
//
//   fit-allegation.mjs [--model DIR] [--dry]
//
// Who is accused is learnt from the labels of training reports (training/labels/train.ndjson; the network plays no part in it). Whether
// something is alleged is learnt from the development labels, since the network has learnt the training labels by heart and would be
// trusted too much; those few weights are therefore a little too good on the reports they are measured on. Prints how right both are on
// each half when fitted on the other. Writes src/allegation/*-weights.generated.ts unless --dry.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { articleOf, devReports, readNdjson, SHARED } from './corpus.mjs';
import { pairStatements, sameSpeaker } from './pair-statements.mjs';

const { values } = parseArgs({ options: { model: { type: 'string' }, dry: { type: 'boolean' } } });
const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const room = (name) => import(join(root, 'dist', name));
const { createNetwork, defaultModelDir } = await room('node/index.js');
const { judgeAll, readText } = await room('language/index.js');
const { attribute } = await room('attribution/index.js');
const { identify } = await room('identity/index.js');
const { sourceStatements } = await room('sourcing/index.js');
const { weighAll, signsOf } = await room('allegation/allege.js');
const { nameOf, weighCandidates } = await room('allegation/accused.js');

const network = await createNetwork(values.model ?? defaultModelDir());

/** Every labelled statement that is found, with its signs and, where a wrong is alleged, its candidates. */
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
        const gold = label.allegation?.accused ?? null;
        rows.push({
          report: report.id,
          alleges: label.allegation !== null,
          signs: { network: signsOf(setting, act, judgement), words: signsOf(setting, act, undefined) },
          candidates: weighed.map(({ candidate, features }) => ({
            features,
            right: candidate.kind === 'nobody' ? gold === null : gold !== null && sameSpeaker(gold, nameOf(setting, candidate)),
          })),
        });
      }
      const best = weighed[0].candidate.speaker;
      return label?.allegation && best >= 0 ? identity.speakers[best] : undefined;
    });
  }
  return rows;
}

const dot = (weights, features) => Object.entries(features).reduce((sum, [name, value]) => sum + value * (weights[name] ?? 0), 0);

/** Logistic regression with a pull towards nought, by gradient steps (Adagrad). */
function learn(samples, gradientOf, { steps = 400, rate = 0.3, pull = 0.002 } = {}) {
  const weights = {};
  const seen = {};
  for (let step = 0; step < steps; step++) {
    const gradient = {};
    for (const sample of samples) gradientOf(sample, weights, gradient);
    for (const [name, sum] of Object.entries(gradient)) {
      const g = sum / samples.length - pull * (weights[name] ?? 0);
      seen[name] = (seen[name] ?? 1e-6) + g * g;
      weights[name] = (weights[name] ?? 0) + (rate * g) / Math.sqrt(seen[name]);
    }
  }
  return weights;
}

const add = (gradient, features, by) => {
  for (const [name, value] of Object.entries(features)) gradient[name] = (gradient[name] ?? 0) + by * value;
};

const fitAlleges = (rows, kind) =>
  learn(rows, ({ signs, alleges }, weights, gradient) => {
    const p = 1 / (1 + Math.exp(-dot(weights, signs[kind])));
    add(gradient, signs[kind], (alleges ? 1 : 0) - p);
  });

const fitAccused = (rows) =>
  learn(
    rows.filter((r) => r.alleges && r.candidates.some((c) => c.right)),
    ({ candidates }, weights, gradient) => {
      const powers = candidates.map(({ features }) => Math.exp(dot(weights, features)));
      const all = powers.reduce((a, b) => a + b, 0);
      const good = powers.reduce((sum, p, k) => sum + (candidates[k].right ? p : 0), 0);
      for (const [k, { features, right }] of candidates.entries())
        add(gradient, features, (right ? powers[k] / good : 0) - powers[k] / all);
    },
    { steps: 1200, pull: 0.01 },
  );

/** F1 of alleging with a threshold. */
function f1(rows, weights, kind, cut = 0) {
  const said = rows.filter((r) => dot(weights, r.signs[kind]) >= cut);
  const hit = said.filter((r) => r.alleges).length;
  return (200 * hit) / Math.max(1, said.length + rows.filter((r) => r.alleges).length);
}
/** The lowest threshold whose F1 is about half a point below the best: a missed accusation costs a reader more than one too many. */
const bestCut = (rows, weights, kind) => {
  const cuts = Array.from({ length: 41 }, (_, k) => -2 + k / 10);
  const most = Math.max(...cuts.map((cut) => f1(rows, weights, kind, cut)));
  return cuts.find((cut) => f1(rows, weights, kind, cut) > most - 0.55);
};
const accusedRight = (rows, weights) => {
  const asked = rows.filter((r) => r.alleges);
  const best = (r) => r.candidates.reduce((a, b) => (dot(weights, b.features) > dot(weights, a.features) ? b : a));
  return (100 * asked.filter((r) => best(r).right).length) / Math.max(1, asked.length);
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

const out = {};
for (const kind of ['network', 'words']) {
  const source = kind === 'network' ? dev : [...train, ...dev];
  const [a, b] = halves(source);
  for (const [fitted, measured] of [
    [a, b],
    [b, a],
  ]) {
    const weights = fitAlleges(fitted, kind);
    const cut = bestCut(fitted, weights, kind);
    console.log(`alleges, ${kind}: F1 ${f1(measured, weights, kind, cut).toFixed(1)} on the other half (cut ${cut})`);
  }
  const weights = fitAlleges(source, kind);
  const cut = bestCut(source, weights, kind);
  weights.always -= cut;
  out[kind] = weights;
  console.log(`alleges, ${kind}: F1 ${f1(dev, weights, kind).toFixed(1)} on the development labels (cut ${cut})`);
}
const [a, b] = halves(train);
console.log(
  `accused: ${accusedRight(b, fitAccused(a)).toFixed(1)} and ${accusedRight(a, fitAccused(b)).toFixed(1)} on the other half of the training labels`,
);
const reach = train.filter((r) => r.alleges);
console.log(
  `accused is among the candidates in ${((100 * reach.filter((r) => r.candidates.some((c) => c.right)).length) / reach.length).toFixed(1)}`,
);
const accused = fitAccused(train);
console.log(`accused: ${accusedRight(dev, accused).toFixed(1)} on the development labels`);

const written = (weights) =>
  Object.entries(weights)
    .filter(([, w]) => Math.abs(w) >= 0.02)
    .sort(([, x], [, y]) => y - x)
    .map(([name, w]) => `  ${/^[a-z]+$/i.test(name) ? name : `'${name}'`}: ${w.toFixed(2)},`)
    .join('\n');
if (!values.dry) {
  const head = '// Made by bench/accuracy/fit-allegation.mjs; do not edit.\n';
  writeFileSync(
    join(root, 'src', 'allegation', 'accused-weights.generated.ts'),
    `${head}import type { Features } from './features.ts';\n\n/** How much each figure of a candidate speaks for it being the accused (natural log-odds). */\nexport const ACCUSED_WEIGHTS: Features = {\n${written(accused)}\n};\n`,
  );
  writeFileSync(
    join(root, 'src', 'allegation', 'alleges-weights.generated.ts'),
    `${head}import type { Features } from './features.ts';\n\n/** How much each sign speaks for an allegation (natural log-odds): beside the network's opinion, and by the words alone. */\nexport const ALLEGES: { readonly network: Features; readonly words: Features } = {\n  network: {\n${written(out.network)}\n  },\n  words: {\n${written(out.words)}\n  },\n};\n`,
  );
}
