import type { WordView } from '../model/index.ts';
import type { Trigger } from './triggers.ts';

/** What a word is to the words that name a wrong. */
export type Part = 'does' | 'suffers' | 'owns' | 'is called' | 'none';

const DOER_PREPOSITION = /^by$/;
const SUFFERER_PREPOSITION = /^(?:of|against|on|to|at|toward|towards|for)$/;

/** The preposition that a word hangs on its head by; '' for none. */
export function preposition(view: WordView, word: number): string {
  for (let i = word - 1; i >= 0 && word - i < 8 && view.sentence(i) === view.sentence(word); i--) {
    if (view.relation(i) === 'case' && view.head(i) === word && view.pos(i) !== 'POS') return view.lower(i);
  }
  return '';
}

/**
 * What a noun is to a trigger, by the syntax: who does it, who suffers it, whose it is ("his lies"), who is called so
 * ("crooked officials"). A verb's subject is looked for through "and", "to" and clauses ("began to beat and arrest").
 */
export function partOf(view: WordView, noun: number, { head: trigger }: Trigger): Part {
  const relation = view.relation(noun);
  const up = view.head(noun);
  const verbal = view.pos(trigger).startsWith('VB');
  if (up === trigger) {
    if (relation === 'nsubj' || relation === 'csubj') return 'does';
    if (relation === 'nsubjpass') return passive(view, trigger) ? 'suffers' : 'does';
    if (relation === 'nmod:poss') return /^(?:accuser|victim)$/.test(view.lower(trigger)) ? 'none' : 'owns';
    if (relation === 'compound' || relation === 'amod') return 'owns';
    if (relation === 'dobj' || relation === 'iobj') return 'suffers';
    if (relation.startsWith('nmod')) {
      const by = preposition(view, noun);
      if (DOER_PREPOSITION.test(by)) return 'does';
      if (SUFFERER_PREPOSITION.test(by)) return 'suffers';
    }
  }
  if (view.head(trigger) === noun && /^(?:amod|compound|acl|acl:relcl|appos)$/.test(view.relation(trigger)))
    return verbal && view.pos(trigger) === 'VBN' && view.relation(trigger) === 'acl' ? 'suffers' : 'is called';
  for (const verb of climb(view, trigger)) {
    if (up === verb && relation === 'nsubj') return 'does';
    if (up === verb && relation === 'nsubjpass')
      return view.pos(trigger) === 'VBN' && view.relation(trigger) === 'conj' ? 'suffers' : 'does';
    if (up === verb && relation === 'nmod' && DOER_PREPOSITION.test(preposition(view, noun))) return 'does';
    if (up === verb && relation === 'dobj' && view.relation(trigger) === 'xcomp') return 'does';
  }
  return 'none';
}

const passive = (view: WordView, verb: number): boolean => {
  for (let i = verb - 1; i >= 0 && verb - i < 5; i--) if (view.relation(i) === 'auxpass' && view.head(i) === verb) return true;
  return view.pos(verb) === 'VBN';
};

/** The words above a trigger that can share its subject. */
function climb(view: WordView, trigger: number): number[] {
  const out: number[] = [];
  let at = trigger;
  for (let step = 0; step < 4; step++) {
    const relation = view.relation(at);
    const up = view.head(at);
    if (up === at || !/^(?:conj|xcomp|advcl|dobj|nmod|acl|ccomp|dep)$/.test(relation)) break;
    if (relation === 'ccomp' && step > 0) break;
    out.push(up);
    at = up;
  }
  return out;
}
