import { type Because, type CueReading, type Reading, spanOf, type WordRange, wordAt, wordsIn } from '../../model/index.ts';
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
const SIGN = /^[^\p{L}\p{N}]+$/u;

/**
 * Decodes the cues of a reading; one of which the network saw only a part of "has been critical of" is the whole phrase, which is as
 * good as said. Where the network saw none at all, the syntax tells who was critical of what.
 */
export function outspoken(reading: Reading, decode: (cue: CueReading) => Draft | undefined): readonly Draft[] {
  const phrases = [...reading.text.matchAll(PHRASE)].flatMap((match) => {
    const words = wordsIn(reading.words, [match.index, match.index + match[0].length]);
    return words === undefined ? [] : [words];
  });
  const seen = new Set<WordRange>();
  const decoded = reading.cues.flatMap((cue) => {
    const phrase = phrases.find(([first, last]) => first <= cue.words[0] && cue.words[1] < last);
    if (phrase === undefined) return decode(cue) ?? [];
    seen.add(phrase);
    const draft = decode({ ...cue, words: phrase, probability: Math.max(cue.probability, SURE) });
    return draft === undefined ? [] : { ...draft, score: Math.max(draft.score, SCORE), because: [reasonOf(reading, phrase)] };
  });
  return [...decoded, ...phrases.filter((phrase) => !seen.has(phrase)).flatMap((phrase) => byItsSyntax(reading, phrase) ?? [])];
}

const reasonOf = ({ words }: Reading, phrase: WordRange): Because => ({
  rule: 'outspoken',
  at: [spanOf(words, phrase)],
  note: 'to be critical or vocal is to have said so',
});

function byItsSyntax(reading: Reading, phrase: WordRange): Draft | undefined {
  const { words, labels, sentences } = reading;
  const [first, last] = sentences[words.sentence[phrase[0]]!]!;
  const inPhrase = (i: number) => phrase[0] <= i && i <= phrase[1];
  const isSubject = (i: number) => labels.relation[words.relation[i]!] === 'nsubj' && (i === phrase[0] - 1 || inPhrase(words.head[i]!));
  let subject = phrase[0] - 1;
  while (subject >= first && !isSubject(subject)) subject--;
  if (subject < first) return undefined;
  const under = (i: number, top: (word: number) => boolean): boolean => {
    for (let steps = 0, at = i; steps < 40; steps++) {
      if (top(at)) return true;
      // A word that hangs on nothing, and is no root either, goes with what stands before it.
      if (words.head[at] === at) return at > phrase[1] && labels.relation[words.relation[at]!] !== 'root';
      at = words.head[at]!;
    }
    return false;
  };
  let from = subject;
  while (from > first && under(from - 1, (i) => i === subject)) from--;
  let to = subject;
  while (to + 1 < phrase[0] && under(to + 1, (i) => i === subject)) to++;
  let end = phrase[1];
  while (end < last && under(end + 1, inPhrase)) end++;
  while (end > phrase[1] && SIGN.test(wordAt(reading, end))) end--;
  if (end === phrase[1]) return undefined;
  return { cue: phrase, source: [from, to], content: [[phrase[1] + 1, end]], score: SCORE, because: [reasonOf(reading, phrase)] };
}
