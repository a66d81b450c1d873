import type { WordView } from '../model/index.ts';
import { bodyNouns, documentNouns, quantities, roleNouns, singularOf, titles } from './lexicon.ts';
import type { NameRun } from './name-runs.ts';

/** What a source's words say, before anybody is looked up. */
export interface Phrase {
  readonly first: number;
  readonly last: number;
  /** Last word of the leading noun phrase: before a comma, a bracket, "who", "for". */
  readonly leadLast: number;
  /** The noun that the leading phrase is about; -1 where it has none. */
  readonly head: number;
  /** The name that the head is part of. */
  readonly name: NameRun | undefined;
  /** Names before the head: owners ("Ann Poe's lawyer") and modifiers ("the Poe campaign"). */
  readonly owners: readonly NameRun[];
  readonly determiner: Determiner;
  /** "one of his lawyers": a counting word came first. */
  readonly counted: boolean;
}

export type Determiner = 'definite' | 'indefinite' | 'own' | 'none';

export type RunAt = (word: number) => NameRun | undefined;

const STOP_SIGN = /^(?:[,;:]|--|—|–|-)$/;
const MINE = /^(?:his|her|its|their|my|our|your|whose)$/;

/** A noun by its tag, or by our lists where the tag is another. */
const isNoun = (view: WordView, i: number): boolean => {
  if (!/[\p{L}\p{N}]/u.test(view.word(i)) || /sel(?:f|ves)$/.test(view.lower(i))) return false;
  if (/^(?:NN|PRP|EX)/.test(view.pos(i)) && view.pos(i) !== 'PRP$') return true;
  if (/^(?:CD|DT)$/.test(view.pos(i))) return false;
  const noun = singularOf(view.lower(i));
  return (
    !/^(?:IN|TO|CC|MD|RB)$/.test(view.pos(i)) &&
    (roleNouns.has(noun) || (bodyNouns.has(noun) && view.pos(i) !== 'JJ') || (documentNouns.has(noun) && !view.pos(i).startsWith('VB')))
  );
};

/** "pollster and strategist Ann Poe": a part that a person has, and no title that another is called by. */
const isRole = (view: WordView, i: number): boolean => i >= 0 && roleNouns.has(singularOf(view.lower(i))) && !titles.has(view.lower(i));

const possessive = (view: WordView, i: number): boolean =>
  /^['’]$/.test(view.word(i)) && (view.lower(i + 1) === 's' || view.pos(i) === 'POS' || /s$/.test(view.lower(i - 1)));

/** True if, from `i` on, words of a role lead to a person's name: "of State Ann Poe". */
function leadsToPerson(view: WordView, i: number, last: number, runAt: RunAt): boolean {
  for (let k = i; k <= Math.min(last, i + 9); k++) {
    const run = runAt(k);
    if (run?.kind === 'person') return k > i && !possessive(view, run.words[1] + 1);
    if (!/^(?:NN|JJ|POS)/.test(view.pos(k)) && !/^(?:of|the|and|for|['’]|s)$/.test(view.lower(k)) && !titles.has(view.lower(k)))
      return false;
  }
  return false;
}

/**
 * Reads the leading noun phrase of a source. The source's words are trusted; the tags only where form does not tell.
 * @example "one of the family's attorneys, Ann Poe" has the head "attorneys"
 */
export function phraseOf(view: WordView, first: number, last: number, runAt: RunAt): Phrase {
  let head = -1;
  let name: NameRun | undefined;
  let counted = false;
  let leadLast = last;
  let owners: NameRun[] = [];
  let determiner: Determiner = 'none';
  for (let i = first; i <= last; i++) {
    const word = view.lower(i);
    const run = runAt(i);
    if (run !== undefined && run.words[0] <= i && i <= run.words[1]) {
      if (name !== undefined) owners.push(name);
      [head, name] = [Math.min(run.words[1], last), run];
      i = head;
      leadLast = i;
      continue;
    }
    if (word === '(') {
      while (i < last && view.word(i) !== ')') i++;
      continue;
    }
    if (possessive(view, i)) {
      if (view.lower(i + 1) === 's') i++;
      if (i >= last) break;
      if (name !== undefined) owners.push(name);
      [name, head] = [undefined, -1];
      determiner = 'own';
      continue;
    }
    if (MINE.test(word) && head < 0) determiner = 'own';
    else if (/^(?:the|this|that|these|those|both)$/.test(word) && head < 0 && determiner === 'none') determiner = 'definite';
    else if (/^(?:a|an|another|one|some|any|no)$/.test(word) && head < 0 && determiner === 'none') determiner = 'indefinite';
    if (word === 'of' && (head < 0 || quantities.has(view.lower(head)) || quantities.has(singularOf(view.lower(head))))) {
      counted = true;
      [head, name] = [-1, undefined];
      determiner = 'none';
      continue;
    }
    if (word === 'of' && name?.kind !== 'person' && leadsToPerson(view, i + 1, last, runAt)) continue;
    if (word === 'and' && isRole(view, head) && isRole(view, i + 1) && leadsToPerson(view, i + 1, last, runAt)) continue;
    const hyphen = word === '-' && view.tight(i) && view.tight(i + 1);
    const stops =
      (STOP_SIGN.test(word) && !hyphen) ||
      /^W/.test(view.pos(i)) ||
      /^(?:IN|TO|CC|MD)$/.test(view.pos(i)) ||
      /^(?:who|which|that|including|like)$/.test(word);
    const verb = /^VB/.test(view.pos(i)) && !(/^(?:amod|compound)$/.test(view.relation(i)) && isNoun(view, i + 1)) && !isNoun(view, i);
    const sideways = /^(?:JJ|RB)/.test(view.pos(i)) && !isNoun(view, i) && i < last && /^(?:IN|TO)$/.test(view.pos(i + 1));
    const paired = head <= first + 1 && /^JJ/.test(view.pos(i + 1)) && /^NNP?S$/.test(view.pos(i + 2));
    if (word === 'and' && ((name?.kind === 'open' && head === first && /^(?:JJ|NN)$/.test(view.pos(i + 1))) || paired)) {
      [head, name] = [-1, undefined];
      continue;
    }
    if (head >= 0 && (stops || verb || sideways)) break;
    if (isNoun(view, i)) {
      if (name !== undefined) owners = [...owners, name];
      [head, name] = [i, undefined];
      leadLast = i;
    }
  }
  if (head < 0) {
    for (let i = first; i <= last && head < 0; i++) if (quantities.has(view.lower(i)) || /^(?:DT|CD|JJ)/.test(view.pos(i))) head = i;
    leadLast = Math.max(first, head);
  }
  return { first, last, leadLast, head, name, owners, determiner, counted };
}

/** Nouns before the head that tell which one is meant: "vermont" in "the Vermont senator". */
export function modifiers(view: WordView, phrase: Phrase): readonly string[] {
  const out: string[] = [];
  for (let i = phrase.first; i < phrase.head; i++) if (/^(?:NN|JJ|CD|VB)/.test(view.pos(i))) out.push(singularOf(view.lower(i)));
  return out;
}
