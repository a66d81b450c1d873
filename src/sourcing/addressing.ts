import { lemmaIn } from '../language/index.ts';
import { spanOf } from '../model/index.ts';
import { ROLE_NOUNS } from './lexicon.generated.ts';
import { isMedium, type Medium, mediumAt, sameMedium } from './media.ts';
import type { Told } from './told.ts';

const TELLS: ReadonlySet<string> = new Set([
  'tell',
  'ask',
  'urge',
  'warn',
  'encourage',
  'implore',
  'remind',
  'inform',
  'assure',
  'advise',
  'order',
  'beg',
  'challenge',
  'invite',
  'instruct',
  'address',
  'brief',
  'exhort',
  'press',
  'question',
  'demand',
  'call',
  'plead',
  'write',
  'talk',
  'speak',
  'respond',
  'complain',
  'notify',
  'lecture',
  'persuade',
  'command',
  'dare',
  'direct',
  'thank',
  'offer',
  'suggest',
  'say',
  'explain',
  'confide',
  'admit',
  'announce',
  'send',
  'meet',
]);
/** Verbs that need a small word before the one they speak to: "called on the mayor". */
const BY: Readonly<Record<string, RegExp>> = {
  call: /^(?:on|upon)$/,
  plead: /^with$/,
  write: /^to$/,
  talk: /^(?:to|with)$/,
  speak: /^(?:to|with)$/,
  respond: /^$/,
  complain: /^to$/,
  demand: /^of$/,
  question: /^$/,
  offer: /^to$/,
  suggest: /^to$/,
  say: /^to$/,
  explain: /^to$/,
  confide: /^(?:to|in)$/,
  admit: /^to$/,
  announce: /^to$/,
  send: /^to$/,
  meet: /^with$/,
  thank: /^$/,
  press: /^$/,
};
const ROLES: ReadonlySet<string> = new Set(ROLE_NOUNS.map((line) => line.split(' ')[0]!));
const NOBODY = /^(?:him|her|them|it|that|this|what|you|himself|herself|themselves|there|everything|nothing|something|one|more|about)$/;

export interface Addressed {
  /** Whom it was said to, in the report's words; "(author)" for the writer. */
  readonly addressee: string | null;
  /** A medium that was told. */
  readonly medium: Medium | undefined;
  readonly at: readonly number[];
}

const NONE: Addressed = { addressee: null, medium: undefined, at: [] };

/** Whom a statement was said to, and which medium was told, from the words behind its cue ("told supporters"). */
export function addressedIn(told: Told, publisher: string | undefined, demands: boolean): Addressed {
  const { view, cue, content } = told;
  const asked = askedOf(told);
  if (asked !== undefined) return asked;
  if (
    cue.some((i, k) => /^(?:calls?|called|calling|pushe?[ds]?|pushing)$/.test(view.lower(i)) && view.lower(cue[k + 1] ?? i + 1) === 'for')
  )
    return NONE;
  const verb = [...cue].reverse().find((i) => TELLS.has(lemmaIn(view.lower(i), TELLS)));
  if (verb === undefined) return demands ? fromContent(told) : NONE;
  const lemma = lemmaIn(view.lower(verb), TELLS);
  let at = verb + 1;
  const by = BY[lemma];
  if (by !== undefined) {
    if (!by.test(view.lower(at))) return demands ? fromContent(told) : NONE;
    at++;
  }
  const said = new Set(content);
  const found = phraseFrom(told, at, said);
  if (found === undefined) return demands ? fromContent(told) : NONE;
  const { first, last } = found;
  if (/^(?:me|us)$/.test(view.lower(first))) return { addressee: '(author)', medium: undefined, at: [first] };
  const of = ofMedium(told, first, last);
  if (of !== undefined) return { addressee: nameOf(told, first, of.before), medium: of.medium, at: [first, of.medium.last] };
  const medium = mediumAt(view, first) ?? mediumWithin(told, first, last);
  if (medium !== undefined) {
    const own = publisher !== undefined && sameMedium(publisher, medium.name);
    const host = hostOf(told, medium, said);
    if (own) return { addressee: host ?? medium.name, medium: undefined, at: [first, medium.last] };
    return { addressee: host, medium, at: [first, medium.last] };
  }
  return { addressee: nameOf(told, first, last), medium: undefined, at: [first, last] };
}

