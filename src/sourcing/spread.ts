import type { Act, Because, Channel, Reading, Speaker, WordView } from '../model/index.ts';
import type { Addressed } from './addressing.ts';
import { channelIn, isStanding, type Where } from './channel.ts';
import { type Setting, settingIn, settingsOf } from './settings.ts';
import type { Told } from './told.ts';
import { isTranscriptLine } from './transcript.ts';

/** A channel goes on for so many paragraphs without being named again. */
const REACH = 2;
/** What is written or posted once goes on less far. */
const SHORT = 1;
/** A headline and the paragraphs of a lead, in which a place may be told only just below. */
const LEAD = 3;

/** So many sentences before a transcript may tell where it was heard. */
const LEAD_IN = 3;

/** Who speaks in one place throughout is said to do so in these first paragraphs of a section; told later, it holds there alone. */
const OPENING = 4;

/** A place where somebody speaks, and the paragraph that tells it first. */
interface Place {
  readonly where: Where;
  readonly first: number;
}

export interface Placed {
  readonly channel: Channel;
  readonly outlet: string | null;
  readonly because: Because;
}

const UNKNOWN = (told: Told): Placed => ({
  channel: 'unknown',
  outlet: null,
  because: { rule: 'channel-unknown', at: told.statement.cue, note: 'the report does not say where' },
});

/**
 * Where each statement was said: as its own sentence tells, else as the same speaker's statements around it tell, else as
 * a sentence nearby sets the scene. One who speaks in one place throughout a section speaks there in its headline too.
 *
 * @param told in the order of the text
 */
export function spreadChannels(
  reading: Reading,
  view: WordView,
  told: readonly Told[],
  addressed: readonly Addressed[],
  acts: readonly Act[],
): readonly Placed[] {
  const own = told.map((t, i) => channelIn(t, addressed[i]!.medium, addressed[i]!.addressee));
  const section = sectionsOf(reading);
  const begins = section.reduce<number[]>((firsts, part, paragraph) => {
    firsts[part] ??= paragraph;
    return firsts;
  }, []);
  const settings = settingsOf(reading, view, told);
  const places = placesOf(told, own, settings, section);
  const last = new Map<Speaker, { readonly where: Where; paragraph: number; readonly section: number }>();
  const next = nextPlaces(told, own);
  let heard = leadIn(reading, view, told);
  return told.map((t, i) => {
    const here = own[i];
    const { speaker } = t;
    if (speaker === undefined) return here === undefined ? UNKNOWN(t) : placed(here);
    const part = section[t.paragraph] ?? 0;
    const remembered = last.get(speaker);
    const reach =
      remembered !== undefined && /^(?:written-statement|social-media|document|court)$/.test(remembered.where.channel) ? SHORT : REACH;
    const before =
      remembered !== undefined && remembered.section === part && t.paragraph - remembered.paragraph <= reach ? remembered : undefined;
    if (here?.medium !== undefined) heard = here.medium;
    if (here !== undefined && isTranscriptLine(t)) return { ...placed(here), outlet: heard?.name ?? null };
    if (here !== undefined) {
      const keeps = before !== undefined && before.where.channel === here.channel && here.medium === undefined;
      const where = keeps ? { ...here, medium: before.where.medium } : here;
      last.set(speaker, { where, paragraph: t.paragraph, section: part });
      return placed(where);
    }
    const speaks = speaker.type === 'person' || speaker.type === 'unnamed' || speaker.type === 'organisation';
    if (!speaks || isStanding(t) || acts[i] === 'decide') return UNKNOWN(t);
    const setting = [0, -1, 1, -2, 2]
      .map((k) => settings.get(speaker)?.get(t.sentence + k))
      .find((s) => s !== undefined && section[s.paragraph] === part);
    if (setting !== undefined && (before === undefined || setting.where.channel !== before.where.channel)) {
      last.set(speaker, { where: setting.where, paragraph: t.paragraph, section: part });
      return placed(setting.where);
    }
    if (before !== undefined) {
      before.paragraph = t.paragraph;
      return inherited(before.where, t, `goes on where ${speaker.name ?? 'the speaker'} spoke before`);
    }
    const ahead = next[i];
    if (
      ahead !== undefined &&
      speaker.type === 'person' &&
      (section[ahead.paragraph] ?? 0) === part &&
      ahead.paragraph - t.paragraph <= REACH &&
      remembered === undefined &&
      t.paragraph - (begins[part] ?? 0) <= LEAD
    ) {
      return inherited(ahead.where, t, `${speaker.name ?? 'the speaker'} is said to speak there just below`);
    }
    const only = places.get(`${part}:${speaker.id}`);
    if (only != null && speaker.type === 'person' && only.first - (begins[part] ?? 0) <= OPENING)
      return inherited(only.where, t, `${speaker.name ?? 'the speaker'} speaks in one place in this report`);
    return UNKNOWN(t);
  });
}

