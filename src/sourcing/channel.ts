import { find, findAll, lemmaIn, tableOf } from '../language/index.ts';
import { type Because, type Channel, spanOf, type WordView } from '../model/index.ts';
import { CHANNEL_WORDS, DOCUMENT_NOUNS } from './lexicon.generated.ts';
import { capitalsAt, type Medium, mediumAt, mediumNamed } from './media.ts';
import type { Told } from './told.ts';
import { isTranscriptLine } from './transcript.ts';

const WORDS = tableOf<Channel>(CHANNEL_WORDS);
const DOCUMENTS: ReadonlyMap<string, string | undefined> = new Map(DOCUMENT_NOUNS.map((line) => [line.split(' ')[0]!, line.split(' ')[1]]));
/** Cues that sum up what somebody holds or does over time: they were said nowhere in particular. */
const STANDING = /^(?:ha(?:s|ve|d)|wants?|plans?|hopes?|believes?|supports?|opposes?|backs?|proposes?|feels?|fears?|thinks?|sees?)$/;
const PLACING = /^(?:in|at|during|on|through|via|from|over|amid)$/;
const CROWD =
  /\b(?:crowd|supporters|audience|voters|rallygoers|congregation|students|graduates|delegates|attendees|gathering|group|leaders|members)\b/;
const AIR = /\b(?:radio|television|tv|viewers|listeners)\b/;
const PRESS = /\b(?:reporters|journalists|press)\b/;

/** What the words beside a statement tell of where it was said. */
export interface Where {
  readonly channel: Channel;
  readonly medium: Medium | undefined;
  readonly because: Because;
}

const because = (view: WordView, rule: string, at: readonly number[], note: string): Because => ({
  rule: `channel-${rule}`,
  at: at.map((i) => spanOf(view.reading.words, [i, i])),
  note,
});

/** The channel that stands beside a statement itself; undefined where its sentence tells none. */
export function channelIn(told: Told, toldTo: Medium | undefined, addressee: string | null): Where | undefined {
  const { view, speaker, cue, source } = told;
  const where = (channel: Channel, rule: string, at: readonly number[], note: string, medium?: Medium): Where => ({
    channel,
    medium,
    because: because(view, rule, at, note),
  });
  if (speaker?.type === 'document') return ofDocument(told, where);
  if (source.some((i) => view.word(i) === '@' && view.tight(i + 1))) return where('social-media', 'handle', source, 'signed with a handle');
  if (toldTo !== undefined) return where('interview', 'told', [toldTo.first], `told ${toldTo.name}`, toldTo);
  if (cue.some((i) => /^(?:charged|indicted|sentenced|convicted|arraigned)$/.test(view.lower(i))) && view.lower(cue.at(-1)! + 1) !== 'that')
    return where('court', 'cue', cue, 'a charge is brought before a court');
  if (addressee === '(author)') return where('interview', 'told', cue, 'told to the writer');
  const inCue = cueWord(told);
  const sent = sentIn(told);
  const medium = mediumIn(view, told.beside);
  if (inCue !== undefined)
    return where(
      inCue.value,
      'cue',
      cue.slice(inCue.from, inCue.from + inCue.length),
      `the cue tells a ${inCue.value}`,
      inCue.value === 'written-statement' || inCue.value === 'interview' ? medium : undefined,
    );
  if (sent !== undefined) return where(sent.channel, 'sent', sent.at, 'what was sent tells how');
  if (addressee !== null && AIR.test(addressee)) return where('broadcast', 'addressee', cue, `said to ${addressee}`);
  if (addressee !== null && PRESS.test(addressee)) return where('press-conference', 'addressee', cue, `said to ${addressee}`);
  if (speaker?.type === 'group' && source.some((i) => /^(?:percent|%|respondents|majority|surveyed|polled)$/.test(view.lower(i))))
    return where('document', 'survey', source, 'counted by a survey');
  const signed =
    told.statement.within === null &&
    speaker?.type === 'person' &&
    source.length === 1 &&
    /^(?:i|we)$/.test(view.lower(source[0]!)) &&
    !view.quoted(source[0]!);
  if (signed) return where('written-statement', 'signed', source, 'the words of who signs them');
  if (isTranscriptLine(told)) return where('interview', 'transcript', cue, 'a line of a transcript');
  if (speaker === undefined || speaker.type === 'group' || speaker.type === 'author') return undefined;
  const writes = cue.some((i) => /^(?:report(?:s|ed)?|publish(?:ed|es)|wrote|writes)$/.test(view.lower(i)));
  const paper = speaker.type === 'organisation' && speaker.name !== null ? mediumNamed(speaker.name) : undefined;
  if (paper !== undefined && (writes || (paper === 'print' && !isStanding(told) && !declines(told))))
    return where('written-statement', 'medium', source, `${speaker.name} reports`);
  const bench = rules(told);
  if (bench !== undefined) return where('court', 'bench', bench, 'a court or a judge decides');
  const hit = placedIn(view, told.beside);
  if (medium !== undefined && (hit === undefined || /^(?:interview|broadcast|written-statement)$/.test(hit.channel))) {
    const asked = hit?.channel === 'interview' || told.beside.some((i) => /^(?:told|tells|telling|asked|interview)$/.test(view.lower(i)));
    return where(
      asked ? 'interview' : medium.air ? 'broadcast' : (hit?.channel ?? 'unknown'),
      'medium',
      [medium.first],
      `on ${medium.name}`,
      medium,
    );
  }
  if (hit !== undefined) return where(hit.channel, 'word', hit.at, `beside it stands "${hit.at.map((i) => view.word(i)).join(' ')}"`);
  if (addressee !== null && CROWD.test(addressee) && told.view.lower(cue[0]!).startsWith('t'))
    return where('speech', 'addressee', cue, `said to ${addressee}`);
  return undefined;
}

