#!/usr/bin/env node
// identity and sourcing alone: gold spans, silver syntax.  gold-spans.mjs BUILD CORPORA OUT.ndjson
// BUILD is a compiled src/, CORPORA the folder of polnear-dev.ndjson; score OUT with eval/labels.mjs.
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { goldStatements, silverReading } from './silver-reading.mjs';

const [build, corpora, out, only] = process.argv.slice(2);
const room = (name) => import(join(resolve(build), name, 'index.js'));
const [language, { identify }, sourcing] = await Promise.all([room('language'), room('identity'), room('sourcing').catch(() => ({}))]);
const lines = (path) => {
  const b = readFileSync(path);
  return (path.endsWith('.gz') ? gunzipSync(b) : b)
    .toString('utf8')
    .split('\n')
    .filter(Boolean)
    .map((l) => JSON.parse(l));
};
const syntaxOf = new Map(lines(join(corpora, 'polnear-dev.syntax.ndjson.gz')).map((d) => [d.id, d]));
const analyses = lines(join(corpora, 'polnear-dev.ndjson'))
  .filter((d) => !only || d.id.startsWith(only))
  .map((d) => {
    const reading = silverReading(d.text, syntaxOf.get(d.id), language);
    const statements = goldStatements(d, reading);
    const about = { publisher: d.publisher, title: d.title, published: d.date };
    const identity = identify(reading, statements, about);
    const sourced = sourcing.sourceStatements?.(reading, statements, identity, { ...about, credits: [] });
    return {
      id: d.id,
      statements: statements.map((s) => ({
        ...s,
        speaker: identity.speakerOf.get(s.id) ?? null,
        because: identity.because.get(s.id) ?? [],
        ...(sourced?.get(s.id) ?? {
          sourcing: { type: identity.speakers.find((p) => p.id === identity.speakerOf.get(s.id))?.type ?? 'none' },
        }),
      })),
      speakers: identity.speakers,
      notices: identity.notices,
    };
  });
writeFileSync(out, `${analyses.map((a) => JSON.stringify(a)).join('\n')}\n`);
