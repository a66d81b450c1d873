import { findAll, lemmaIn, tableOf } from '../language/index.ts';
import type { WordRange, WordView, Wrong } from '../model/index.ts';
import { WRONG_TRIGGERS } from './lexicon.generated.ts';

/** Words that name a wrong, at their place. */
export interface Trigger {
  readonly words: WordRange;
  /** The word that the syntax hangs on: the last verb or noun of them. */
  readonly head: number;
  readonly wrong: Wrong;
  /** False for words that name a wrong only sometimes. */
  readonly strong: boolean;
  /** "not", "never", "no" stands before them in their clause. */
  readonly negated: boolean;
}

/** Words that a row of the list passes over. */
const PASSED = /^(?:the|a|an|his|her|its|their|our|your|my|this|that|these|those|['’]|s|-)$/;
/** How far before a word, in words, what negates it is looked for. */
const REACH = 8;
const NEGATION = /^(?:not|no|never|nobody|none|neither|nor|cannot|without|nothing)$/;
const CLAUSE_END = /^(?:[,;:.?!]|--|—|–|but|and|that|which|who)$/;

const TABLE = tableOf<string>(
  WRONG_TRIGGERS.map((line) => {
    const space = line.lastIndexOf(' ');
    const words = line
      .slice(0, space)
      .split(/[_-]/)
      .filter((word) => !PASSED.test(word));
    return words.join('_') + line.slice(space);
  }),
);

/** The words for wrongs among some words of a text, in their order; longer rows before shorter ones. */
export function triggersIn(view: WordView, among: readonly number[]): readonly Trigger[] {
  const kept = among.filter((i) => !PASSED.test(view.lower(i)));
  const lemmas = kept.map((i) => lemmaIn(view.lower(i), TABLE.words));
  return findAll(TABLE, lemmas).map(({ value, from, length }) => {
    const words: WordRange = [kept[from]!, kept[from + length - 1]!];
    const inside = kept.slice(from, from + length);
    const head = [...inside].reverse().find((i) => /^(?:VB|NN)/.test(view.pos(i))) ?? words[1];
    const strong = !value.endsWith('?');
    const named = (strong ? value : value.slice(0, -1)) as Wrong;
    return { words, head, wrong: inContext(view, kept, words, named), strong, negated: isNegated(view, words[0]) };
  });
}

const HACKS = /^hack(?:s|ed|ing|ers?)?$/;
const VOTING = /^(?:elections?|electoral|voters?|voting|votes?|ballots?|polls|polling)$/;

/** "A fraud" is one who deceives; who hacks what people vote by meddles with an election. */
function inContext(view: WordView, among: readonly number[], [first]: WordRange, wrong: Wrong): Wrong {
  if (view.lower(first) === 'fraud' && /^an?$/.test(view.lower(first - 1)) && !/^NN/.test(view.pos(first + 1))) return 'deception';
  if (HACKS.test(view.lower(first)) && among.some((i) => VOTING.test(view.lower(i)))) return 'election-interference';
  return wrong;
}

function isNegated(view: WordView, at: number): boolean {
  for (let i = at - 1; i >= at - REACH && i >= 0 && view.sentence(i) === view.sentence(at); i--) {
    if (NEGATION.test(view.lower(i)) || (view.lower(i) === 't' && /^['’]$/.test(view.word(i - 1)))) return true;
    if (CLAUSE_END.test(view.lower(i))) return false;
  }
  return false;
}
