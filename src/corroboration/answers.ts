import type { Reason, Wrong } from '../model/index.ts';
import { type Accusation, accusationsOf, meet, voiceKeys } from './accusations.ts';
import { sharedWeight } from './alike.ts';
import { foldName } from './fold.ts';
import { addTo } from './multimap.ts';
import { byPlace } from './order.ts';
import type { Persons } from './persons.ts';
import type { Telling } from './report.ts';
import { type Clustered, type Tie, timeOf } from './ties.ts';

/** Wrongs that two reports may name differently for one deed. */
const KIN: readonly (readonly Wrong[])[] = [
  ['killing', 'attack-on-civilians', 'excessive-force', 'genocide', 'aggression'],
  ['torture', 'excessive-force', 'sexual-violence'],
  ['forced-displacement', 'arbitrary-detention', 'genocide', 'forced-labour', 'enforced-disappearance', 'population-control'],
  ['corruption', 'abuse-of-power', 'property-crime', 'election-interference', 'other-crime'],
  ['deception', 'abuse-of-power', 'breach-of-agreement', 'other-wrong', 'negligence'],
  ['censorship', 'suppressing-protest', 'surveillance', 'suppressing-religion', 'discrimination'],
  ['incitement', 'insult', 'discrimination'],
];
const areKin = (a: Wrong, b: Wrong): boolean => KIN.some((group) => group.includes(a) && group.includes(b));

/** In points of 100: what is asked of an answer, and how much less than the best is still one. */
const LEAST = 65;
const NEAR_BEST = 12;
const DAY = 1440;
/** Dates may be off by so many days: a denial may seem to be older than what it answers. */
const AFTER = 1.5;
/** Of one accused, so many accusations are looked at for each denial: the latest before it. */
const MOST_CONSIDERED = 200;
/** In one report a bare denial answers what was said this many statements before it. */
const BEFORE = 6;
/** Links of one denial; more echoes than this are counted, not listed. */
export const MOST_ANSWERED = 1000;

interface Denial {
  readonly telling: Telling;
  readonly wrong: Wrong | undefined;
  readonly accused: readonly string[];
  readonly denier: readonly string[];
  readonly words: ReadonlySet<string>;
}

const detailsOf = ({
  victims,
  place,
  when,
}: {
  readonly victims: string | null;
  readonly place: string | null;
  readonly when: string | null;
}) => new Set(foldName([victims, place, when].join(' ')).filter((word) => word.length > 3));

/** How much speaks for a denial answering an accusation, with the reasons; 0 where it cannot. */
function scoreOf(denial: Denial, accusation: Accusation): readonly [score: number, because: readonly Reason[]] {
  const [late, early] = [timeOf(denial.telling), timeOf(accusation.telling)];
  const gap = late === undefined || early === undefined ? undefined : (late - early) / DAY;
  if (gap !== undefined && gap < -AFTER) return [0, []];
  if (!meet(denial.accused, accusation.accused)) return [0, []];
  const because: Reason[] = [{ rule: 'denial', note: 'denies it of the one who is accused' }];
  let score = 20;
  if (denial.wrong === accusation.wrong) {
    score += 35;
    because.push({ rule: 'same-wrong', note: `the same wrong: ${accusation.wrong}` });
  } else if (denial.wrong === undefined) score += 10;
  else if (areKin(denial.wrong, accusation.wrong)) {
    score += 20;
    because.push({ rule: 'kin-wrong', note: `${denial.wrong} and ${accusation.wrong} may be one deed` });
  } else return [0, []];
  const shared = sharedWeight(denial.telling.said.stems, accusation.telling.said.stems);
  const share = shared / Math.max(1, Math.min(denial.telling.said.weight, accusation.telling.said.weight));
  if (shared >= 1) {
    score += Math.min(30, Math.round(60 * share));
    because.push({ rule: 'same-words', note: `${Math.round(100 * share)} per cent of the words of the shorter` });
  }
  const details = detailsOf(accusation.allegation);
  const sameDetails = [...denial.words].some((word) => details.has(word));
  // Somebody who is accused often denies one thing and not the other: without a word in common there must be more that speaks for it.
  if (shared < 1 && !sameDetails && denial.telling.report !== accusation.telling.report) score -= 15;
  if (sameDetails) {
    score += 10;
    because.push({ rule: 'same-details', note: 'the same victims, place or time' });
  }
  if (meet(denial.denier, accusation.accused)) {
    score += 10;
    because.push({ rule: 'by-the-accused', note: 'the one who is accused denies it' });
  }
  if (gap !== undefined) score += Math.abs(gap) <= 3 ? 15 : gap <= 30 ? 8 : 0;
  return [score, because];
}

