#!/usr/bin/env node
// What the verbs of the cues tell of the acts in the training reports, by the rules of src/sourcing over gold spans and silver syntax: hints for
// train_judge.py, not labels.  weak-acts.mjs CORPORA OUT.ndjson   (after npm run build)
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { goldStatements, silverReading } from '../bench/accuracy/silver-reading.mjs';
import { identify } from '../dist/identity/index.js';
import * as language from '../dist/language/index.js';
import { sourceStatements } from '../dist/sourcing/index.js';

const [corpora, out] = process.argv.slice(2);
const lines = (name) =>
  gunzipSync(readFileSync(join(corpora, name)))
    .toString('utf8')
    .split('\n')
    .filter(Boolean)
    .map((l) => JSON.parse(l));
const syntaxOf = new Map(lines('polnear-train.syntax.ndjson.gz').map((d) => [d.id, d]));
const rows = lines('polnear-train.ndjson.gz').map((d) => {
  const attributions = d.attributions.filter((a) => a.content.length > 0);
  const indexOf = new Map(d.attributions.map((a, i) => [JSON.stringify(a.content), i]));
  const reading = silverReading(d.text, syntaxOf.get(d.id), language);
  const statements = goldStatements({ ...d, attributions }, reading);
  const about = { publisher: d.publisher, title: d.title, published: d.date };
  const sourced = sourceStatements(reading, statements, identify(reading, statements, about), { ...about, credits: [] });
  const acts = {};
  for (const s of statements) {
    const { act, because } = sourced.get(s.id);
    if (because.some(({ rule }) => rule === 'act-cue' || rule === 'act-self')) acts[indexOf.get(JSON.stringify(s.content))] = act;
  }
  return JSON.stringify({ id: d.id, acts });
});
writeFileSync(out, `${rows.join('\n')}\n`);
