#!/usr/bin/env node
// Fits how far each rule for the act of a statement is trusted against the network (src/sourcing/weigh-act.ts), on the development labels.
//
//   fit-acts.mjs [--model DIR]
//
// Prints the share of right acts by the rules alone, by the network alone, and together: fitted on each half of the reports and measured on the
// other, and on all. The trust to be written into the source stands in the last line.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { articleOf, devReports, readNdjson, SHARED } from './corpus.mjs';
import { pairStatements } from './pair-statements.mjs';

const { values } = parseArgs({ options: { model: { type: 'string' } } });
const room = (name) => import(`../../dist/${name}`);
const { createNetwork, defaultModelDir } = await room('node/index.js');
const { judge, readText } = await room('language/index.js');
const { attribute } = await room('attribution/index.js');
const { identify } = await room('identity/index.js');
const { toldOf } = await room('sourcing/told.js');
const { actOf } = await room('sourcing/act.js');
const { keepTone } = await room('sourcing/tone.js');
const { weighAct } = await room('sourcing/weigh-act.js');

const network = await createNetwork(values.model ?? defaultModelDir());
const labelsOf = new Map(readNdjson(join(SHARED, 'labels', 'speakers-dev.ndjson')).map((d) => [d.id, d.labels]));
const rows = [];
for (const report of devReports()) {
  const labels = labelsOf.get(report.id);
  if (labels === undefined) continue;
  const reading = await readText(report.text, network);
  const { statements } = await attribute(reading, (text) => readText(text, network), network.calibration);
  const identity = identify(reading, statements, articleOf(report));
  const found = pairStatements(report, labels, statements);
  const byId = new Map(identity.speakers.map((s) => [s.id, s]));
  const statementOf = new Map(statements.map((s) => [s.id, s]));
  const told = statements
    .map((s) => toldOf(reading, s, byId.get(identity.speakerOf.get(s.id)), s.within === null ? undefined : statementOf.get(s.within)))
    .sort((a, b) => a.at - b.at);
  keepTone(told, told.map(actOf)).forEach((own, k) => {
    const label = found.get(told[k].statement.id);
    if (label !== undefined) rows.push({ report: report.id, own, gold: label.act, judgement: judge(reading, told[k].statement) });
  });
}

const right = (some, trust) => (100 * some.filter((r) => weighAct(r.own, r.judgement, [], trust).act === r.gold).length) / some.length;
const RULES = ['act-cue', 'act-self', 'act-wrong', 'act-content', 'act-goes-on', 'act-plain'];
const STEPS = [0, 0.4, 0.8, 1.2, 1.6, 2, 2.5, 3, 3.5, 4, 5];

/** Coordinate ascent: each rule's trust in turn, as long as any step gains. */
function fitted(some) {
  const trust = Object.fromEntries(RULES.map((rule) => [rule, 1.6]));
  for (let round = 0; round < 4; round++) {
    for (const rule of RULES) {
      let most = right(some, trust);
      for (const step of STEPS) {
        const tried = right(some, { ...trust, [rule]: step });
        if (tried > most + 1e-9) {
          most = tried;
          trust[rule] = step;
        }
      }
    }
  }
  return trust;
}

const ids = [...new Set(rows.map((r) => r.report))].sort();
const half = (k) => rows.filter((r) => ids.indexOf(r.report) % 2 === k);
const show = (name, share) => console.log(`${name.padEnd(40)} ${share.toFixed(1)}`);
show('rules alone', right(rows, Object.fromEntries(RULES.map((rule) => [rule, 100]))));
show('network alone', right(rows, Object.fromEntries(RULES.map((rule) => [rule, 0]))));
for (const k of [0, 1]) show(`together, fitted on half ${k}, on the other`, right(half(1 - k), fitted(half(k))));
const trust = fitted(rows);
show('together, fitted on all', right(rows, trust));
for (const rule of RULES) {
  const some = rows.filter((r) => r.own.because.rule === rule);
  show(
    `  of these, by ${rule}: ${some.length}; rules right`,
    some.length === 0 ? 0 : (100 * some.filter((r) => r.own.act === r.gold).length) / some.length,
  );
}
console.log(JSON.stringify(trust));
