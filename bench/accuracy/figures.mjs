// From analyses and gold to the figures of RESULTS.md, each in per cent.
import { join } from 'node:path';
import { SHARED } from './corpus.mjs';
import { match } from './match.mjs';

const round = (x) => Math.round(1000 * x) / 10;

/** Attribution on the development reports, by the scorer that stands beside the corpora. */
export async function attributionFigures(gold, analyses) {
  const { scoreAll } = await import(join(SHARED, 'eval', 'score.mjs'));
  const s = scoreAll(
    gold,
    analyses.map((a) => ({ id: a.id, attributions: a.statements.map((x) => ({ ...x, nested: x.within !== null })) })),
  );
  const out = {};
  for (const level of ['content', 'who', 'full', 'exact']) out[`${level} F1`] = round(s[level].f1);
  for (const measure of ['span', 'token', 'overlap'])
    for (const role of ['source', 'cue', 'content']) out[`${measure} ${role} F1`] = round(s[measure][role].f1);
  for (const kind of ['direct', 'mixed', 'indirect']) out[`who recall, ${kind}`] = round(s.kinds[kind].who);
  return out;
}

/** Of the sixteen statements of the report of 2020: how many are found, and how many with the right source. */
export function seedFigures(seed, analysis) {
  const used = { found: 0, source: 0 };
  // Told inside or not, each expected statement is looked for among all that were found.
  for (const one of seed.attributions) {
    const { goldFound, goldWho } = match(seed.text, [one], analysis.statements);
    used.found += goldFound.size;
    used.source += goldWho.size;
  }
  return { 'seed statements found': used.found, 'seed statements with the right source': used.source };
}

/** Each top statement's confidence and whether it was right (content and source). */
export function judged(gold, analyses) {
  return gold.flatMap((report, i) => {
    const top = analyses[i].statements.filter((s) => s.within === null);
    const { who } = match(report.text, report.attributions, top);
    return top.map((s, k) => ({ confidence: s.confidence, right: who.has(k) }));
  });
}

/** Expected calibration error over ten bins of equal width, in per cent (Naeini et al. 2015). */
export function calibrationError(list) {
  const bins = Array.from({ length: 10 }, () => ({ n: 0, said: 0, right: 0 }));
  for (const { confidence, right } of list) {
    const bin = bins[Math.min(9, Math.floor(confidence * 10))];
    bin.n++;
    bin.said += confidence;
    bin.right += right ? 1 : 0;
  }
  return round(bins.reduce((sum, b) => sum + Math.abs(b.said - b.right), 0) / Math.max(1, list.length));
}
