import { type Reading, spanOf, wordFrom, wordsIn } from '../../model/index.ts';
import type { Draft } from '../draft.ts';

/** A closing mark, a dash (on the same line or the next), then a name in capitals' manner. */
const SIGNED =
  /["”»][^\S\n]*\n{0,2}[^\S\n]*([―—–]|--?)[^\S\n]*(\p{Lu}[\p{L}\p{M}.'’-]*(?:[^\S\n]+(?:\p{Lu}[\p{L}\p{M}.'’-]*|de|la|van|von|bin|al|of|the)){0,6})/gmu;
/** A quotation shorter than this, in characters, is not one that somebody signs. */
const SHORTEST = 20;

/** Quotations signed with a dash and a name: “…” ― Ana Dorrit, teacher. The dash is the cue. */
export function signedQuotations(reading: Reading): readonly Draft[] {
  const { words } = reading;
  const byEnd = new Map(reading.quotations.filter((q) => q.depth === 0).map((q) => [q.at[1], q]));
  const drafts: Draft[] = [];
  for (const match of reading.text.matchAll(SIGNED)) {
    const quotation = byEnd.get(match.index + 1);
    if (quotation === undefined || quotation.at[1] - quotation.at[0] < SHORTEST) continue;
    const [dash, name] = [match[1]!, match[2]!];
    const end = match.index + match[0].length;
    const source = wordsIn(words, [end - name.length, end]);
    const content = wordsIn(words, quotation.at);
    if (source === undefined || content === undefined || !standsAlone(reading, quotation.at[0])) continue;
    const cue = wordFrom(words, match.index + match[0].lastIndexOf(dash, match[0].length - name.length - 1));
    const at = [spanOf(words, source)];
    drafts.push({
      cue: [cue, source[0] - 1],
      source,
      content: [content],
      score: 3,
      because: [{ rule: 'signed-quotation', at, note: 'a quotation signed with a name' }],
    });
  }
  return drafts;
}

/** True if nothing but the line's begin (or a bullet) stands before the quotation. */
function standsAlone(reading: Reading, start: number): boolean {
  const line = reading.text.lastIndexOf('\n', start - 1) + 1;
  return /^[\s•*·\d.)-]*$/.test(reading.text.slice(line, start));
}
