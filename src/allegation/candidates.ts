import type { Act, Speaker, Statement, WordRange, WordView } from '../model/index.ts';
import { HARMS } from './harms.ts';
import { landOf, landsIn, namesOneOf } from './lands.ts';
import { type Part, partOf } from './parts.ts';
import { isPeople, isThing } from './people.ts';
import { nounPhrase } from './phrase.ts';
import type { Referents } from './referents.ts';
import type { Trigger } from './triggers.ts';

/** How the accused was come by. */
export type CandidateKind =
  | 'mention'
  | 'pronoun'
  | 'noun'
  | 'described'
  | 'told'
  | 'after'
  | 'speaker'
  | 'before'
  | 'again'
  | 'main'
  | 'nobody';

/** Somebody who may be the accused of a statement. */
export interface Candidate {
  readonly kind: CandidateKind;
  /** Index of the speaker, -1 where it is none. */
  readonly speaker: number;
  /** The words that name it in the statement; undefined for one that is only known from elsewhere. */
  readonly words: WordRange | undefined;
  /** Each of its places in what was said: the words' heads. */
  readonly heads: readonly number[];
  /** What it is to the main trigger. */
  readonly parts: ReadonlySet<Part>;
  /** True if it does what another trigger names. */
  readonly elsewhere: boolean;
  /** True if it suffers a harm that another trigger names. */
  readonly suffers: boolean;
}

/** What a statement's candidates are made from. */
export interface Setting {
  readonly view: WordView;
  readonly statement: Statement;
  readonly speaker: Speaker | undefined;
  readonly content: readonly number[];
  /** The words that tell it. */
  readonly telling: readonly number[];
  readonly triggers: readonly Trigger[];
  /** The trigger that the statement's main wrong is named by. */
  readonly main: Trigger | undefined;
  readonly referents: Referents;
  /** The speaker whom the statement that tells this one accuses; -1 for none. */
  readonly accusedAround: number;
  /** Speakers accused before by this very speaker, the latest first. */
  readonly accusedBySpeaker: readonly number[];
  /** Who accused this speaker before. */
  readonly accusersOfSpeaker: readonly number[];
  /** Speakers accused before in the report, the latest first. */
  readonly accusedBefore: readonly number[];
  /** How well, to the network, each word and nobody answers whom the statement accuses: natural log-odds to be compared with each other. */
  readonly answers?: { readonly of: (word: number) => number; readonly nobody: number };
}

const PERSONAL = /^(?:he|him|his|she|her|hers|they|them|their|theirs|it|its)$/;
/** Words for a wrong that name who does it. */
const AGENT =
  /^(?:hackers?|smugglers?|terrorists?|killers?|murderers?|rapists?|looters?|criminals?|felons?|gangs?|thugs?|militants?|traffickers?|thieves|traitors?|racists?|bigots?)$/;
const OWN = /^(?:i|me|my|mine|we|us|our|ours)$/;
/** Nouns for those whose own the atrocities "of" them are. */
const RULES =
  /^(?:authorit(?:y|ies)|governments?|regimes?|states?|part(?:y|ies)|administrations?|ministr(?:y|ies)|juntas?|rulers?|militias?)$/;
/** Words in many names that tell no side. */
const GENERIC =
  /^(?:United|States|House|White|Senate|Congress|Department|Ministry|Party|National|Foreign|Secretary|President|Minister|Federal|General|State|Court|Committee|Council|Police|North|South|East|West|County|City|University|Republican|Democratic|American|Former)$/;
const ACCUSING: ReadonlySet<Act> = new Set<Act>(['accuse', 'criticise']);
/** Words before a name that make it one of nature: nobody fires "from the River Sorrel" but those who stand there. */
const WATERS = /^(?:river|lake|mount|cape|gulf|strait)$/;
const RIVAL = /^(?:opponents?|rivals?|challengers?|adversary)$/;
/** How many speakers named shortly before are thought of. */
const BEFORE = 3;
const REACH = 90;
/** How many of those that the report speaks of most are thought of. */
const MAIN = 2;
/** How many words behind a content are looked at. */
const AFTER = 30;

/**
 * Everybody whom a statement may accuse: named in it, told beside it, its own speaker, those spoken of shortly before, nobody. Who accuses
 * does not accuse himself, nor the land that he speaks for, unless he says so.
 */