/** "Britain's Harbour TV", "the Paris daily Gazette": a medium behind words that say what it is or where. */
function mediumWithin({ view }: Told, first: number, last: number): Medium | undefined {
  for (let i = first; i < last; i++) {
    const kind =
      /^(?:daily|weekly|newspaper|paper|magazine|broadcaster|network|channel|station|website|site|agency|radio|television|tv|programme|program)$/;
    const owner = /^['’]$/.test(view.word(i)) && view.lower(i + 1) === 's' && view.entity(i - 1) === 'LOCATION';
    if (!owner && !kind.test(view.lower(i))) continue;
    const medium = mediumAt(view, owner ? i + 2 : i + 1);
    if (medium !== undefined) return medium;
  }
  return undefined;
}

const ASKED = /^(?:asked|questioned|pressed|quizzed|grilled)$/;

/** "Poe was asked": the source is who was asked. */
function askedOf(told: Told): Addressed | undefined {
  const { view, cue, source, speaker } = told;
  const at = cue.find((i) => ASKED.test(view.lower(i)));
  if (at === undefined || speaker !== undefined) return undefined;
  if (source.length === 0) return NONE;
  return { addressee: nameOf(told, source[0]!, source.at(-1)!), medium: undefined, at: [source[0]!, source.at(-1)!] };
}

/** "told Ann Poe of Harbour News", "told Ann Poe, host of …". */
function ofMedium({ view }: Told, first: number, last: number): { readonly medium: Medium; readonly before: number } | undefined {
  for (let i = first + 1; i <= last + 8 && view.sentence(i) === view.sentence(first); i++) {
    if (!/^(?:of|from)$/.test(view.lower(i))) {
      if (i > last && !/^(?:,|the|host|anchor|presenter|editor|correspondent|co-host|co|-)$/.test(view.lower(i))) return undefined;
      continue;
    }
    for (let k = i + 1; k <= i + 2; k++) {
      const medium = mediumAt(view, k);
      if (medium !== undefined) return { medium, before: Math.min(last, i - 1) };
    }
    return undefined;
  }
  return undefined;
}

/** "told | Harbour News host Ann Poe", "told Harbour News's Ann Poe": who was told there. */
function hostOf(told: Told, medium: Medium, said: ReadonlySet<number>): string | null {
  const { view } = told;
  const next = afterOwner(told, medium.last + (/^["”’]$/.test(view.word(medium.last + 1)) && view.lower(medium.last + 2) !== 's' ? 1 : 0));
  const owned = next > medium.last + 1 && /^\p{Lu}/u.test(view.word(next));
  if (!owned && !ROLES.has(view.lower(next)) && !(view.word(next) === '-' || /^\p{Lu}/u.test(view.word(next)))) return null;
  const found = phraseFrom(told, next, said);
  return found === undefined ? null : nameOf(told, found.first, found.last);
}

function afterOwner({ view }: Told, last: number): number {
  let at = last + 1;
  if (/^['’]$/.test(view.word(at))) at++;
  if (view.lower(at) === 's') at++;
  return at;
}

/** A noun phrase from a word on, up to a preposition, a comma, a verb or what was said. */
function phraseFrom({ view }: Told, first: number, said: ReadonlySet<number>): { first: number; last: number } | undefined {
  let at = first;
  while (/^(?:RB|RP)/.test(view.pos(at)) && !said.has(at)) at++;
  const programme = /^["“]$/.test(view.word(at)) ? mediumAt(view, at) : undefined;
  if (programme !== undefined) return { first: at, last: programme.last };
  if (said.has(at) || (NOBODY.test(view.lower(at)) && view.pos(at) !== 'PRP$')) return undefined;
  const begin = at;
  let last = begin - 1;
  for (let i = begin; i < Math.min(view.count, begin + 14); i++) {
    const pos = view.pos(i);
    if (said.has(i) || view.sentence(i) !== view.sentence(begin)) break;
    if (
      /^(?:NN|PRP|DT|JJ|CD|POS|PDT|VBG|FW)/.test(pos) ||
      /^(?:of|and|'|’|s|&|-)$/.test(view.lower(i)) ||
      (view.word(i) === '.' && view.tight(i) && view.word(i - 1).length < 4)
    ) {
      if (/^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|today|tonight|earlier)$/.test(view.lower(i))) break;
      last = i;
    } else break;
  }
  while (last >= begin && /^(?:of|and|the|a|an)$/.test(view.lower(last))) last--;
  let noun = false;
  for (let i = begin; i <= last; i++) if (/^(?:NN|PRP)/.test(view.pos(i))) noun = true;
  return noun && last >= begin ? { first: begin, last } : undefined;
}

/** "host Ann Poe" is Ann Poe; "his supporters" stays. */
function nameOf(told: Told, first: number, last: number): string | null {
  const { view } = told;
  let from = first;
  for (let i = first; i < last; i++)
    if (/^\p{Ll}/u.test(view.word(i)) && ROLES.has(view.lower(i)) && /^\p{Lu}/u.test(view.word(i + 1))) from = i + 1;
  if (/^(?:that|this|these|those)$/.test(view.lower(last))) return null;
  const [start, end] = spanOf(view.reading.words, [from, last]);
  const name = view.reading.text
    .slice(start, end)
    .replace(/\s+/gu, ' ')
    .replace(/['’]s?$/u, '');
  return isMedium(name) && from === last ? null : name;
}

/** "urged | supporters to come": the one who is to do it opens what was said. */
function fromContent(told: Told): Addressed {
  const { view, content, cue } = told;
  const first = content[0];
  if (first === undefined || (cue.length > 0 && first !== cue.at(-1)! + 1)) return NONE;
  const open = view.lower(first) === 'that' ? first + 1 : first;
  const found = phraseFrom(told, open, new Set());
  if (found === undefined) return NONE;
  const next = found.last + 1;
  const directs =
    view.pos(next) === 'VB' || (view.pos(next) === 'TO' && view.pos(next + 1).startsWith('VB')) || /^(?:never|not)$/.test(view.lower(next));
  const placed =
    /^(?:at|in)$/.test(view.lower(next)) && first === open && content.some((i) => i > next && i < next + 10 && view.pos(i) === 'TO');
  if (!directs && !placed) return NONE;
  return { addressee: nameOf(told, found.first, found.last), medium: undefined, at: [found.first, found.last] };
}
