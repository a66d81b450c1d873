import type { WordView } from '../model/index.ts';
import type { Trigger } from './triggers.ts';

/** What a word is to the words that name a wrong; `of` where it may do or suffer it ("the crimes of", "the killing of"); `blames` where it is the accuser. */
export type Part = 'does' | 'suffers' | 'of' | 'owns' | 'is called' | 'blames' | 'none';

const SUFFERER_PREPOSITION = /^(?:of|against|on|to|at|toward|towards|for)$/;

/** The preposition that a word hangs on its head by; '' for none. */
export function preposition(view: WordView, word: number): string {
  for (let i = word - 1; i >= 0 && word - i < 8 && view.sentence(i) === view.sentence(word); i--) {
    if (view.relation(i) === 'case' && view.head(i) === word && view.pos(i) !== 'POS') return view.lower(i);
  }
  return '';
}

/** Verbs that do what their object names: "inflict torture", "commit a massacre". */
const LIGHT =
  /^(?:inflict|commit|perpetrat|carr|conduct|mak|made|do$|does|did|done|doing|us(?:e|es|ed|ing)$|launch|wag|engag|spread|tell|told|ha(?:ve|s|d)$|practi|pursu|show|spew|peddl|unleash|escalat|continu|ceas|stop|end(?:s|ed)?$|begin|began|start|orchestrat|order|lead|led$|support|condon|sanction|enabl|encourag|tak(?:e|es|ing)|took)/;
/** Verbs whose object is said to do what stands behind "of" or "for". */
const ACCUSES =
  /^(?:accus|blam|charg|suspect|convict|critici|condemn|indict|fault|guilt|denounc|slam|blast|attack|mock|su(?:e|ed|es|ing)$)/;

/** True for a verb that accuses; "calling out" does too. */
const accuses = (view: WordView, verb: number): boolean =>
  ACCUSES.test(view.lower(verb)) || (/^call(?:s|ed|ing)?$/.test(view.lower(verb)) && view.lower(verb + 1) === 'out');

/** Verbs by which somebody bids another do something: the one bidden does it ("calls on X to cease its repression"). */
const BIDS =
  /^(?:call(?:s|ed|ing)?|urg(?:e|es|ed|ing)|appeal(?:s|ed|ing)?|ask(?:s|ed|ing)?|order(?:s|ed|ing)?|tell(?:s|ing)?|told|press(?:es|ed|ing)?|want(?:s|ed|ing)?|demand(?:s|ed|ing)?|warn(?:s|ed|ing)?|beg(?:s|ged)?|forc(?:e|es|ed|ing)|allow(?:s|ed|ing)?|instruct(?:s|ed|ing)?)$/;
const BIDDEN = /^(?:on|upon|to|for)$/;
/** Words whose subject suffers what they hold: "subject to torture", "victims of a massacre". */
const SUFFERS =
  /^(?:subject|subjected|victims?|fac(?:e|es|ed|ing)|suffer(?:s|ed|ing)?|undergo(?:es|ing|ne)?|underwent|exposed|endur(?:e|es|ed|ing)|fle(?:e|es|d|eing)|surviv(?:e|es|ed|ing|ors?))$/;
/** Verbs whose subject finds fault with what they hold. */
const BLAMES =
  /^(?:condemn(?:s|ed|ing)?|denounc(?:e|es|ed|ing)|deplor(?:e|es|ed|ing)|decr(?:y|ies|ied|ying)|criti[cs]i[sz](?:e|es|ed|ing)|slam(?:s|med)?|blast(?:s|ed)?|oppos(?:e|es|ed|ing)|regret(?:s|ted)?|protest(?:s|ed|ing)?|report(?:s|ed)?|expos(?:e|es|ed|ing)|reveal(?:s|ed)?|investigat(?:e|es|ed|ing))$/;
