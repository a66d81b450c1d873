import type { WordView } from '../model/index.ts';
import type { Character } from './character.ts';
import type { Gender } from './lexicon.ts';

/** How many sentences back a pronoun looks. */
const BACK = 6;
/** What a mention is worth one sentence later, against now. */
const DECAY = 0.55;
/** Two that come so near in weight fit equally. */
const EQUAL = 0.985;

const WEIGHT = { speaker: 1.5, subject: 1.1, object: 0.6, owner: 0.5, quoted: 0.2, other: 0.45 } as const;
export type Part = keyof typeof WEIGHT;

interface Mention {
  readonly character: Character;
  readonly sentence: number;
  readonly word: number;
  readonly part: Part;
}

export interface Fit {
  readonly character: Character | undefined;
  /** Two or more that fit equally. */
  readonly equal: readonly Character[];
}

/** The part that a name plays in its sentence, by the syntax of its head word. */
export function partOf(view: WordView, first: number, last: number): Part {
  if (view.quoted(first)) return 'quoted';
  let word = last;
  for (let i = first; i <= last; i++) if (view.head(i) < first || view.head(i) > last) word = i;
  let relation = view.relation(word);
  for (let up = 0; up < 3 && /^(?:conj|appos|compound)$/.test(relation); up++) {
    word = view.head(word);
    relation = view.relation(word);
  }
  if (/^nsubj/.test(relation)) return 'subject';
  if (/^(?:dobj|iobj)/.test(relation)) return 'object';
  if (relation === 'nmod:poss') return 'owner';
  return 'other';
}

/** Who has been spoken of lately, and how prominently: what a pronoun is resolved against. Looks back a bounded way. */
export class Focus {
  private readonly mentions: Mention[] = [];
  private readonly counts = new Map<Character, number>();
  private most = 1;

  /** Notes a mention; mentions come in the order of the text. */
  note(character: Character, sentence: number, word: number, part: Part): void {
    this.mentions.push({ character, sentence, word, part });
    const count = (this.counts.get(character) ?? 0) + 1;
    this.counts.set(character, count);
    if (count > this.most) this.most = count;
  }

  /**
   * The character that weighs most among those that fit, looking back from a word.
   * @param fits how well one fits: 0 not at all, 1 fully
   * @param topic what it adds to be the one whom the report names most so far
   */
  best(sentence: number, word: number, fits: (character: Character) => number, topic = 0): Fit {
    const weights = new Map<Character, number>();
    const distinct = new Map<string, number>();
    for (let k = this.mentions.length - 1; k >= 0; k--) {
      const m = this.mentions[k]!;
      if (sentence - m.sentence > BACK || this.mentions.length - k > 200) break;
      if (m.word >= word) continue;
      const fit = fits(m.character);
      if (fit <= 0) continue;
      const key = `${m.character.key}:${m.sentence}:${m.part}`;
      if (distinct.has(key)) continue;
      distinct.set(key, 1);
      weights.set(m.character, (weights.get(m.character) ?? 0) + fit * WEIGHT[m.part] * DECAY ** (sentence - m.sentence));
    }
    for (const [c, weight] of weights) weights.set(c, weight + (topic * fits(c) * (this.counts.get(c) ?? 0)) / this.most);
    const ranked = [...weights].sort((a, b) => b[1] - a[1]);
    const [first, second] = ranked;
    if (first === undefined) return { character: undefined, equal: [] };
    if (second !== undefined && second[1] >= EQUAL * first[1]) return { character: undefined, equal: [first[0], second[0]] };
    return { character: first[0], equal: [] };
  }

  /** The character that was mentioned most often so far, among those that fit; the first of several. */
  mostNamed(fits: (character: Character) => boolean): Character | undefined {
    let best: Character | undefined;
    for (const [c, count] of this.counts) if (fits(c) && (best === undefined || count > this.counts.get(best)!)) best = c;
    return best;
  }

  /** The last mentioned character that fits. */
  last(sentence: number, word: number, fits: (character: Character) => boolean, back = BACK): Character | undefined {
    for (let k = this.mentions.length - 1; k >= 0; k--) {
      const m = this.mentions[k]!;
      if (sentence - m.sentence > back || this.mentions.length - k > 400) return undefined;
      if (m.word < word && fits(m.character)) return m.character;
    }
    return undefined;
  }
}

/** How well somebody fits a pronoun's gender. */
export const fitsGender = (character: Character, gender: Gender): number =>
  (character.type !== 'person' && character.type !== 'unnamed') || character.plural
    ? 0
    : character.gender === gender
      ? 1
      : character.gender === undefined
        ? 0.7
        : 0;
