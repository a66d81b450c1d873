import type { WordRange, WordView } from '../model/index.ts';

const BEFORE = /^(?:DT|PRP\$|JJ[RS]?|NN(?:S|P|PS)?|CD|POS|VBN|VBG|RBS?|\$)$/;

/** Among words of one sentence, the run that a noun heads: from its determiner to itself. */
export function nounPhrase(view: WordView, head: number, floor = 0): WordRange {
  let first = head;
  while (
    first > floor &&
    (first === head || !/^(?:DT|PRP\$)$/.test(view.pos(first))) &&
    view.sentence(first - 1) === view.sentence(head) &&
    (BEFORE.test(view.pos(first - 1)) ||
      /^['’-]$/.test(view.word(first - 1)) ||
      (view.lower(first - 1) === 's' && view.tight(first - 1))) &&
    (!/^(?:VB|RB)/.test(view.pos(first - 1)) || view.head(first - 1) === head)
  )
    first--;
  while (first < head && /^(?:['’-]|s)$/.test(view.lower(first))) first++;
  return [first, head];
}

/** The same with what hangs on the noun behind it: "ethnic minorities in the north". Ends before a comma, a verb or another clause. */
export function wholePhrase(view: WordView, head: number, floor: number, ceiling: number): WordRange {
  const [first] = nounPhrase(view, head, floor);
  let last = head;
  for (let i = head + 1; i <= ceiling && view.sentence(i) === view.sentence(head) && i - head < 14; i++) {
    const pos = view.pos(i);
    if (/^(?:VB[DZP]|MD|WDT|WP|TO)$/.test(pos) || /^[,;:.?!()"“”]|^--?$|^[—–]$/.test(view.word(i))) break;
    if (/^(?:IN)$/.test(pos) && !/^(?:of|in|and|from)$/.test(view.lower(i))) break;
    if (/^NN|^CD$/.test(pos) && reaches(view, i, head)) last = i;
  }
  return [first, last];
}

/** True if a word hangs on another, by at most six steps. */
export function reaches(view: WordView, word: number, top: number): boolean {
  let at = word;
  for (let step = 0; step < 6; step++) {
    if (at === top) return true;
    const up = view.head(at);
    if (up === at) return false;
    at = up;
  }
  return false;
}