export function candidatesOf(setting: Setting, act: Act): readonly Candidate[] {
  const { view, content, telling, triggers, main, referents, speaker, statement, accusedBefore } = setting;
  const own = speaker === undefined ? -1 : referents.speakers.indexOf(speaker);
  const accusing = ACCUSING.has(act);
  const source = statement.source.map(([start, end]) => view.reading.text.slice(start, end));
  const ownLands = landsIn(accusing ? [speaker?.name ?? '', speaker?.role ?? '', ...source].join(', ') : '');
  const isOwn = (who: number) => accusing && (who === own || namesOneOf(ownLands, referents.speakers[who]?.name ?? ''));
  const unsourced = statement.source.length === 0;
  const found = new Map<string, ReturnType<typeof unplaced>>();
  const add = (key: string, kind: CandidateKind, who: number, words: WordRange, head: number) => {
    const known = found.get(key) ?? unplaced(kind, who, words);
    found.set(key, known);
    known.heads.push(head);
    if (main !== undefined) known.parts.add(partOf(view, head, main));
    for (const trigger of triggers) {
      if (trigger === main) continue;
      if (isDoer(view, head, trigger)) known.elsewhere = true;
      if (HARMS.has(trigger.wrong) && partOf(view, head, trigger) === 'suffers') known.suffers = true;
    }
  };
  const look = (words: readonly number[], told?: 'told' | 'after') => {
    for (let k = 0; k < words.length; k++) {
      const i = words[k]!;
      const lower = view.lower(i);
      const who = referents.at(i);
      if (who >= 0 && told === 'told' && isOwn(who)) continue;
      if (who >= 0) {
        const [first, last] = referents.mention(i)!;
        let head = Math.min(last, words.at(-1)!);
        while (head > i && (!/[\p{L}\p{N}]/u.test(view.word(head)) || (view.lower(head) === 's' && /^['’]$/.test(view.word(head - 1)))))
          head--;
        const pronoun = first === last && PERSONAL.test(lower);
        add(`s${who}`, told ?? (pronoun ? 'pronoun' : 'mention'), who, [i, head], head);
        while (k + 1 < words.length && words[k + 1]! <= last && referents.at(words[k + 1]!) === who) k++;
        continue;
      }
      if (told !== undefined && !(isNoun(view, i) && (isObject(view, i) || (unsourced && told === 'told' && view.relation(i) === 'nsubj'))))
        continue;
      const land = landOf(view.word(i));
      if (land !== undefined && isOwner(setting, i)) {
        const known = referents.speakers.findIndex(({ name }) => name === land);
        add(known < 0 ? `d${land}` : `s${known}`, 'described', known, [i, i], i);
        continue;
      }
      if (OWN.test(lower) && own >= 0) add(`s${own}`, 'speaker', own, [i, i], i);
      else if (PERSONAL.test(lower)) {
        const meant = referents.pronoun(i, statement.form === 'direct' || view.quoted(i) ? (speaker?.id ?? null) : null);
        if (meant >= 0) add(`s${meant}`, 'pronoun', meant, [i, i], i);
      } else if (isNoun(view, i) && (AGENT.test(view.lower(i)) || !inTrigger(triggers, i)) && isActor(setting, i)) {
        const phrase = nounPhrase(view, i, i < content[0]! ? 0 : content[0]);
        const meant = meantBy(setting, i, phrase, own);
        if (meant >= 0) {
          add(`s${meant}`, 'noun', meant, phrase, i);
          continue;
        }
        add(`d${view.reading.text.slice(view.reading.words.start[phrase[0]], view.reading.words.end[i])}`, 'described', -1, phrase, i);
      }
    }
  };
  look(content);
  look(telling, 'told');
  look(restOf(setting), 'after');
  const out: Candidate[] = [...found.values()].filter(({ parts }) => !parts.has('blames') || parts.has('does'));
  const has = (who: number) => out.some((c) => c.speaker === who);
  if (own >= 0 && !has(own) && !accusing) out.push(unplaced('speaker', own));
  const known = out.length;
  for (const who of [setting.accusedAround, ...accusedBefore.slice(0, 3)]) if (who >= 0 && !has(who)) out.push(unplaced('again', who));
  for (const who of spokenOf(setting, own)) if (!has(who)) out.push(unplaced('before', who));
  for (const who of referents.byMentions.slice(0, MAIN)) if (who !== own && !has(who)) out.push(unplaced('main', who));
  const elsewhere = out.slice(known).filter(({ speaker: who }) => !isOnSide(speaker, referents.speakers[who]) && !isOwn(who));
  return [...out.slice(0, known), ...elsewhere, unplaced('nobody', -1)];
}

/** A candidate of whom no place in the statement is known yet. */
const unplaced = (kind: CandidateKind, speaker: number, words?: WordRange) => ({
  kind,
  speaker,
  words,
  heads: [] as number[],
  parts: new Set<Part>(),
  elsewhere: false,
  suffers: false,
});

/** The speaker whom a described one is: named beside it ("two builders, Ann Poe and Carl Roe"), the rival of an owner, or last described so. */
function meantBy({ view, content, referents }: Setting, noun: number, phrase: WordRange, own: number): number {
  const named = referents.at(noun + 2);
  if (view.word(noun + 1) === ',' && named >= 0 && content.includes(noun + 2)) {
    const [first, last] = referents.mention(noun + 2)!;
    if (first === noun + 2 && view.entity(first) === 'PERSON' && /^(?:,|and|&|\.|with|of|for)$/.test(view.lower(last + 1))) return named;
  }
  const owner = view.lower(phrase[0]);
  if (!/^(?:the|this|that|his|her|its|their)$/.test(owner)) return -1;
  if (/^(?:his|her)$/.test(owner) && RIVAL.test(view.lower(noun))) {
    const of = referents.at(phrase[0]);
    const [one, other] = referents.byMentions.filter((who) => referents.speakers[who]!.type === 'person');
    const rival = one === (of < 0 ? own : of) ? other : one;
    if (rival !== undefined) return rival;
  }
  return referents.described(noun);
}

/** The words behind a content in its sentence that do not tell it. */
function restOf({ view, content, telling }: Setting): readonly number[] {
  const last = content.at(-1)!;
  const out: number[] = [];
  for (let i = last + 1; i <= last + AFTER && i < view.count && view.sentence(i) === view.sentence(last); i++)
    if (!telling.includes(i) && view.head(i) !== i) out.push(i);
  return out;
}

/** True for one that shares a name with the speaker's own or office: "Orlavian army" for an "Orlavian foreign minister". */
function isOnSide(speaker: Speaker | undefined, other: Speaker | undefined): boolean {
  if (speaker === undefined || other?.type !== 'organisation' || speaker === other) return false;
  const own = `${speaker.name ?? ''} ${speaker.role ?? ''}`.split(/[^\p{L}]+/u);
  return (other.name ?? '')
    .split(/[^\p{L}]+/u)
    .some((word) => word.length > 3 && /^\p{Lu}/u.test(word) && !GENERIC.test(word) && own.includes(word));
}

/** True for one that does what a trigger names; "the atrocities of the authorities" are theirs. */
function isDoer(view: WordView, head: number, trigger: Trigger): boolean {
  const part = partOf(view, head, trigger);
  return part === 'does' || part === 'owns' || (part === 'of' && RULES.test(view.lower(head)));
}

/** True for the adjective in "the Chinese use of force": the land's own doing. */
const isOwner = ({ view, triggers }: Setting, i: number): boolean =>
  /^(?:amod|compound)$/.test(view.relation(i)) && triggers.some((t) => /^(?:owns|does)$/.test(partOf(view, i, t)));

const inTrigger = (triggers: readonly Trigger[], i: number) => triggers.some(({ words }) => words[0] <= i && i <= words[1]);

const isNoun = (view: WordView, i: number): boolean =>
  (view.pos(i).startsWith('NN') || /^(?:nsubj|nsubjpass|nmod:poss|dobj)$/.test(view.relation(i))) &&
  /^\p{L}{2}/u.test(view.word(i)) &&
  !/^(?:WDT|WP|PRP|DT|EX|IN|RB)/.test(view.pos(i));
const isObject = (view: WordView, i: number): boolean => /^(?:dobj|iobj|nmod|nsubjpass)$/.test(view.relation(i));

/** A noun that may be a doer: any that heads a phrase and is no time or number, or a name. */
function isActor({ view, triggers }: Setting, noun: number): boolean {
  const relation = view.relation(noun);
  if (/^(?:DATE|TIME|DURATION|NUMBER|MONEY|PERCENT|ORDINAL|SET)$/.test(view.entity(noun))) return false;
  if (relation === 'goeswith' || isThing(view.lower(noun))) return false;
  // In "the police killings" it is the police that are meant, in "the party leader" the leader.
  if (relation === 'compound' && /^NN/.test(view.pos(view.head(noun))))
    return isPeople(view.lower(noun)) && !isPeople(view.lower(view.head(noun)));
  if (WATERS.test(view.lower(noun - 1))) return false;
  if (/^(?:LOCATION|ORGANIZATION|PERSON|MISC)$/.test(view.entity(noun))) return true;
  if (/^(?:nsubj|nsubjpass|nmod:poss|dobj|iobj|conj|appos)$/.test(relation) || relation.startsWith('nmod')) return true;
  return triggers.some((t) => partOf(view, noun, t) === 'does');
}

/** Persons and bodies spoken of in the sentences before a statement, the nearest first. */
function spokenOf({ content, telling, referents }: Setting, own: number): readonly number[] {
  const start = Math.min(content[0] ?? 0, telling[0] ?? Number.POSITIVE_INFINITY);
  const out: number[] = [];
  for (let i = start - 1; i >= 0 && start - i < REACH && out.length < BEFORE; i--) {
    const who = referents.at(i);
    if (who < 0 || who === own || out.includes(who)) continue;
    if (/^(?:person|organisation)$/.test(referents.speakers[who]!.type)) out.push(who);
  }
  return out;
}
