import type { WordView } from '../model/index.ts';
import type { NameRun } from './name-runs.ts';

/** A line of at most so many words can be a signature. */
const LONGEST = 12;

/**
 * Lines that sign what stands before them: a name alone, or with a place or an office ("Ann Poe; Dunmore").
 * Letters to an editor and posts are signed so; "I" before such a line is who signs.
 */
export function signaturesOf(view: WordView, runs: readonly NameRun[]): readonly NameRun[] {
  const firstRun = new Map<number, NameRun>();
  for (const run of runs)
    if (run.kind === 'person' && !firstRun.has(view.paragraph(run.words[0]))) firstRun.set(view.paragraph(run.words[0]), run);
  const out: NameRun[] = [];
  for (const [paragraph, run] of firstRun) {
    const [first, last] = view.reading.paragraphs[paragraph] ?? [0, -1];
    const lead = run.titled - first;
    if (paragraph === 0 || last - first + 1 > LONGEST || lead > 2) continue;
    if (lead > 0 && !/^[—–\-@"“]$/.test(view.word(first))) continue;
    let verb = false;
    for (let i = first; i <= last; i++) if (/^(?:VB[DZP]|MD)$/.test(view.pos(i)) || /^[:?!]$/.test(view.word(i))) verb = true;
    if (!verb) out.push(run);
  }
  return out.sort((a, b) => a.words[0] - b.words[0]);
}

/** The first signature behind a word; signatures stand in the order of the text. */
export function firstAfter(signatures: readonly NameRun[], word: number): NameRun | undefined {
  let low = 0;
  let high = signatures.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (signatures[middle]!.words[0] > word) high = middle;
    else low = middle + 1;
  }
  return signatures[low];
}