/** Nouns that only hold the word for the wrong: "its campaign of repression", "the use of force by". */
const HOLDS =
  /^(?:campaigns?|polic(?:y|ies)|acts?|uses?|practi[cs]es?|patterns?|program(?:me)?s?|waves?|systems?|cases?|instances?|cultures?|series|strings?|forms?|kinds?|history|record|crimes?|means|methods?|tactics?|spree|attempts?|efforts?)$/;

/**
 * What a noun is to a trigger, by the syntax: who does it, who suffers it, whose it is ("his lies"), who is called so
 * ("crooked officials"). A verb's subject is looked for through "and", "to" and clauses ("began to beat and arrest"), up to the first
 * verb that has one.
 */
export function partOf(view: WordView, noun: number, { head: trigger }: Pick<Trigger, 'head'>): Part {
  const direct = beside(view, noun, trigger);
  if (direct !== 'none') return direct;
  let at = trigger;
  for (let step = 0; step < 4; step++) {
    if (hasSubject(view, at)) return 'none';
    const relation = view.relation(at);
    const up = above(view, at);
    if (up === at) return 'none';
    const own = view.head(noun) === up ? view.relation(noun) : '';
    if (/^(?:dobj|nmod)$/.test(relation) && BLAMES.test(view.lower(up))) {
      return own === 'nsubj' ? 'blames' : 'none';
    } else if (/^(?:dobj|nmod)$/.test(relation) && SUFFERS.test(view.lower(up))) {
      return own === 'nsubj' || own === 'nsubjpass' || noun === up ? 'suffers' : 'none';
    } else if (relation === 'nmod' && HOLDS.test(view.lower(up)) && preposition(view, at) === 'of') {
      if (/^(?:nmod:poss|compound|amod)$/.test(own)) return 'owns';
      if (own === 'nmod' && preposition(view, noun) === 'by') return 'does';
      if (own === 'nmod' && /^(?:against|on)$/.test(preposition(view, noun))) return 'suffers';
    } else if (relation === 'xcomp' && BIDS.test(view.lower(up))) {
      return own === 'dobj' || (own === 'nmod' && BIDDEN.test(preposition(view, noun))) ? 'does' : 'none';
    } else if (relation === 'conj') {
      if (own === 'nsubj') return 'does';
      if (own === 'nsubjpass') return view.pos(at) === 'VBN' ? 'suffers' : 'does';
      if (own === 'nmod' && preposition(view, noun) === 'by') return 'does';
      if (own === 'nmod:poss') return 'owns';
    } else if (/^(?:advcl|acl|nmod|dep|ccomp)$/.test(relation) && accuses(view, up)) {
      if (own === 'nsubj') return 'blames';
      return own === 'dobj' || own === 'nsubjpass' || (own === 'nmod' && noun < at) ? 'does' : 'none';
    } else if (relation === 'xcomp' || relation === 'advcl') {
      if (own === 'dobj') return 'does';
      if (own === 'nsubj' || own === 'nsubjpass') return hasObject(view, up, noun) && relation === 'xcomp' ? 'none' : 'does';
    } else if (/^(?:dobj|nmod|nsubjpass)$/.test(relation) && LIGHT.test(view.lower(up))) {
      if (own === 'nsubj') return 'does';
      if (own === 'nmod' && preposition(view, noun) === 'by') return 'does';
      if (own === 'nmod' && SUFFERER_PREPOSITION.test(preposition(view, noun))) return 'suffers';
    } else if (relation === 'acl:relcl' || relation === 'acl') {
      return noun === up ? 'does' : 'none';
    } else return 'none';
    at = up;
  }
  return 'none';
}

