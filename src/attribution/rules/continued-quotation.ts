import { type Quotation, type Reading, type WordRange, wordsIn } from '../../model/index.ts';
import { beginOf, type Draft, sharedWords } from '../draft.ts';
import { united } from './whole-quotation.ts';

/** A quotation shorter than this is not looked for on its own: it may be a title, a term or a sneer. */
const FEWEST_WORDS = 5;
/** Paragraphs that may lie between a quotation and the statement it goes on with. */
const FARTHEST = 2;
/** So many statements before a quotation are looked at. */
const LOOK_BACK = 12;

/** Quotations (in no other) of which no draft's content holds half the words. */
export function unclaimed(reading: Reading, drafts: readonly Draft[]): { quotation: Quotation; range: WordRange }[] {
  const claimed = new Uint8Array(reading.words.count);
  for (const draft of drafts) for (const [first, last] of draft.content) claimed.fill(1, first, last + 1);
  return reading.quotations.flatMap((quotation) => {
    if (quotation.depth > 0) return [];
    const range = wordsIn(reading.words, quotation.at);
    if (range === undefined || range[1] - range[0] - 1 < FEWEST_WORDS) return [];
    let covered = 0;
    for (let i = range[0]; i <= range[1]; i++) covered += claimed[i]!;
    return covered * 2 >= range[1] - range[0] + 1 ? [] : [{ quotation, range }];
  });
}

/** True if the quotation is all that stands in its paragraph. */
export function fillsParagraph(reading: Reading, range: WordRange): boolean {
  const paragraph = reading.paragraphs[reading.words.paragraph[range[0]]!];
  return paragraph !== undefined && range[0] === paragraph[0] && range[1] >= paragraph[1] - 1;
}

/** True if the quotation begins where a sentence does and ends as one does. */
export function isSentence({ text, words }: Reading, [first, last]: WordRange): boolean {
  const begins = first === 0 || words.paragraph[first - 1] !== words.paragraph[first] || /[.!?:"”]/.test(text[words.start[first - 1]!]!);
  return begins && /[.!?…]["”'’]*$/.test(text.slice(words.start[Math.max(first, last - 2)], words.end[last]));
}

/**
 * Quotations without a cue of their own go on with the statement before them: the same quotation in the next paragraph
 * (an opening mark after one left open), a paragraph that is nothing but a quotation, or a second quotation in the
 * paragraph of a quoted statement. The content grows; where the statement before is no quotation, the quotation becomes
 * a statement of its own that keeps the speaker.
 *
 * @param drafts in the order of the text
 */
export function continueQuotations(reading: Reading, drafts: readonly Draft[]): readonly Draft[] {
  const out = [...drafts];
  const quoted = reading.quotations.flatMap((q) => (q.depth > 0 ? [] : (wordsIn(reading.words, q.at) ?? [])));
  const inQuotation = new Uint8Array(reading.words.count);
  for (let k = 0; k < quoted.length; k += 2) inQuotation.fill(1, quoted[k], quoted[k + 1]! + 1);
  const isQuoted = (draft: Draft) => draft.content.some(([f, l]) => inQuotation[f + 1] === 1 || inQuotation[l - 1] === 1);
  for (const { quotation, range } of unclaimed(reading, drafts)) {
    const paragraph = reading.words.paragraph[range[0]]!;
    const before = lastBefore(out, range[0]);
    if (before === undefined) continue;
    const draft = out[before]!;
    if (sharedWords(draft.content, [range]) > 0) {
      const note = 'a quotation is said as a whole';
      out[before] = {
        ...draft,
        content: united(draft.content, range),
        because: [...draft.because, { rule: 'whole-quotation', at: [quotation.at], note }],
      };
      continue;
    }
    const distance = paragraph - reading.words.paragraph[Math.max(draft.content.at(-1)![1], draft.cue?.[1] ?? 0)]!;
    const goesOn =
      quotation.continues !== undefined || (distance === 0 && draft.content.at(-1)![1] < range[0] && isSentence(reading, range));
    const fills = fillsParagraph(reading, range);
    if (distance > FARTHEST || !(goesOn || fills)) continue;
    const because = {
      rule: 'continued-quotation',
      at: [quotation.at],
      note: goesOn
        ? 'the quotation goes on from the one before it'
        : 'the paragraph is a quotation without a source of its own; the speaker before it goes on',
    };
    if (isQuoted(draft) && !draft.continues)
      out[before] = { ...draft, content: [...draft.content, range], because: [...draft.because, because] };
    else if (fills)
      out.splice(before + 1, 0, { cue: undefined, source: undefined, content: [range], score: -0.5, because: [because], continues: true });
  }
  return out;
}

/** Index of the draft that holds the word or the next, else of the one whose cue or content comes last before it. */
function lastBefore(drafts: readonly Draft[], word: number): number | undefined {
  let low = 0;
  let high = drafts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (beginOf(drafts[middle]!) < word) low = middle + 1;
    else high = middle;
  }
  let found: number | undefined;
  let at = -1;
  for (let k = low - 1; k >= 0 && k >= low - LOOK_BACK; k--) {
    const draft = drafts[k]!;
    let place = draft.cue !== undefined && draft.cue[0] < word ? draft.cue[0] : -1;
    for (const [first] of draft.content) if (first < word) place = Math.max(place, first);
    if (sharedWords(draft.content, [[word, word + 1]]) > 0) return k;
    if (place > at) [found, at] = [k, place];
  }
  return found;
}
