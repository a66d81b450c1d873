import { type Because, type Channel, spanOf } from '../model/index.ts';
import { lemmaIn } from './lemma.ts';
import { CHANNEL_WORDS, DOCUMENT_NOUNS } from './lexicon.generated.ts';
import { type Medium, mediumAt } from './media.ts';
import type { Told } from './told.ts';
import { find, tableOf } from './word-table.ts';

const WORDS = tableOf<Channel>(CHANNEL_WORDS);
const DOCUMENTS: ReadonlyMap<string, string | undefined> = new Map(DOCUMENT_NOUNS.map((line) => [line.split(' ')[0]!, line.split(' ')[1]]));
/** Cues that sum up what somebody holds or does over time: they were said nowhere in particular. */
const STANDING = /^(?:ha(?:s|ve|d)|wants?|plans?|hopes?|believes?|supports?|opposes?|backs?|proposes?|feels?|fears?|thinks?|sees?)$/;

/** What the words beside a statement tell of where it was said. */
export interface Where {
  readonly channel: Channel;
  readonly medium: Medium | undefined;
  readonly because: Because;
}

/** The channel that stands beside a statement itself; undefined where its sentence tells none. */
export function channelIn(told: Told, toldTo: Medium | undefined): Where | undefined {
  const { view, speaker, beside, cue, statement } = told;
  const spans = (at: readonly number[]) => at.map((i) => spanOf(view.reading.words, [i, i]));
  const where = (channel: Channel, rule: string, at: readonly number[], note: string, medium?: Medium): Where => ({ channel, medium, because: { rule: `channel-${rule}`, at: spans(at), note } });
  if (speaker?.type === 'document') return ofDocument(told, where);
  if (toldTo !== undefined) return where('interview', 'told', [toldTo.first], `told ${toldTo.name}`, toldTo);
  const lowered = beside.map((i) => view.lower(i));
  const cueWords = cue.map((i) => lemmaIn(view.lower(i), WORDS.words));
  const inCue = find(WORDS, cue.map((i) => view.lower(i))) ?? find(WORDS, cueWords);
  const medium = mediumBeside(told);
  if (inCue !== undefined) return where(inCue.value, 'cue', cue.slice(inCue.from, inCue.from + inCue.length), `the cue tells a ${inCue.value}`, inCue.value === 'written-statement' ? medium : undefined);
  const hit = find(WORDS, lowered);
  if (medium !== undefined && (hit === undefined || /^(?:interview|broadcast|written-statement)$/.test(hit.value))) {
    const asked = hit?.value === 'interview' || lowered.includes('told') || lowered.includes('asked');
    const channel = asked ? 'interview' : medium.air ? 'broadcast' : (hit?.value ?? 'unknown');
    return where(channel, 'medium', [medium.first], `on ${medium.name}`, medium);
  }
  if (hit !== undefined) return where(hit.value, 'word', beside.slice(hit.from, hit.from + hit.length), `beside it stands "${lowered.slice(hit.from, hit.from + hit.length).join(' ')}"`);
  if (statement.cue.length > 0 && view.word(cue[0]!) === ':' && /^\p{Lu}{3,}$/u.test(view.word(told.source.at(-1) ?? -1))) return where('interview', 'transcript', cue, 'a line of a transcript');
  return undefined;
}

function ofDocument(told: Told, where: (c: Channel, rule: string, at: readonly number[], note: string) => Where): Where {
  for (const i of told.source) {
    const word = told.view.lower(i);
    const kind = DOCUMENTS.get(word) ?? DOCUMENTS.get(word.replace(/s$/, ''));
    if (kind === 'broadcast' || kind === 'court') return where(kind, 'document', [i], `a record: "${word}"`);
    if (/^(?:statement|letter|release|commentary|editorial|op-ed|column|email|e-mail)s?$/.test(word)) return where('written-statement', 'document', [i], `a record: "${word}"`);
    if (/^(?:tweet|post)s?$/.test(word)) return where('social-media', 'document', [i], `a record: "${word}"`);
  }
  return where('document', 'document', told.source.slice(0, 1), 'a record speaks for itself');
}

/** A medium that the sentence names behind "on", "to", "in", "with", "by" or "for". */
function mediumBeside({ view, beside }: Told): Medium | undefined {
  for (const i of beside) {
    if (!/^(?:on|to|in|with|by|for|told|told)$/.test(view.lower(i))) continue;
    for (let k = i + 1; k <= i + 3; k++) {
      const medium = mediumAt(view, k);
      if (medium !== undefined) return medium;
      if (!/^(?:the|his|her|an|a|with|interview|appearance|tuesday|monday|wednesday|thursday|friday|saturday|sunday|'s|s|’|')$/.test(view.lower(k))) break;
    }
  }
  return undefined;
}

/** True if the cue tells what somebody holds or does over time rather than once. */
export const isStanding = ({ view, cue }: Told): boolean => cue.length > 0 && STANDING.test(view.lower(cue[0]!));