export interface Answers {
  readonly ties: readonly Tie[];
  readonly passedOver: number;
}

/** Denials among statements: those that deny an allegation, and those that deny without saying what. */
function denialsOf(tellings: readonly Telling[], persons: Persons): readonly Denial[] {
  return tellings.flatMap((telling): Denial[] => {
    const denier = voiceKeys(telling.report, telling.speaker, persons);
    const denied = accusationsOf(telling, persons, ({ status }) => status === 'denied');
    if (denied.length > 0)
      return denied.map(({ wrong, accused, allegation }) => ({
        telling,
        wrong,
        accused: accused.length > 0 ? accused : denier,
        denier,
        words: detailsOf(allegation),
      }));
    if (telling.act !== 'deny' || denier.length === 0) return [];
    return [{ telling, wrong: undefined, accused: denier, denier, words: new Set() }];
  });
}

/** Ties each denial to the accusation that it answers, and to each echo of that. */
export function answersOf(
  tellings: readonly Telling[],
  accusations: readonly Accusation[],
  persons: Persons,
  clustered: Clustered,
): Answers {
  const byAccused = new Map<string, Accusation[]>();
  for (const accusation of accusations) for (const key of accusation.accused) addTo(byAccused, key, accusation);
  for (const list of byAccused.values()) list.sort(byTime);
  const ties = new Map<string, Tie>();
  let passedOver = 0;
  for (const denial of denialsOf(tellings, persons)) {
    const scored = [...new Set(denial.accused.flatMap((key) => justBefore(denial, byAccused.get(key) ?? [])))]
      .filter(({ telling }) => telling !== denial.telling && clustered.rootOf(telling) !== clustered.rootOf(denial.telling))
      .map((accusation) => [accusation, ...scoreOf(denial, accusation)] as const)
      .filter(([accusation, score]) => score >= LEAST || (score > 0 && standsBefore(denial, accusation)));
    const best = Math.max(0, ...scored.map(([, score]) => score));
    for (const [accusation, score, because] of scored) {
      if (score < best - NEAR_BEST) continue;
      const members = clustered.membersOf(accusation.telling);
      passedOver += Math.max(0, members.length - MOST_ANSWERED);
      for (const member of members.slice(0, MOST_ANSWERED)) {
        if (member === denial.telling) continue;
        const echo = member === accusation.telling ? [] : [{ rule: 'echo', note: 'the same statement in another report' }];
        const tie: Tie = {
          type: 'answers',
          from: denial.telling,
          to: member,
          because: [...because, ...echo],
          confidence: Math.round(Math.min(95, Math.max(50, score))) / 100,
        };
        const key = [denial.telling, member].map(({ report, order }) => `${report.index} ${order}`).join('|');
        if ((ties.get(key)?.confidence ?? 0) < tie.confidence || (ties.get(key)?.confidence === tie.confidence && echo.length === 0))
          ties.set(key, tie);
      }
    }
  }
  return { ties: [...ties.values()], passedOver };
}

const byTime = (a: Accusation, b: Accusation): number =>
  (timeOf(a.telling) ?? 0) - (timeOf(b.telling) ?? 0) || byPlace(a.telling, b.telling);

/** Of accusations in the order of time, the latest that a denial can answer. */
function justBefore({ telling }: Denial, list: readonly Accusation[]): readonly Accusation[] {
  if (list.length <= MOST_CONSIDERED) return list;
  const latest = (timeOf(telling) ?? Number.MAX_SAFE_INTEGER) + AFTER * DAY;
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((timeOf(list[middle]!.telling) ?? 0) <= latest) low = middle + 1;
    else high = middle;
  }
  return list.slice(Math.max(0, low - MOST_CONSIDERED), low);
}

/** A denial that does not say what it denies answers what stands shortly before it in its report. */
const standsBefore = (denial: Denial, { telling }: Accusation): boolean =>
  denial.wrong === undefined &&
  telling.report === denial.telling.report &&
  telling.order < denial.telling.order &&
  denial.telling.order - telling.order <= BEFORE;
