import { type Quotation, type Reading, type WordRange, wordsIn } from '../../model/index.ts';
import { type Draft, sharedWords } from '../draft.ts';

/** A shorter quotation may be a term of which a content needs only a part. */
const FEWEST_WORDS = 5;

/** The runs with one more, joined where they touch. */
export function united(runs: readonly WordRange[], more: WordRange): WordRange[] {
  const out: WordRange[] = [];
  for (const run of [...runs, more].sort((a, b) => a[0] - b[0])) {
    const last = out.at(-1);
    if (last !== undefined && run[0] <= last[1] + 1) out[out.length - 1] = [last[0], Math.max(last[1], run[1])];
    else out.push(run);
  }
  return out;
}

/** The runs without the words of `less`. */
export const without = (runs: readonly WordRange[], [from, to]: WordRange): WordRange[] =>
  runs.flatMap(([first, last]): WordRange[] => {
    if (last < from || first > to) return [[first, last]];
    return [...(first < from ? [[first, from - 1] as const] : []), ...(last > to ? [[to + 1, last] as const] : [])];
  });

/** Closed quotations that lie in no other, each with its words. */
function wholeQuotations(reading: Reading): { readonly quotation: Quotation; readonly range: WordRange }[] {
  return reading.quotations.flatMap((quotation) => {
    const range = quotation.depth === 0 && quotation.closed ? wordsIn(reading.words, quotation.at) : undefined;
    return range === undefined || range[1] - range[0] - 1 < FEWEST_WORDS ? [] : [{ quotation, range }];
  });
}

/**
 * Whoever quotes, quotes the whole: a content that holds half of a quotation or more takes all of it, and one that only
 * strays into a quotation leaves it. A statement told inside the quotation is left as it is.
 *
 * @param drafts those of the network
 */
export function wholeQuotation(reading: Reading, drafts: readonly Draft[]): readonly Draft[] {
  const quotations = wholeQuotations(reading);
  const end = (at: number): number => {
    let [low, high] = [0, quotations.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (quotations[middle]!.range[1] >= at) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  return drafts.map((draft) => {
    let whole = draft;
    const [from, to] = [draft.content[0]![0], draft.content.at(-1)![1]];
    for (let k = end(from); k < quotations.length && quotations[k]!.range[0] <= to; k++) {
      const { quotation, range } = quotations[k]!;
      whole = settle(reading, whole, quotation, range);
    }
    return whole;
  });
}

/** True if a word of the quotation, not only a mark, is left out. */
function leavesWord({ text, words }: Reading, content: readonly WordRange[], [first, last]: WordRange): boolean {
  for (let i = first; i <= last; i++) {
    if (/^[\p{L}\p{N}]/u.test(text.slice(words.start[i], words.end[i])) && !content.some(([f, l]) => f <= i && i <= l)) return true;
  }
  return false;
}

function settle(reading: Reading, draft: Draft, quotation: Quotation, range: WordRange): Draft {
  const size = range[1] - range[0] + 1;
  const shared = sharedWords(draft.content, [range]);
  if (shared === 0 || !leavesWord(reading, draft.content, range)) return draft;
  const own = [draft.cue, draft.source].flatMap((words) => (words === undefined ? [] : [words]));
  if (sharedWords(own, [range]) > 0) return draft;
  const takes = shared * 2 >= size;
  const content = takes ? united(draft.content, range) : without(draft.content, range);
  if (content.length === 0) return draft;
  const note = takes ? 'a quotation is said as a whole' : 'the words stray into a quotation of another';
  return { ...draft, content, because: [...draft.because, { rule: 'whole-quotation', at: [quotation.at], note }] };
}
