import type { WordView } from '../model/index.ts';
import { singularOf } from './lexicon.ts';
import type { NameRun } from './name-runs.ts';

const OFFICE = /^(?:government|ministry|minister|parliament|embassy|ambassador|border|army|police|capital|president|authorities)$/;
const BETWEEN = /^(?:foreign|defence|defense|interior|prime|finance|justice|deputy|then|own)$/;

/** Offices and parts of a place: what stands behind "mayor of" is one. */
const SEATED =
  /^(?:mayor|governor|town|city|village|port|harbour|bishop|archbishop|king|queen|duke|county|district|island|republic|kingdom|residents|outskirts|north|south|east|west)$/;

/** The adjectives that a land's name gives: "Kestrian" of "Kestria". */
const adjectivesOf = (name: string): readonly string[] => {
  const stem = name.replace(/[aeiouy]+$/u, '');
  return [`${name}n`, `${name}an`, `${name}ian`, `${name}ese`, `${name}i`, `${stem}an`, `${stem}ian`, `${stem}ish`, `${stem}ese`];
};

/**
 * Single names that the tags took for a person's or a body's, but that the report treats as a land: they own a government
 * or a foreign minister, and an adjective made from them stands in the report; or they have a mayor ("mayor of Kelling").
 *
 * @returns the runs with such names made places
 */
export function withLands(view: WordView, runs: readonly NameRun[]): readonly NameRun[] {
  const capitals = new Set<string>();
  for (let i = 0; i < view.count; i++) if (/^\p{Lu}\p{Ll}/u.test(view.word(i))) capitals.add(view.lower(i));
  const owning = new Set<string>();
  const seats = new Set<string>();
  const named = new Set<string>();
  for (const { words, kind } of runs) {
    const [first, last] = words;
    if (kind === 'person' && last > first) for (let i = first; i <= last; i++) named.add(view.lower(i));
    if (first === last && governs(view, last + 1)) owning.add(view.lower(first));
    if (first === last && view.lower(first - 1) === 'of' && SEATED.test(view.lower(first - 2))) seats.add(view.lower(first));
  }
  const isLand = (word: string) =>
    !named.has(word) && (seats.has(word) || (owning.has(word) && adjectivesOf(word).some((a) => capitals.has(a))));
  return runs.map((run) =>
    run.words[0] === run.words[1] && run.titled === run.words[0] && run.kind !== 'place' && isLand(view.lower(run.words[0]))
      ? { ...run, kind: 'place' }
      : run,
  );
}

/** "'s foreign minister", "'s defence ministry" from a word on. */
function governs(view: WordView, at: number): boolean {
  if (!/^['’]$/.test(view.word(at)) || view.lower(at + 1) !== 's') return false;
  let next = at + 2;
  while (BETWEEN.test(view.lower(next))) next++;
  const noun = singularOf(view.lower(next));
  return OFFICE.test(noun);
}
