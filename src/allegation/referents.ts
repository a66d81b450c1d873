import { type Speaker, type Statement, type WordView, wordsIn } from '../model/index.ts';

/** Who or what some words of a report mean. */
export interface Referents {
  /** Index of the speaker that a word is a mention of; -1 for none. */
  at(word: number): number;
  /** First and last word of the mention that covers a word. */
  mention(word: number): readonly [number, number] | undefined;
  /** Whom "he", "she" in somebody's own words may mean: the person last spoken of that is not the speaker. */
  pronoun(word: number, except: string | null): number;
  /** Whom a common noun describes: the speaker with such a role or name that was last spoken of before the word; -1 for none. */
  described(word: number): number;
  readonly speakers: readonly Speaker[];
  /** How often the one spoken of most is mentioned; at least 1. */
  readonly mostMentions: number;
  /** Persons and bodies, those spoken of most first. */
  readonly byMentions: readonly number[];
}

interface Mention {
  readonly speaker: number;
  readonly first: number;
  readonly last: number;
}

const HE = /^(?:he|him|his|himself)$/;
const SHE = /^(?:she|her|hers|herself)$/;
/** How far back, in words, a pronoun in a quotation looks for its person. */
const REACH = 220;
/** How far back a common noun does. */
const FAR = 600;

/** Lays the mentions of a report's speakers over its words; the shortest mention of a word wins. */
export function referentsOf(view: WordView, speakers: readonly Speaker[]): Referents {
  const covering = new Int32Array(view.count).fill(-1);
  const mentions: Mention[] = [];
  speakers.forEach((speaker, k) => {
    for (const span of speaker.mentions) {
      const range = wordsIn(view.reading.words, span);
      if (range !== undefined) mentions.push({ speaker: k, first: range[0], last: range[1] });
    }
  });
  mentions.sort((a, b) => b.last - b.first - (a.last - a.first) || a.first - b.first);
  mentions.forEach((m, k) => {
    for (let i = m.first; i <= m.last; i++) covering[i] = k;
  });
  const gender = speakers.map((speaker) => genderOf(view, speaker));
  const byNoun = new Map<string, Set<number>>();
  speakers.forEach(({ name, role, type }, k) => {
    const words = `${role ?? ''} ${type === 'person' ? '' : (name ?? '')}`.toLowerCase().match(/\p{L}+/gu) ?? [];
    for (const word of new Set(words)) {
      if (word.length < 4) continue;
      const known = byNoun.get(word);
      if (known === undefined) byNoun.set(word, new Set([k]));
      else known.add(k);
    }
  });
  const ordered = [...mentions].sort((a, b) => a.first - b.first);
  const before = (word: number): number => {
    let low = 0;
    let high = ordered.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (ordered[middle]!.first < word) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    described(word) {
      const known = byNoun.get(view.lower(word));
      if (known === undefined) return -1;
      for (let k = before(word) - 1; k >= 0 && word - ordered[k]!.first < FAR; k--)
        if (known.has(ordered[k]!.speaker)) return ordered[k]!.speaker;
      return -1;
    },
    speakers,
    mostMentions: speakers.reduce((most, { mentions: m }) => Math.max(most, m.length), 1),
    byMentions: speakers
      .map((_, k) => k)
      .filter((k) => /^(?:person|organisation)$/.test(speakers[k]!.type))
      .sort((a, b) => speakers[b]!.mentions.length - speakers[a]!.mentions.length || a - b),
    at: (word) => (covering[word] === undefined || covering[word]! < 0 ? -1 : mentions[covering[word]!]!.speaker),
    mention: (word) => {
      const k = covering[word] ?? -1;
      return k < 0 ? undefined : [mentions[k]!.first, mentions[k]!.last];
    },
    pronoun(word, except) {
      const lower = view.lower(word);
      const asked = HE.test(lower) ? 'he' : SHE.test(lower) ? 'she' : undefined;
      if (asked === undefined) return -1;
      for (let k = before(word) - 1; k >= 0 && word - ordered[k]!.first < REACH; k--) {
        const { speaker } = ordered[k]!;
        const { id, type } = speakers[speaker]!;
        if (type !== 'person' || id === except) continue;
        if (gender[speaker] === undefined || gender[speaker] === asked) return speaker;
      }
      return -1;
    },
  };
}

/** What pronouns elsewhere tell of a person. */
function genderOf(view: WordView, speaker: Speaker): 'he' | 'she' | undefined {
  let he = 0;
  let she = 0;
  for (const span of speaker.mentions) {
    const word = view.reading.text.slice(span[0], span[1]).toLowerCase();
    if (HE.test(word) || /^(?:mr|king|prince|lord|sir)\b/.test(word)) he++;
    if (SHE.test(word) || /^(?:mrs|ms|miss|queen|princess|lady|dame)\b/.test(word)) she++;
  }
  return he === she ? undefined : he > she ? 'he' : 'she';
}

/** How many words before the cue of a statement without a source tell it: "the board came under criticism for". */
const UNSOURCED = 12;

/** The words of a statement that tell it: cue, source, and what stands between and beside them in its sentence. */
export function tellingWords(view: WordView, statement: Statement, content: readonly number[]): number[] {
  const said = new Set(content);
  const out = new Set<number>();
  for (const span of [...statement.cue, ...statement.source]) {
    const range = wordsIn(view.reading.words, span);
    if (range === undefined) continue;
    for (let i = range[0]; i <= range[1]; i++) if (!said.has(i)) out.add(i);
    for (let i = range[1] + 1; i <= range[1] + 8 && view.sentence(i) === view.sentence(range[1]) && !said.has(i); i++) out.add(i);
  }
  const [cue] = statement.cue;
  const told = statement.source.length === 0 && cue !== undefined ? wordsIn(view.reading.words, cue)?.[0] : undefined;
  if (told !== undefined)
    for (let i = told - 1; i >= told - UNSOURCED && i >= 0 && view.sentence(i) === view.sentence(told); i--) if (!said.has(i)) out.add(i);
  return [...out].sort((a, b) => a - b);
}
