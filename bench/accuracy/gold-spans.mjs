#!/usr/bin/env node
// identity and sourcing alone: gold spans, silver syntax.  gold-spans.mjs BUILD CORPORA OUT.ndjson [NOISE]
// BUILD is a compiled src/, CORPORA the folder of polnear-dev.ndjson; score OUT with eval/labels.mjs. NOISE is the share of
// tags that are wrong, 0 to 1.
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { goldStatements, silverReading } from './silver-reading.mjs';

const [build, corpora, out, noise = '0'] = process.argv.slice(2);
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
/** Gives a share of the words another word's tag, entity and relation, as a network errs; the same ones each time. */
function blur(reading, share) {
  let seed = 7;
  const random = () => {
    seed = (seed * 48271) % 2147483647;
    return seed / 2147483647;
  };
  const { words } = reading;
  for (let i = 0; i < words.count; i++) {
    for (const column of ['pos', 'entity', 'relation'])
      if (random() < share) words[column][i] = words[column][Math.floor(random() * words.count)];
  }
  return reading;
}

const syntaxOf = new Map(lines(join(corpora, 'polnear-dev.syntax.ndjson.gz')).map((d) => [d.id, d]));
const analyses = lines(join(corpora, 'polnear-dev.ndjson')).map((d) => {
  const reading = blur(silverReading(d.text, syntaxOf.get(d.id), language), Number(noise));
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
