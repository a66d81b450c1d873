import type { Candidate, Setting } from './candidates.ts';

/** How far before and behind a content, in words, somebody is looked for. */
const BEFORE = 150;
const BEHIND = 30;

/** The words that stand for a candidate in and around what was said, in order: its places there, and wherever else near it is meant. */
export function standingFor({ speaker, words, heads }: Candidate, { view, content, referents }: Setting): readonly number[] {
  const out = new Set(heads);
  if (words !== undefined) for (let i = words[0]; i <= words[1]; i++) out.add(i);
  if (speaker >= 0) {
    const last = Math.min(view.count - 1, content.at(-1)! + BEHIND);
    for (let i = Math.max(0, content[0]! - BEFORE); i <= last; i++) if (referents.at(i) === speaker) out.add(i);
  }
  return [...out].sort((a, b) => a - b);
}

/** How well a candidate answers, to the network, whom its statement accuses: what its words answer, together. */
export function answerOf(candidate: Candidate, setting: Setting): number {
  if (setting.answers === undefined) return 0;
  if (candidate.kind === 'nobody') return setting.answers.nobody;
  const each = standingFor(candidate, setting).map(setting.answers.of);
  if (each.length === 0) return 0;
  const most = Math.max(...each);
  return most + Math.log(each.reduce((sum, x) => sum + Math.exp(x - most), 0));
}
