import { bySpan, type Missed, type Reading, type Statement, spanOf, wordAt, wordsIn } from '../model/index.ts';
import { isSaying } from './saying.ts';

/** A quotation of fewer words may be a title, a term or a sneer. */
const FEWEST_WORDS = 5;

/** Quotations and verbs of saying that no statement holds, in the order of the text. */
export function missedIn(reading: Reading, statements: readonly Statement[]): readonly Missed[] {
  const { words } = reading;
  const held = new Uint8Array(words.count);
  for (const s of statements) {
    for (const span of [...s.source, ...s.cue, ...s.content]) {
      const range = wordsIn(words, span);
      if (range !== undefined) held.fill(1, range[0], range[1] + 1);
    }
  }
  const out: Missed[] = [];
  for (const q of reading.quotations) {
    const range = q.depth > 0 ? undefined : wordsIn(words, q.inner);
    if (range === undefined || range[1] - range[0] + 1 < FEWEST_WORDS) continue;
    let count = 0;
    for (let i = range[0]; i <= range[1]; i++) count += held[i]!;
    if (count * 2 >= range[1] - range[0] + 1) continue;
    out.push({ at: q.at, why: 'quotation without a statement' });
    held.fill(1, range[0], range[1] + 1);
  }
  for (let i = 0; i < words.count; i++) {
    if (held[i] === 1 || !(reading.labels.pos[words.pos[i]!] ?? '').startsWith('VB') || !isSaying(wordAt(reading, i))) continue;
    out.push({ at: spanOf(words, [i, i]), why: 'verb of saying without a statement' });
  }
  return out.sort((a, b) => bySpan(a.at, b.at));
}
