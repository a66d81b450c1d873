import type { Reading } from './reading.ts';

/** The words of a reading by name: what stands there and what the network says of it, as words rather than numbers. */
export interface WordView {
  readonly reading: Reading;
  readonly count: number;
  /** The word as it stands. */
  word(index: number): string;
  /** In lower case, with a straight apostrophe; '' outside the text. */
  lower(index: number): string;
  /** Penn tag; '' outside the text. */
  pos(index: number): string;
  entity(index: number): string;
  relation(index: number): string;
  /** The word that it depends on; itself for a root. */
  head(index: number): number;
  sentence(index: number): number;
  paragraph(index: number): number;
  /** True if no white space stands before the word. */
  tight(index: number): boolean;
  /** True if the word stands inside a quotation. */
  quoted(index: number): boolean;
}

const views = new WeakMap<Reading, WordView>();

/**
 * A view on a reading; the same one each time.
 * @example viewOf(reading).pos(0) // 'NNP'
 */
export function viewOf(reading: Reading): WordView {
  let view = views.get(reading);
  if (view === undefined) {
    view = createView(reading);
    views.set(reading, view);
  }
  return view;
}

function createView(reading: Reading): WordView {
  const { words, labels, text } = reading;
  const lowered = new Array<string | undefined>(words.count);
  let quoted: Uint8Array | undefined;
  const inside = (index: number) => index >= 0 && index < words.count;
  return {
    reading,
    count: words.count,
    word: (i) => (inside(i) ? text.slice(words.start[i], words.end[i]) : ''),
    lower: (i) => {
      if (!inside(i)) return '';
      const known = lowered[i];
      if (known !== undefined) return known;
      const lower = text.slice(words.start[i], words.end[i]).toLowerCase().replace('’', "'");
      lowered[i] = lower;
      return lower;
    },
    pos: (i) => (inside(i) ? labels.pos[words.pos[i]!]! : ''),
    entity: (i) => (inside(i) ? labels.entity[words.entity[i]!]! : ''),
    relation: (i) => (inside(i) ? labels.relation[words.relation[i]!]! : ''),
    head: (i) => (inside(i) ? words.head[i]! : i),
    sentence: (i) => (inside(i) ? words.sentence[i]! : -1),
    paragraph: (i) => (inside(i) ? words.paragraph[i]! : -1),
    quoted: (i) => {
      quoted ??= quotedWords(reading);
      return quoted[i] === 1;
    },
    tight: (i) => inside(i) && i > 0 && words.start[i] === words.end[i - 1],
  };
}

function quotedWords({ words, quotations }: Reading): Uint8Array {
  const inside = new Uint8Array(words.count);
  let i = 0;
  for (const { inner, depth } of quotations) {
    if (depth > 0) continue;
    while (i < words.count && words.end[i]! <= inner[0]) i++;
    while (i < words.count && words.start[i]! < inner[1]) inside[i++] = 1;
  }
  return inside;
}
