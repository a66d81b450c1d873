import type { Span } from '../model/index.ts';
import { foldWord } from './fold.ts';
import { hashText } from './hash.ts';
import { commonWords, functionWords, negations, spellings } from './lexicon.ts';
import { scanWords } from './scan.ts';
import { stemOf } from './stem.ts';

/** What a word is to the comparison of contents, as bits. */
export const WORD = { function: 1, negation: 2, common: 4, name: 8, capital: 16 } as const;

/** What is known of a word, whatever its spelling, case and accents. */
export interface Word {
  /** The same number for every spelling; odd for a function word, with bit 2 set for a common one. */
  readonly hash: number;
  /** The same number for every form, with bit 2 set for a light one, a common word or a name; 0 for a function word. */
  readonly stem: number;
  /** Bits of `WORD`. */
  readonly bits: number;
}

/** The words of a text in order; signs between them are left out. */
export interface Words {
  readonly count: number;
  /** UTF-16 code units. */
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly hash: Int32Array;
  readonly stem: Int32Array;
  readonly bits: Uint8Array;
}

const PERCENT = 'percent';
const CAPITAL = /^\p{Lu}/u;
/** Signs behind which a word has a capital whatever it is. */
const OPENS = '.?!:\n“”"«»„‘';

/** True if such a sign stands between two places. */
function opens(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (OPENS.includes(text[i]!)) return true;
  return false;
}

const commonStems: ReadonlySet<string> = new Set(commonWords.map(stemOf));

/** How many different words are remembered; a text of random letters must not fill the memory. */
const MOST_KNOWN = 400_000;

/** Cuts texts into words; what it remembers only makes it faster. */
export interface Lexer {
  wordsOf(text: string): Words;
  word(raw: string): Word;
}

function makeWord(raw: string): Word {
  const isState = raw === 'US' || /^U\.S\.?$/.test(raw);
  const folded = raw === '%' ? PERCENT : isState ? 'u.s' : foldWord(raw.replace(/['’ʼ]s$/iu, (end) => (raw.length > 4 ? '' : end)));
  const spelled = spellings.get(folded) ?? folded;
  const isFunction = functionWords.has(spelled);
  const stem = isFunction ? '' : stemOf(spelled);
  const bits =
    (isFunction ? WORD.function : 0) |
    (negations.has(spelled) ? WORD.negation : 0) |
    (!isFunction && commonStems.has(stem) ? WORD.common : 0) |
    (CAPITAL.test(raw) ? WORD.capital : 0);
  const light = (bits & WORD.common) === 0 ? 0 : 2;
  return { hash: (hashText(spelled) & ~3) | (isFunction ? 1 : light), stem: isFunction ? 0 : (hashText(stem, 7) & ~3) | light | 1, bits };
}

/** A cutter of texts into words. */
export function createLexer(): Lexer {
  let known = new Map<string, Word>();
  const word = (raw: string): Word => {
    const found = known.get(raw);
    if (found !== undefined) return found;
    if (known.size >= MOST_KNOWN) known = new Map();
    const made = makeWord(raw);
    known.set(raw, made);
    return made;
  };
  const percent = word(PERCENT);
  const wordsOf = (text: string): Words => {
    const starts: number[] = [];
    const ends: number[] = [];
    const found: Word[] = [];
    const names: number[] = [];
    let per = false;
    let last = 0;
    scanWords(text, (start, end) => {
      const raw = text.slice(start, end);
      if (per && (raw === 'cent' || raw === 'Cent')) {
        found[found.length - 1] = percent;
        ends[ends.length - 1] = end;
        per = false;
        return;
      }
      per = raw === 'per' || raw === 'Per';
      const one = word(raw);
      const isName = (one.bits & (WORD.function | WORD.capital)) === WORD.capital && found.length > 0 && !opens(text, last, start);
      last = end;
      starts.push(start);
      ends.push(end);
      names.push(isName ? WORD.name : 0);
      found.push(one);
    });
    const count = starts.length;
    const words: Words = {
      count,
      start: Int32Array.from(starts),
      end: Int32Array.from(ends),
      hash: new Int32Array(count),
      stem: new Int32Array(count),
      bits: new Uint8Array(count),
    };
    for (let i = 0; i < count; i++) {
      const { hash, stem, bits } = found[i]!;
      words.hash[i] = hash;
      words.stem[i] = stem === 0 || names[i] === 0 ? stem : stem | 2;
      words.bits[i] = bits | names[i]!;
    }
    return words;
  };
  return { wordsOf, word };
}

/** Index of the first word that ends behind a place. */
export function wordAt(words: Words, place: number): number {
  let [low, high] = [0, words.count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words.end[middle]! <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Indexes of the words that lie in the spans, in order, none twice. */
export function wordsIn(words: Words, spans: readonly Span[]): number[] {
  const out: number[] = [];
  for (const [start, end] of spans) {
    for (let i = wordAt(words, start); i < words.count && words.start[i]! < end; i++) {
      if (words.start[i]! >= start && words.end[i]! <= end && (out.length === 0 || i > out.at(-1)!)) out.push(i);
    }
  }
  return out;
}
