// Where the measured texts are, and how they are read by the engine that `npm run build` made.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
/** The folder of corpora, labels and scorers beside the project. */
export const SHARED = process.env.HEARSAY_SHARED ?? join(here, '..', '..', '..', 'shared');
export const present = () => existsSync(join(SHARED, 'eval', 'score.mjs'));

export const readNdjson = (path) =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => JSON.parse(line));

export const devReports = () => readNdjson(join(SHARED, 'corpora', 'polnear-dev.ndjson'));
export const seedReport = () => readNdjson(join(SHARED, 'seed', 'expected.ndjson'))[0];

/** The article of a corpus line, its text untouched. */
export function articleOf({ id, text, title, publisher, date }) {
  const textHash = `sha256:${createHash('sha256').update(text).digest('hex')}`;
  return {
    id,
    text,
    title,
    publisher,
    published: date,
    credits: [],
    notices: [],
    sourceHash: textHash,
    textHash,
    map: { text: [0], source: [0] },
  };
}

/** An engine from dist/ over the committed model, or over another folder. */
export async function openEngine(folder) {
  const { createNetwork, defaultModelDir } = await import('../../dist/node/index.js');
  const { createEngine } = await import('../../dist/engine/index.js');
  return createEngine(await createNetwork(folder ?? defaultModelDir()));
}

/** What the engine says of each report, in order; talk about progress goes to standard error. */
export async function readAll(engine, reports) {
  const analyses = [];
  for (const report of reports) {
    analyses.push(await engine.read(articleOf(report)));
    if (analyses.length % 20 === 0) console.error(`read ${analyses.length} of ${reports.length} reports`);
  }
  return analyses;
}