const declines = ({ view, cue }: Told): boolean => cue.some((i) => /^(?:declin|refus|ask)/.test(view.lower(i)));

const RULES =
  /^(?:rul(?:e[ds]?|ing)|order(?:s|ed|ing)?|invalidat(?:e[ds]?|ing)|overturn(?:s|ed|ing)?|uph[eo]ld(?:s|ing)?|str(?:ikes?|uck|iking)|dismiss(?:es|ed|ing)?|sentenc(?:e[ds]?|ing)|convict(?:s|ed)?|acquit(?:s|ted)?|block(?:s|ed)?|den(?:y|ies|ied)|grant(?:s|ed)?|fined?|found|finds|decid(?:e[ds]?)|concluded|wrote|held|affirm(?:s|ed)?|revers(?:es|ed)|enjoin(?:s|ed)?)$/;

/** The words of a decision, where a court or a judge decides: "the judge ordered". */
function rules({ speaker, view, cue, source }: Told): readonly number[] | undefined {
  const decision = cue.filter((i) => RULES.test(view.lower(i)));
  if (decision.length === 0) return undefined;
  const court = source.some((i) => /^(?:courts?|tribunal|judges?|justices?|magistrate|jury)$/.test(view.lower(i)));
  const judge = speaker?.type === 'person' && /\b(?:judge|magistrate)\b/i.test(speaker.role ?? '') && source.length < 4;
  const legal = /\b(?:court|tribunal)\b/i.test(speaker?.name ?? '');
  const plain = decision.every((i) => /^(?:found|finds|wrote|denied|denies|deny|concluded)$/.test(view.lower(i)));
  return court || legal || (judge && !plain) ? decision : undefined;
}

/** A channel that the cue itself tells: "tweeted", "said in a letter". */
function cueWord({ view, cue }: Told): { readonly value: Channel; readonly from: number; readonly length: number } | undefined {
  const plain = find(
    WORDS,
    cue.map((i) => view.lower(i)),
  );
  if (plain !== undefined) return plain;
  const lemma = find(
    WORDS,
    cue.map((i) => lemmaIn(view.lower(i), WORDS.words)),
  );
  return lemma?.value === 'debate' || lemma?.value === 'speech' ? undefined : lemma;
}

const SENDS =
  /^(?:sen[dt]s?|sending|releas(?:e[ds]?|ing)|issu(?:e[ds]?|ing)|publish(?:e[ds]|ing)?|unleash(?:e[ds]|ing)?|fired?|firing|deliver(?:s|ed|ing)?|g[ai]ves?|giving|wr[io]tes?|put|sign(?:s|ed)?)$/;

/** "sent | a letter to the board", "unleashed | a row of tweets": what was sent tells the channel. */
function sentIn({ view, cue, content }: Told): { readonly channel: Channel; readonly at: readonly number[] } | undefined {
  const sends = cue.find((i) => SENDS.test(view.lower(i)));
  if (sends === undefined) return undefined;
  for (const i of content.slice(0, 8)) {
    const hit = find(WORDS, [view.lower(i)]);
    if (hit !== undefined && /^(?:written-statement|social-media|speech)$/.test(hit.value) && view.pos(i).startsWith('NN'))
      return { channel: hit.value, at: [sends, i] };
  }
  return undefined;
}

