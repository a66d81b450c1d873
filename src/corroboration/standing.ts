import type { Reason } from '../model/index.ts';
import { compareContents } from './compare-words.ts';
import { type Copies, KEPT } from './copies.ts';
import { mentions } from './mentions.ts';
import type { Telling } from './report.ts';
import { likeness, type Voice } from './voice.ts';

/** What stands behind a member of a cluster. */
export interface Standing {
  readonly telling: Telling;
  readonly standing: 'origin' | 'echo' | 'independent';
  readonly of: Telling | undefined;
  readonly because: readonly Reason[];
}

/** A reason for an echo, and how far it decides: where several members give reasons, the strongest is echoed. */
interface Tie {
  readonly weight: number;
  readonly reason: Reason;
}

/** Each member is compared with so many that came before it: the earliest, where there are more. */
export const MOST_COMPARED = 40;

const nameOf = (telling: Telling): string => telling.report.publisher ?? telling.report.id;
const reason = (rule: string, note: string): Reason => ({ rule, note });
const FROM_THE_SAME_WORDS = 0.5;

/** Why the later of two members would be an echo of the earlier; empty where nothing says so. */
export function tiesBetween(later: Telling, earlier: Telling, copies: Copies): readonly Tie[] {
  const [mine, theirs] = [later.report, earlier.report];
  if (mine === theirs) return [{ weight: 10, reason: reason('same-report', 'the same report says it again') }];
  const ties: Tie[] = [];
  const add = (weight: number, rule: string, note: string) => ties.push({ weight, reason: reason(rule, note) });
  const words = compareContents(later.said, earlier.said);
  const copy = copies.between(mine.index, theirs.index);
  const house = theirs.family;
  const name = nameOf(earlier);
  if (house !== undefined && house !== mine.family) {
    if (later.cites.includes(house)) add(9, 'cites', `its report names ${name} as the one it has it from`);
    else if (mine.credits.includes(house) && words.short >= FROM_THE_SAME_WORDS) add(9, 'cites', `its credit line names ${name}`);
    else if (mentions(mine, theirs, later)) add(8, 'cites', `its report names ${name} beside it`);
  }
  const credit = mine.credits.find((key) => key !== mine.byline && theirs.credits.includes(key));
  if (credit !== undefined && (words.short >= FROM_THE_SAME_WORDS || (copy?.contained ?? 0) >= 0.5))
    add(7, 'same-credit', `both credit ${inCapitals(credit)}`);
  const outlet = later.outlets.find((key) => earlier.outlets.includes(key));
  if (outlet !== undefined) add(6, 'same-outlet', `both have it from ${inCapitals(outlet)}`);
  if (
    copy !== undefined &&
    copy.shared >= ownShingles(later, earlier) + MORE &&
    (copy.contained >= 0.4 || words.short >= FROM_THE_SAME_WORDS)
  )
    add(6, 'near-copy', `${Math.round(100 * copy.contained)} per cent of the shorter text stands in the other`);
  if (mine.family !== undefined && mine.family === theirs.family && mine !== theirs)
    add(5, 'same-publisher', mine.publisher === theirs.publisher ? `both are of ${name}` : `${nameOf(later)} and ${name} are of one house`);
  if (mine.byline !== undefined && mine.byline === theirs.byline) add(5, 'same-reporter', `both are by ${inCapitals(mine.byline)}`);
  const like = later.voice === undefined || earlier.voice === undefined ? 'open' : likeness(later.voice, earlier.voice);
  const ofOneVoice = like === 'same' || (like === 'open' && !(isNamed(later) && isNamed(earlier)));
  if (words.quoted && words.score >= 2) {
    if (words.equal) add(4, 'same-cut', 'the same quotation with the same cut');
    else if (words.long >= 0.8) add(4, 'same-cut', 'the same quotation with nearly the same cut');
    else if (words.short >= 0.85 && words.shorter === -1) add(3, 'trimmed', 'its quotation is a part of the other');
    else if (words.short >= 0.4 && words.cover >= 0.75 && words.long >= 0.35 && ofOneVoice)
      add(3, 'altered', 'the same quotation with words changed');
    else if (words.short >= 0.85 && ofOneVoice) add(3, 'trimmed', 'the other quotation is a part of its own');
  } else if ((words.equal || (words.score >= 4 && words.long >= 0.75)) && ofOneVoice)
    add(4, 'near-copy', 'the reports tell it in the same words, which are not the speaker’s');
  else if (words.score >= 5 && words.short >= 0.9 && ofOneVoice && !words.quoted)
    add(3, 'near-copy', 'one report tells a part of it in the words of the other');
  if (isUnnamed(later) && isUnnamed(earlier) && like === 'same' && (later.voice?.wording.length ?? 0) > 1)
    add(4, 'same-unnamed-source', 'the same words for a source that neither names');
  return ties;
}

