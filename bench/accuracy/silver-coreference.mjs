#!/usr/bin/env node
// What speaker CoreNLP's coreference gives for gold sources, to compare identity with.  silver-coreference.mjs CORPORA OUT.ndjson
// The speaker is the representative mention of the chain that the source's last overlapping mention is in, else the source's words.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

const [corpora, out] = process.argv.slice(2);
const lines = (path) => {
  const bytes = readFileSync(path);
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes)
    .toString('utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
};
const syntaxOf = new Map(lines(join(corpora, 'polnear-dev.syntax.ndjson.gz')).map((d) => [d.id, d]));
const analyses = lines(join(corpora, 'polnear-dev.ndjson')).map(({ id, text, attributions }) => {
  const syntax = syntaxOf.get(id);
  const at = ([sentence, start, end]) => [syntax.sentences[sentence][start][0], syntax.sentences[sentence][end - 1][1]];
  const chains = (syntax?.coreference ?? []).map((chain) => ({
    spans: chain.map(at),
    name: chain.filter((m) => m[4]).map((m) => text.slice(...at(m)))[0],
  }));
  const speakers = [];
  const statements = attributions.map(({ source, cue, content }, i) => {
    const [span] = source;
    if (span === undefined) return { id: `s${i}`, source, cue, content, speaker: null };
    let best = { size: 0, name: text.slice(...span) };
    for (const { spans, name } of chains)
      for (const [s, e] of spans) if (s >= span[0] && e <= span[1] && e - s > best.size && name) best = { size: e - s, name };
    speakers.push({ id: `p${i}`, name: best.name.replace(/['’]s$/, '') });
    return { id: `s${i}`, source, cue, content, speaker: `p${i}` };
  });
  return { id, statements, speakers };
});
writeFileSync(out, `${analyses.map((a) => JSON.stringify(a)).join('\n')}\n`);