/** The medium that the sentences before a transcript tell: "spoke to Poe on Harbour Radio". */
function leadIn(reading: Reading, view: WordView, told: readonly Told[]): Where['medium'] {
  const first = told.find(isTranscriptLine);
  if (first === undefined) return undefined;
  for (let k = first.sentence - 1; k >= Math.max(0, first.sentence - LEAD_IN); k--) {
    const medium = settingIn(reading, view, k)?.medium;
    if (medium !== undefined) return medium;
  }
  return undefined;
}

const placed = ({ channel, medium, because }: Where): Placed => ({ channel, outlet: medium?.name ?? null, because });
const inherited = (where: Where, told: Told, note: string): Placed => ({
  channel: where.channel,
  outlet: where.medium?.name ?? null,
  because: { rule: 'channel-goes-on', at: told.statement.cue, note },
});

/** Sections of a report that is a row of short ones: they are parted by rules ("___") and times ("4:45 p.m."). */
function sectionsOf({ text, words, paragraphs }: Reading): readonly number[] {
  let section = 0;
  return paragraphs.map(([first, last]) => {
    const line = text.slice(words.start[first]!, words.end[last]!);
    if (line.length < 16 && /^(?:[_*=•\-–—\s]+|\d{1,2}(?::\d\d)?\s?[ap]\.?m\.?)$/iu.test(line)) section++;
    return section;
  });
}

/** For each statement, where its speaker is next said to speak. */
function nextPlaces(
  told: readonly Told[],
  own: readonly (Where | undefined)[],
): readonly ({ readonly where: Where; readonly paragraph: number } | undefined)[] {
  const ahead = new Map<Speaker, { readonly where: Where; readonly paragraph: number }>();
  const out: ({ readonly where: Where; readonly paragraph: number } | undefined)[] = [];
  for (let i = told.length - 1; i >= 0; i--) {
    const { speaker, paragraph } = told[i]!;
    out[i] = speaker === undefined ? undefined : ahead.get(speaker);
    const here = own[i];
    if (speaker !== undefined && here !== undefined && here.channel !== 'unknown') ahead.set(speaker, { where: here, paragraph });
  }
  return out;
}

/** The one place where each speaker speaks in a section; null for those who speak in several. */
function placesOf(
  told: readonly Told[],
  own: readonly (Where | undefined)[],
  settings: ReadonlyMap<Speaker, ReadonlyMap<number, Setting>>,
  section: readonly number[],
): ReadonlyMap<string, Place | null> {
  const out = new Map<string, Place | null>();
  const add = (key: string, here: Where, paragraph: number) => {
    if (here.channel === 'unknown') return;
    const known = out.get(key);
    if (known === undefined) out.set(key, { where: here, first: paragraph });
    else if (known !== null && known.where.channel !== here.channel) out.set(key, null);
    else if (known !== null) {
      const fuller = known.where.medium === undefined && here.medium !== undefined;
      out.set(key, { where: fuller ? here : known.where, first: Math.min(known.first, paragraph) });
    }
  };
  told.forEach((t, i) => {
    if (t.speaker !== undefined && own[i] !== undefined) add(`${section[t.paragraph] ?? 0}:${t.speaker.id}`, own[i], t.paragraph);
  });
  for (const [speaker, list] of settings)
    for (const s of list.values()) add(`${section[s.paragraph] ?? 0}:${speaker.id}`, s.where, s.paragraph);
  return out;
}