/** A key of an outlet or a reporter as a name: "highland press agency" was folded for comparing. */
const inCapitals = (key: string): string => key.replace(/(?<![\p{L}\p{N}])\p{L}/gu, (letter) => letter.toUpperCase());

const isNamed = ({ voice }: Telling): boolean => voice !== undefined && voice.name !== null;

/** Shared shingles that the statement itself would give, and how many more make the reports copies. */
const ownShingles = (a: Telling, b: Telling): number => Math.min(a.said.words.length, b.said.words.length) / KEPT;
const MORE = 5;

const isUnnamed = ({ voice }: Telling): boolean => voice?.name === null && voice.type === 'unnamed';

/** In a very large cluster each member is compared with so few. */
const FEW_COMPARED = 8;
const LARGE = 500;

/** Where each member of a cluster stands; the members earliest first. */
export function standingsOf(members: readonly Telling[], copies: Copies): readonly Standing[] {
  const out: Standing[] = [];
  const most = members.length > LARGE ? FEW_COMPARED : MOST_COMPARED;
  for (const telling of members) {
    if (out.length === 0) {
      out.push({ telling, standing: 'origin', of: undefined, because: [reason('earliest', 'the earliest in this collection')] });
      continue;
    }
    let best: { readonly of: Telling; readonly ties: readonly Tie[]; readonly weight: number } | undefined;
    for (const earlier of members.slice(0, Math.min(out.length, most))) {
      const ties = tiesBetween(telling, earlier, copies);
      const weight = Math.max(0, ...ties.map((tie) => tie.weight));
      if (weight > (best?.weight ?? 0)) best = { of: earlier, ties, weight };
    }
    if (best !== undefined)
      out.push({
        telling,
        standing: 'echo',
        of: best.of,
        because: [...best.ties].sort((a, b) => b.weight - a.weight).map((tie) => tie.reason),
      });
    else out.push({ telling, standing: 'independent', of: undefined, because: [apartFrom(telling, out)] });
  }
  return out;
}

/** Why a member stands on its own. */
function apartFrom(telling: Telling, before: readonly Standing[]): Reason {
  const same = before
    .filter(({ standing }) => standing !== 'echo')
    .slice(0, MOST_COMPARED)
    .some(
      ({ telling: other }) => other.voice !== undefined && telling.voice !== undefined && likeness(other.voice, telling.voice) === 'same',
    );
  return same
    ? reason('other-words', 'the same voice, to another reporter in other words')
    : reason('other-voice', 'told by another voice, in words of its own');
}

/** Voices are compared with so many others; more than that count by their descriptions alone. */
const MOST_VOICES = 200;

/** How many first voices stand behind a cluster: voices of members that are no echo, each counted once. */
export function firstVoicesOf(standings: readonly Standing[]): number {
  const seen = new Set<Voice>();
  const distinct: Voice[] = [];
  for (const { telling, standing } of standings) {
    const { voice } = telling;
    if (standing === 'echo' || voice === undefined || seen.has(voice)) continue;
    seen.add(voice);
    if (!distinct.slice(0, MOST_VOICES).some((other) => likeness(other, voice) === 'same')) distinct.push(voice);
  }
  return Math.max(1, distinct.length);
}
