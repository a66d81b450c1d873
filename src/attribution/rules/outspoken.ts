import { type CueReading, type Reading, spanOf, wordsIn } from '../../model/index.ts';
import type { Draft } from '../draft.ts';

const OUTSPOKEN = '(?:critical|vocal|outspoken|dismissive|scathing|sceptical|skeptical|supportive|derisive|contemptuous|adamant|emphatic)';
const AUXILIARY =
  '(?:(?:has|have|had|will|would|could|may|might)(?:\\s+\\p{L}+)?\\s+)?(?:am|is|are|was|were|be|been|being|remained|become|became)';
/** "has been openly critical and vocal about" */
const PHRASE = new RegExp(
  `\\b${AUXILIARY}\\s+(?:\\p{L}+\\s+){0,2}?${OUTSPOKEN}(?:,?\\s+(?:and|but|or)\\s+(?:\\p{L}+\\s+)?(?:${OUTSPOKEN}|\\p{L}+))?\\s+(?:of|about|against|on|over|towards?)(?=\\s)`,
  'giu',
);
/** What such a phrase makes of a cue of which the network is half sure, and the least score of its statement. */
const SURE = 0.6;
const SCORE = 0;

/**
 * Decodes the cues of a reading; one of which the network saw only a part of "has been critical of" is the whole phrase, which is as
 * good as said.
 */
export function outspoken(reading: Reading, decode: (cue: CueReading) => Draft | undefined): readonly Draft[] {
  const phrases = [...reading.text.matchAll(PHRASE)].flatMap((match) => {
    const words = wordsIn(reading.words, [match.index, match.index + match[0].length]);
    return words === undefined ? [] : [words];
  });
  return reading.cues.flatMap((cue) => {
    const phrase = phrases.find(([first, last]) => first <= cue.words[0] && cue.words[1] < last);
    if (phrase === undefined) return decode(cue) ?? [];
    const draft = decode({ ...cue, words: phrase, probability: Math.max(cue.probability, SURE) });
    const because = { rule: 'outspoken', at: [spanOf(reading.words, phrase)], note: 'to be critical or vocal is to have said so' };
    return draft === undefined ? [] : { ...draft, score: Math.max(draft.score, SCORE), because: [because] };
  });
}