/** A ballot's write-in is no writing of the speaker's. */
const WROTE_IN = /^(?:wrote|writes?|writing)$/;
/** "a plaintiff in the lawsuit" tells who somebody is, not where it was said. */
const PARTY = /^(?:plaintiffs?|defendants?|lawyers?|attorneys?|judges?|part(?:y|ies)|witness(?:es)?|participants?|moderators?)$/;

/**
 * The channel that some words tell: a verb ("tweeted"), or a noun behind a preposition ("in a letter", "at a rally").
 * A noun that only describes another ("debate moderator") or that something is about tells none.
 */
export function placedIn(
  view: WordView,
  among: readonly number[],
): { readonly channel: Channel; readonly at: readonly number[] } | undefined {
  const lowered = among.map((i) => view.lower(i));
  for (const { value, from, length } of findAll(WORDS, lowered)) {
    const at = among.slice(from, from + length);
    const last = at.at(-1)!;
    const verb = view.pos(at[0]!).startsWith('VB') || length > 1;
    if (!verb && /^NN/.test(view.pos(last + 1)) && view.pos(last + 1) !== 'NNP' && !view.relation(last + 1).startsWith('nmod:tmod'))
      continue;
    if (WROTE_IN.test(view.lower(last)) && view.lower(last + 1) === 'in' && view.entity(last + 2) === 'PERSON') continue;
    const platform = value === 'social-media' && /^(?:to|by)$/.test(view.lower(at[0]! - 1));
    if (!(verb && length === 1) && !platform && !behindPreposition(view, at[0]!)) continue;
    return { channel: value, at };
  }
  return undefined;
}

function behindPreposition(view: WordView, at: number): boolean {
  for (let i = at - 1; i >= at - 7; i--) {
    if (PLACING.test(view.lower(i))) return !PARTY.test(view.lower(i - 1));
    if (!/^(?:DT|JJ|NN|NNP|NNPS|CD|POS|PRP\$|VBN|VBG)/.test(view.pos(i)) && !/^[’'"“-]$/.test(view.word(i))) return false;
  }
  return false;
}

function ofDocument(told: Told, where: (c: Channel, rule: string, at: readonly number[], note: string) => Where): Where {
  for (const i of told.source) {
    const word = told.view.lower(i);
    const kind = DOCUMENTS.get(word) ?? DOCUMENTS.get(word.replace(/s$/, ''));
    if (kind === 'broadcast' || kind === 'court') return where(kind, 'document', [i], `a record: "${word}"`);
    if (/^(?:statement|letter|release|commentary|editorial|op-ed|column|email|e-mail)s?$/.test(word))
      return where('written-statement', 'document', [i], `a record: "${word}"`);
    if (/^(?:tweet|post)s?$/.test(told.view.word(i)) && !told.view.tight(i + 1))
      return where('social-media', 'document', [i], `a record: "${word}"`);
  }
  return where('document', 'document', told.source.slice(0, 1), 'a record speaks for itself');
}

/** "a rivalry with Harbour News" is about a medium and was not said there. */
const RIVAL =
  /^(?:rivalry|deals?|contracts?|fights?|feuds?|disputes?|partnerships?|jobs?|quarrels?|battles?|lawsuits?|ties|relationships?|partnered|competes?)$/;

/** A medium that words name behind "on", "to" or "with": "on Harbour Radio", "in an interview with the Gazette". */
export function mediumIn(view: WordView, among: readonly number[]): Medium | undefined {
  for (const i of among) {
    if (!/^(?:on|to|with|told|tells|in|for|of)$/.test(view.lower(i))) continue;
    if (
      /^(?:in|for|of)$/.test(view.lower(i)) &&
      !/^(?:broadcast|episode|edition|wrote|writes|writing|piece|article|op-ed|column|essay|interview|of)$/.test(view.lower(i - 1))
    )
      continue;
    if (view.lower(i) === 'with' && RIVAL.test(view.lower(i - 1))) continue;
    for (let k = i + 1; k <= i + 4; k++) {
      const medium = mediumAt(view, k);
      if (medium !== undefined) return medium;
      if (view.lower(i) === 'with' && view.lower(i - 1) === 'interview' && view.entity(k) !== 'PERSON') {
        const named = capitalsAt(view, k);
        if (named !== undefined) return named;
      }
      if (
        !/^(?:the|his|her|an|a|with|interview|appearance|["“‘]|tuesday|monday|wednesday|thursday|friday|saturday|sunday|'s|s|’|')$/.test(
          view.lower(k),
        )
      )
        break;
    }
  }
  return undefined;
}

/** True if the cue tells what somebody holds or does over time rather than once. */
export const isStanding = ({ view, cue }: Told): boolean => cue.length > 0 && STANDING.test(view.lower(cue[0]!));
