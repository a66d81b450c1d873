import { type Reading, spanOf, type WordRange, wordsIn } from '../../model/index.ts';
import type { Draft } from '../draft.ts';

const PHRASE = /\b(?:according to|as per|in the words of|as (?:reported|stated|told|quoted|claimed) (?:by|in))(?=\s)/giu;
/** A source of more words is none that this rule should take. */
const LONGEST_SOURCE = 12;
/** So many words ("But", "However,") may stand before the phrase at a sentence's begin. */
const LEAD_IN = 2;
const STOP = /^[,;:.!?—–()"”“]$/u;

/**
 * "As per reports, the army …" and "…, as reported by the Courier": a phrase that names its source and speaks of the rest
 * of the sentence. For those that the network leaves out.
 *
 * @param taken true for a word that some draft has as its cue
 */
export function accordingTo(reading: Reading, taken: (word: number) => boolean): readonly Draft[] {
  const { words, sentences, text } = reading;
  const wordText = (i: number) => text.slice(words.start[i], words.end[i]);
  const drafts: Draft[] = [];
  for (const match of text.matchAll(PHRASE)) {
    const cue = wordsIn(words, [match.index, match.index + match[0].length]);
    if (cue === undefined || taken(cue[0]) || taken(cue[1])) continue;
    const [first, last] = sentences[words.sentence[cue[0]]!]!;
    let end = cue[1] + 1;
    while (end <= last && !STOP.test(wordText(end))) end++;
    const source: WordRange = [cue[1] + 1, end - 1];
    if (source[1] < source[0] || source[1] - source[0] >= LONGEST_SOURCE) continue;
    const leads = cue[0] - first <= LEAD_IN;
    const content: WordRange = leads ? [end + 1, last] : [first, cue[0] - 1];
    if ((leads && wordText(end) !== ',') || content[1] - content[0] < 2) continue;
    const rest: WordRange[] =
      !leads && goesOn(reading, cue[0] - 1, end, last) ? [[end + 1, /^[.!?]$/.test(wordText(last)) ? last - 1 : last]] : [];
    const note = `“${match[0]}” names the source of the rest of the sentence`;
    const because = [{ rule: 'according-to', at: [spanOf(words, cue)], note }];
    drafts.push({ cue, source, content: [content, ...rest], score: 0.3, because });
  }
  return drafts;
}

/** True where the phrase stands between commas in the midst of a clause, which then goes on with a quotation or its verb. */
function goesOn({ words, labels, text }: Reading, before: number, end: number, last: number): boolean {
  const wordText = (i: number) => text.slice(words.start[i], words.end[i]);
  if (end + 1 >= last || wordText(before) !== ',' || wordText(end) !== ',') return false;
  return /^["“«]$/u.test(wordText(end + 1)) || /^(?:VBZ|VBD|VBP|MD)$/.test(labels.pos[words.pos[end + 1]!] ?? '');
}
