import type { Link, Reason } from '../model/index.ts';
import { compareContents } from './compare-words.ts';
import type { Copies, Copy } from './copies.ts';
import { addTo } from './multimap.ts';
import { byText } from './order.ts';
import type { Report, Telling } from './report.ts';
import { likeness } from './voice.ts';

/** From this share on, two near-copies of one house are versions of one report. */
const LEAST_ALIKE = 0.5;
const LEAST_CONTAINED = 0.75;
/** A later text under another address or none is a version only within so many days. */
const MOST_DAYS = 14;

export interface Version {
  readonly from: Report;
  readonly to: Report;
  readonly because: readonly Reason[];
  readonly confidence: number;
  readonly changes: NonNullable<Link['changes']>;
}

const near = (a: Report, b: Report): boolean =>
  a.moment === undefined || b.moment === undefined || Math.abs(a.moment.from - b.moment.from) <= MOST_DAYS * 1440;

const isVersion = (a: Report, b: Report, copy: Copy): boolean =>
  a.family !== undefined &&
  a.family === b.family &&
  near(a, b) &&
  (a.url === undefined || b.url === undefined || a.url === b.url || copy.alike >= 0.7) &&
  (copy.alike >= LEAST_ALIKE || copy.contained >= LEAST_CONTAINED);

/** The oldest first; the date of an update comes behind the same date without one. */
const byAge = (a: Report, b: Report): number =>
  (a.moment?.from ?? Number.MAX_SAFE_INTEGER) - (b.moment?.from ?? Number.MAX_SAFE_INTEGER) ||
  Number(a.updated) - Number(b.updated) ||
  byText(a.id, b.id) ||
  byText(a.mark, b.mark);

/**
 * Ties each later text of a report to the one before it: reports of one address, and near-copies of one house.
 *
 * @param kindOf a number that statements of one cluster share; less than 0 for one that is compared with none
 */
export function versionsOf(reports: readonly Report[], copies: Copies, kindOf: (telling: Telling) => number): readonly Version[] {
  const families = new Map<number, number>();
  const find = (i: number): number => {
    let at = i;
    for (let up = families.get(at); up !== undefined && up !== at; up = families.get(at)) at = up;
    return at;
  };
  const join = (a: number, b: number): void => {
    const [x, y] = [find(a), find(b)];
    families.set(Math.max(x, y), Math.min(x, y));
    if (!families.has(Math.min(x, y))) families.set(Math.min(x, y), Math.min(x, y));
  };
  const byUrl = new Map<string, number>();
  for (const report of reports) {
    if (report.url?.includes('/')) {
      const first = byUrl.get(report.url);
      if (first === undefined) byUrl.set(report.url, report.index);
      else join(first, report.index);
    }
    for (const copy of copies.of(report.index)) if (isVersion(report, reports[copy.other]!, copy)) join(report.index, copy.other);
  }
  const groups = new Map<number, Report[]>();
  for (const index of families.keys()) addTo(groups, find(index), reports[index]!);
  const out: Version[] = [];
  for (const group of groups.values()) {
    group.sort(byAge);
    for (const [i, later] of group.entries()) if (i > 0) out.push(versionOf(later, group[i - 1]!, copies, kindOf));
  }
  return out;
}

function versionOf(later: Report, earlier: Report, copies: Copies, kindOf: (telling: Telling) => number): Version {
  const copy = copies.between(later.index, earlier.index);
  const because: Reason[] = [];
  if (later.url !== undefined && later.url === earlier.url) because.push({ rule: 'same-address', note: later.url });
  if (copy !== undefined) because.push({ rule: 'near-copy', note: `${Math.round(100 * copy.alike)} per cent of the words of both` });
  if (later.moment === undefined || earlier.moment === undefined || later.moment.from === earlier.moment.from)
    because.push({ rule: 'undecided-order', note: 'their dates do not tell which is the later' });
  const confidence =
    later.url !== undefined && later.url === earlier.url ? 0.95 : Math.round(100 * (0.55 + 0.4 * (copy?.alike ?? 0))) / 100;
  return { from: later, to: earlier, because, confidence, changes: changesOf(later, earlier, kindOf) };
}

const sameWords = (a: Telling, b: Telling): boolean =>
  a.said.words.length === b.said.words.length && a.said.words.every((word, i) => word === b.said.words[i]);

/** Statements of one kind are matched pair by pair as long as there are no more pairs than this; else in the order of the text. */
const MOST_PAIRS = 2500;

interface Match {
  readonly a: Telling;
  readonly b: Telling;
  readonly score: number;
}

const levelOf = (a: Telling, b: Telling): number => ((a.within === null) === (b.within === null) ? 0.5 : 0);

/** What the later text has more, less, or on another word; statements that may be one are matched best first. */
function changesOf(later: Report, earlier: Report, kindOf: (telling: Telling) => number): Version['changes'] {
  const kinds = new Map<string, { readonly a: Telling[]; readonly b: Telling[] }>();
  const sort = (tellings: readonly Telling[], side: 'a' | 'b'): void => {
    for (const telling of tellings) {
      const kind = kindOf(telling);
      const key = kind < 0 ? `words ${telling.said.key}` : `kind ${kind}`;
      const lists = kinds.get(key) ?? { a: [], b: [] };
      lists[side].push(telling);
      kinds.set(key, lists);
    }
  };
  sort(later.tellings, 'a');
  sort(earlier.tellings, 'b');
  const matches: Match[] = [];
  for (const { a: mine, b: theirs } of kinds.values()) {
    if (mine.length * theirs.length > MOST_PAIRS) {
      for (const [i, a] of mine.entries()) if (theirs[i] !== undefined) matches.push({ a, b: theirs[i], score: 0 });
    } else
      for (const a of mine)
        for (const b of theirs) matches.push({ a, b, score: (sameWords(a, b) ? 2 : compareContents(a.said, b.said).long) + levelOf(a, b) });
  }
  matches.sort((x, y) => y.score - x.score || x.a.order - y.a.order || x.b.order - y.b.order);
  const [usedA, usedB] = [new Set<Telling>(), new Set<Telling>()];
  const resourced: { readonly from: string; readonly to: string; readonly note: string }[] = [];
  for (const { a, b } of matches) {
    if (usedA.has(a) || usedB.has(b)) continue;
    usedA.add(a);
    usedB.add(b);
    const note = resourcing(a, b);
    if (note !== undefined) resourced.push({ from: a.id, to: b.id, note });
  }
  return {
    added: later.tellings.filter((a) => !usedA.has(a)).map(({ id }) => id),
    dropped: earlier.tellings.filter((b) => !usedB.has(b)).map(({ id }) => id),
    resourced: resourced.sort((x, y) => byText(x.from, y.from)),
  };
}

const whoIs = ({ voice }: Telling): string => voice?.name ?? (voice === undefined || voice.type === 'none' ? 'nobody' : 'somebody unnamed');

/** How the sourcing of one statement changed; undefined where it did not. */
function resourcing(later: Telling, earlier: Telling): string | undefined {
  if (later.grade !== earlier.grade && later.grade !== undefined && earlier.grade !== undefined)
    return `${whoIs(earlier)} (${earlier.grade}) before, ${whoIs(later)} (${later.grade}) now`;
  const [a, b] = [later.voice, earlier.voice];
  if (a === undefined && b === undefined) return undefined;
  if (a === undefined || b === undefined || likeness(a, b) === 'different') return `${whoIs(earlier)} before, ${whoIs(later)} now`;
  return undefined;
}
