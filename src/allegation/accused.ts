import type { Act, Because, Span, Speaker, WordRange, WordView } from '../model/index.ts';
import { spanOf } from '../model/index.ts';
import { ACCUSED_WEIGHTS } from './accused-weights.generated.ts';
import { type Candidate, candidatesOf, type Setting } from './candidates.ts';
import { type Features, measure } from './features.ts';
import { landOf } from './lands.ts';
import { togetherWith } from './together.ts';

/** Who is accused, as far as the statement and what stands before it tell. */
export interface Accused {
  readonly name: string | null;
  readonly speaker: Speaker | undefined;
  readonly words: WordRange | undefined;
  readonly because: Because;
}

export interface Weighed {
  readonly candidate: Candidate;
  readonly features: Features;
  readonly score: number;
}

/** All candidates with their scores, the likeliest first. */
export function weighCandidates(setting: Setting, act: Act): readonly Weighed[] {
  const candidates = candidatesOf(setting, act);
  const measured = measure(candidates, setting, act);
  return candidates
    .map((candidate, k) => {
      const features = measured[k]!;
      let score = 0;
      for (const [name, value] of Object.entries(features)) score += value * (ACCUSED_WEIGHTS[name] ?? 0);
      return { candidate, features, score };
    })
    .sort((a, b) => b.score - a.score);
}

/** A candidate by the fullest name of the report, else by the words that describe it; null for nobody. */
export function nameOf(setting: Setting, { kind, speaker, words }: Candidate): string | null {
  const { view, referents } = setting;
  if (kind === 'nobody') return null;
  const known = speaker < 0 ? undefined : referents.speakers[speaker];
  if (known === undefined) return words === undefined ? null : ownedName(setting, words);
  if (known.name !== null) return known.name;
  const first = known.mentions[0];
  return wordsAt(view, words) ?? (first === undefined ? null : described(view.reading.text.slice(first[0], first[1])));
}

const NOTES: Readonly<Record<Candidate['kind'], string>> = {
  mention: 'named in what was said',
  pronoun: 'meant by a pronoun in what was said',
  noun: 'meant by a noun in what was said',
  described: 'described in what was said',
  told: 'named beside what was said',
  after: 'named behind what was said',
  speaker: 'the speaker',
  before: 'spoken of just before',
  again: 'accused before in this report',
  main: 'the one that the report speaks of most',
  nobody: 'nobody is named',
};

/** Picks the accused of a statement. */
export function accusedOf(setting: Setting, act: Act): Accused {
  const { view, referents } = setting;
  const best = weighCandidates(setting, act)[0]!;
  const { candidate } = best;
  const speaker = candidate.speaker >= 0 ? referents.speakers[candidate.speaker] : undefined;
  const parts = [...candidate.parts].filter((p) => p !== 'none');
  const at: Span[] = candidate.words === undefined ? [] : [spanOf(view.reading.words, candidate.words)];
  const because: Because = {
    rule: `accused-${candidate.kind}`,
    at,
    note: parts.length === 0 ? NOTES[candidate.kind] : `${NOTES[candidate.kind]}; ${parts.join(', ')} it`,
  };
  const joined = joinedName(setting, candidate);
  if (joined !== undefined) return { ...joined, speaker: undefined, because };
  return { name: nameOf(setting, candidate), speaker, words: candidate.words, because };
}

const wordsAt = (view: WordView, range: WordRange | undefined): string | null => {
  if (range === undefined) return null;
  const [start, end] = spanOf(view.reading.words, range);
  return described(view.reading.text.slice(start, end));
};

/** "Its soldiers" by the name of whose they are, "soldiers" with what hangs on them; other words as they stand. */
function ownedName(setting: Setting, [first, last]: WordRange): string | null {
  const { view } = setting;
  const whole = wordsAt(view, withPlace(setting, [first, last]));
  if (first === last || view.pos(first) !== 'PRP$') return whole;
  const name = ownerOf(setting, first)?.name;
  return name == null ? whole : `${name}’s ${wordsAt(view, [first + 1, last])}`;
}

/** Whom "its" or "their" means: whom it is known to mean, the body last named in what is said, who speaks. */
function ownerOf({ view, referents, speaker, statement, content }: Setting, owner: number): Speaker | undefined {
  const meant = referents.at(owner);
  if (meant >= 0) return referents.speakers[meant];
  if (/^(?:our|my)$/.test(view.lower(owner))) return speaker;
  if (!/^(?:its|their)$/.test(view.lower(owner))) return undefined;
  for (let k = content.indexOf(owner) - 1; k >= 0; k--) {
    const who = referents.speakers[referents.at(content[k]!)];
    if (who !== undefined && who.type !== 'person') return who;
  }
  return statement.form === 'direct' ? undefined : speaker;
}

/** "Soldiers on the Orlavian side": a bare noun with the place or body that its next words name. */
function withPlace({ view, content }: Setting, [first, last]: WordRange): WordRange {
  if (first !== last || !/^(?:on|of|from|in|at)$/.test(view.lower(last + 1))) return [first, last];
  for (let i = last + 2; i <= last + 5 && content.includes(i) && /^(?:DT|JJ|NN|NNP|NNPS|NNS)$/.test(view.pos(i)); i++)
    if (/^NN/.test(view.pos(i)) && !/^NN/.test(view.pos(i + 1))) {
      const named = Array.from({ length: i - last - 1 }, (_, k) => view.entity(last + 2 + k));
      return named.some((entity) => /^(?:LOCATION|ORGANIZATION|MISC)$/.test(entity)) ? [first, i] : [first, last];
    }
  return [first, last];
}

const described = (words: string): string => landOf(words) ?? words.replace(/\s+/g, ' ').replace(/^(?:the|a|an) /i, '');

/** "A and B", where both do it: the names joined, as far as the report names them. */
export function joinedName(setting: Setting, candidate: Candidate): { name: string; words: WordRange | undefined } | undefined {
  const { view, referents } = setting;
  const other = candidate.kind === 'nobody' ? undefined : togetherWith(setting, candidate);
  if (other === undefined) return undefined;
  const names = [nameOf(setting, candidate), referents.speakers[other.speaker]?.name ?? wordsAt(view, other.words)];
  if (names.some((name) => name === null)) return undefined;
  return { name: names.join(' & '), words: candidate.words && [candidate.words[0], Math.max(candidate.words[1], other.words[1])] };
}
