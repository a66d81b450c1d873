// Who speaks and on whose word: the labels' own scorer over the analyses of the labelled reports.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readNdjson, SHARED } from './corpus.mjs';

/** The figures that are kept, by the names under which RESULTS.md holds them. */
const KEPT = {
  speaker: 'speaker right',
  type: 'type right',
  grade: 'grade right',
  channel: 'channel right',
  act: 'act right',
  outlet: 'outlet F1',
  addressee: 'addressee F1',
  allegation: 'allegation F1',
  accused: 'accused right',
  wrong: 'wrong right',
  status: 'status right',
};

const LABELS = join(SHARED, 'labels', 'speakers-dev.ndjson');

/** Of the labelled statements that were found, the share with the right value, in per cent. */
export function labelFigures(analyses) {
  const ids = new Set(readNdjson(LABELS).map(({ id }) => id));
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-'));
  try {
    const path = join(folder, 'analyses.ndjson');
    writeFileSync(path, analyses.flatMap((a) => (ids.has(a.id) ? [`${JSON.stringify(a)}\n`] : [])).join(''));
    const script = join(SHARED, 'eval', 'labels.mjs');
    const gold = join(SHARED, 'corpora', 'polnear-dev.ndjson');
    const figures = JSON.parse(
      execFileSync(process.execPath, [script, gold, LABELS, path, '--json'], { encoding: 'utf8', maxBuffer: 2 ** 26 }),
    );
    const alleges = analyses.some((a) => a.statements.some((s) => s.allegations !== undefined));
    if (!alleges) figures.allegation = null;
    return Object.fromEntries(Object.entries(KEPT).flatMap(([key, name]) => (figures[key] == null ? [] : [[name, figures[key]]])));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Of the expected statements of the report of 2020 that name a speaker, how many have that speaker by name. */
export function seedSpeakers(seed, analysis, match) {
  const named = seed.attributions.filter((one) => one.speaker);
  const nameOf = new Map(analysis.speakers.map((s) => [s.id, s.name]));
  const right = named.filter((one) => {
    const { found } = match(seed.text, [one], analysis.statements);
    return [...found].some((k) => nameOf.get(analysis.statements[k].speaker) === one.speaker);
  });
  return { 'seed speakers right': right.length };
}