/** What a noun is to a trigger that it hangs on, or that hangs on it. */
function beside(view: WordView, noun: number, trigger: number): Part {
  const relation = view.relation(noun);
  if (view.head(noun) === trigger) {
    if (relation === 'nsubj' || relation === 'csubj') return 'does';
    if (relation === 'nsubjpass') return isPerfect(view, trigger) ? 'does' : 'suffers';
    if (relation === 'nmod:poss') return /^(?:accuser|victim)s?$/.test(view.lower(trigger)) ? 'none' : 'owns';
    if (relation === 'compound' || relation === 'amod') return 'owns';
    if (relation === 'dobj' || relation === 'iobj') return 'suffers';
    if (relation === 'nmod') {
      const by = preposition(view, noun);
      if (by === 'by') return 'does';
      if (SUFFERER_PREPOSITION.test(by))
        return view.pos(trigger).startsWith('NN') && /^(?:of)$/.test(by) && !hasDoer(view, trigger) ? 'of' : 'suffers';
    }
  }
  if (isAgainst(view, noun, trigger)) return 'suffers';
  if (view.head(trigger) !== noun) return 'none';
  const hangs = view.relation(trigger);
  if (hangs === 'amod' || hangs === 'compound' || hangs === 'appos') return 'is called';
  if (hangs === 'acl') return view.pos(trigger) === 'VBN' ? 'suffers' : 'does';
  if (hangs === 'acl:relcl') return hasSubject(view, trigger) && !relativeSubject(view, trigger) ? 'suffers' : 'does';
  return 'none';
}

/** The word that a word hangs on; in "call out the use of force" force belongs to its use, even where the syntax ties it to the verb. */
function above(view: WordView, word: number): number {
  const up = view.head(word);
  if (view.relation(word) !== 'nmod' || !view.pos(up).startsWith('VB')) return up;
  for (let i = word - 1; i > up && word - i < 5; i--) {
    if (view.relation(i) !== 'case' || view.head(i) !== word) continue;
    return view.lower(i) === 'of' && HOLDS.test(view.lower(i - 1)) ? i - 1 : up;
  }
  return up;
}

/** "the use of force against the miners": whatever it hangs on, what stands behind "against" suffers what is named just before. */
function isAgainst(view: WordView, noun: number, trigger: number): boolean {
  if (trigger > noun || noun - trigger > 8 || view.sentence(noun) !== view.sentence(trigger)) return false;
  if (!view.pos(trigger).startsWith('NN') || preposition(view, noun) !== 'against') return false;
  for (let i = trigger + 1; i < noun; i++) if (view.pos(i).startsWith('VB')) return false;
  return true;
}

/** How far around a verb its subject and objects are looked for, in words. */
const REACH = 24;

function childOf(view: WordView, word: number, is: (relation: string, child: number) => boolean): number | undefined {
  for (let i = Math.max(0, word - REACH); i <= word + REACH && i < view.count; i++)
    if (i !== word && view.head(i) === word && is(view.relation(i), i)) return i;
  return undefined;
}

const hasSubject = (view: WordView, verb: number): boolean => childOf(view, verb, (r) => /^(?:nsubj|nsubjpass)$/.test(r)) !== undefined;
const hasObject = (view: WordView, verb: number, except: number): boolean =>
  childOf(view, verb, (r, i) => r === 'dobj' && i !== except) !== undefined;
/** "had fired": whatever the syntax calls its subject, without "been" it is one that does it. */
const isPerfect = (view: WordView, verb: number): boolean =>
  childOf(view, verb, (r, i) => /^aux/.test(r) && /^(?:ha(?:s|ve|d|ving)|['’](?:ve|d))$/.test(view.lower(i))) !== undefined &&
  childOf(view, verb, (r, i) => /^aux/.test(r) && /^(?:been|being|be|is|are|was|were|got)$/.test(view.lower(i))) === undefined;
const hasDoer = (view: WordView, noun: number): boolean =>
  childOf(view, noun, (r, i) => r === 'nmod:poss' || (r === 'nmod' && preposition(view, i) === 'by')) !== undefined;
/** "who", "that" as the subject: the noun before does it. */
const relativeSubject = (view: WordView, verb: number): boolean =>
  childOf(view, verb, (r, i) => r === 'nsubj' && /^(?:WDT|WP)$/.test(view.pos(i))) !== undefined;
