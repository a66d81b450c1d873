#!/usr/bin/env node
// Whom each labelled allegation may accuse: the candidates of src/allegation over gold spans and silver syntax, with the words that stand
// for each, what is looked at in it, and whether it is the one. What train_judge.py learns to point from.
//   candidates.mjs CORPORA OUT.ndjson SPLIT LABELS.ndjson…   (after npm run build)
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { sameSpeaker } from '../bench/accuracy/pair-statements.mjs';
import { goldStatements, silverReading } from '../bench/accuracy/silver-reading.mjs';
import { joinedName, nameOf, weighCandidates } from '../dist/allegation/accused.js';
import { weighAll } from '../dist/allegation/allege.js';
import { standingFor } from '../dist/allegation/standing.js';
import { identify } from '../dist/identity/index.js';
import * as language from '../dist/language/index.js';

const [corpora, out, split, ...labelled] = process.argv.slice(2);
const lines = (path) =>
  (path.endsWith('.gz') ? gunzipSync(readFileSync(path)) : readFileSync(path))
    .toString('utf8')
    .split('\n')
    .filter(Boolean)
    .map((l) => JSON.parse(l));
const corpus = (name) => lines([join(corpora, name), join(corpora, `${name}.gz`)].find(existsSync));
const syntaxOf = new Map(corpus(`polnear-${split}.syntax.ndjson`).map((d) => [d.id, d]));
const labelsOf = new Map(labelled.flatMap(lines).map((d) => [d.id, d.labels]));

/** True where the label's own words stand among the candidate's. */
const isAt = (reading, at, words) =>
  at != null && words !== undefined && reading.text.slice(reading.words.start[words[0]], reading.words.end[words[1]]).endsWith(at);

const rows = [];
let asked = 0;
let reached = 0;
for (const d of corpus(`polnear-${split}.ndjson`)) {
  const labels = labelsOf.get(d.id);
  if (labels === undefined) continue;
  const attributions = d.attributions.filter((a) => a.content.length > 0);
  const indexOf = new Map(d.attributions.map((a, i) => [JSON.stringify([a.cue, a.content]), i]));
  const reading = silverReading(d.text, syntaxOf.get(d.id), language);
  const statements = goldStatements({ ...d, attributions }, reading);
  const labelOf = new Map(statements.map((s) => [s.id, labels[indexOf.get(JSON.stringify([s.cue, s.content]))]]));
  const identity = identify(reading, statements, { publisher: d.publisher, title: d.title, published: d.date });
  const told = {};
  const about = { ...identity, actOf: (id) => labelOf.get(id)?.act ?? 'state', judgementOf: () => undefined };
  weighAll(reading, statements, about, ({ setting, act }) => {
    const label = labelOf.get(setting.statement.id);
    if (label?.allegation == null) return undefined;
    const { accused, at } = label.allegation;
    const weighed = weighCandidates(setting, act);
    const candidates = weighed.map(({ candidate, features }) => ({
      words: standingFor(candidate, setting),
      features,
      named: sameSpeaker(accused, joinedName(setting, candidate)?.name ?? nameOf(setting, candidate)),
      one: accused?.split(' & ').some((name) => candidate.kind !== 'nobody' && sameSpeaker(name, nameOf(setting, candidate))),
      meant: isAt(reading, at, candidate.words),
    }));
    told[label.i] = candidates.map(({ words, features, named, one, meant }) => ({ words, features, right: named || one || meant, named }));
    asked++;
    if (candidates.some(({ named }) => named)) reached++;
    // Whoever is taken for the accused is the one "accused before" in what follows. In reading that is not always the right one.
    const right = candidates.findIndex(({ named, one }, k) => (named || one) && weighed[k].candidate.speaker >= 0);
    const taken = asked % 3 === 0 || right < 0 ? 0 : right;
    return identity.speakers[weighed[taken].candidate.speaker];
  });
  rows.push(JSON.stringify({ id: d.id, told }));
}
writeFileSync(out, `${rows.join('\n')}\n`);
console.log(`${rows.length} reports, ${asked} allegations, the accused among the candidates of ${((100 * reached) / asked).toFixed(1)} %`);
