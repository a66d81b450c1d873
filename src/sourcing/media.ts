import type { WordView } from '../model/index.ts';
import { MEDIA, MEDIA_ENDINGS } from './lexicon.generated.ts';

/** A medium named in the text. */
export interface Medium {
  readonly name: string;
  readonly first: number;
  readonly last: number;
  /** Heard or seen, not read. */
  readonly air: boolean;
}

const LONGEST = 6;
const known = new Map<string, boolean>();
for (const line of MEDIA) known.set(line.replace(/ air$/, ''), line.endsWith(' air'));
const endings = new Map<string, boolean>();
for (const line of MEDIA_ENDINGS) endings.set(line.replace(/ air$/, ''), line.endsWith(' air'));

const isCapital = (view: WordView, i: number): boolean => /^\p{Lu}|^\d/u.test(view.word(i));

/** The words from `first` on as one string, with signs as they stand. */
function join(view: WordView, first: number, last: number): string {
  let out = '';
  for (let i = first; i <= last; i++) out += (i > first && !view.tight(i) ? ' ' : '') + view.lower(i);
  return out;
}

/**
 * The medium whose name begins at a word: one of lexicon/en/media.txt, or capitalised words that end like a medium.
 * The longest name wins.
 */
export function mediumAt(view: WordView, first: number): Medium | undefined {
  const the = view.lower(first) === 'the';
  if (!isCapital(view, first) && !the) return undefined;
  for (let last = Math.min(view.count - 1, first + LONGEST - 1); last >= first; last--) {
    if (view.sentence(last) !== view.sentence(first)) continue;
    const air = known.get(join(view, first, last));
    if (air !== undefined) return medium(view, first, last, air);
  }
  let last = first;
  while (last + 1 < view.count && last - first < LONGEST && (isCapital(view, last + 1) || /^['’s&-]$/.test(view.lower(last + 1))) && view.sentence(last + 1) === view.sentence(first)) last++;
  for (; last > first; last--) {
    const air = endings.get(view.lower(last)) ?? endings.get(`${view.lower(last - 1)} ${view.lower(last)}`);
    if (air !== undefined && isCapital(view, last) && last - first > (the ? 1 : 0)) return medium(view, first, last, air);
  }
  return undefined;
}

function medium(view: WordView, first: number, last: number, air: boolean): Medium {
  const { text, words } = view.reading;
  return { name: text.slice(words.start[first]!, words.end[last]!).replace(/\s+/gu, ' '), first, last, air };
}

/** True if a name is that of a medium. */
export const isMedium = (name: string): boolean => {
  const plain = name.toLowerCase().replace(/[.]/g, '');
  return known.has(plain) || known.has(`the ${plain}`) || known.has(plain.replace(/^the /, ''));
};

/** True if two names can be one medium's: "The Harbour Post" and "Harbour Post". */
export const sameMedium = (a: string, b: string): boolean => {
  const plain = (name: string) => name.toLowerCase().replace(/^the /, '').replace(/[^a-z0-9]+/g, '');
  const [x, y] = [plain(a), plain(b)];
  return x === y || (x.length > 3 && y.length > 3 && (x.startsWith(y) || y.startsWith(x)));
};
