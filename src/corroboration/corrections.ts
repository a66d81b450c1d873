import { sharedWeight } from './alike.ts';
import { stemsOf, weightOf } from './content.ts';
import { corrections } from './lexicon.ts';
import { byPlace } from './order.ts';
import type { Report, Telling } from './report.ts';
import { type Clustered, type Tie, timeOf } from './ties.ts';
import { likeness } from './voice.ts';
import { type Lexer, wordsIn } from './words.ts';

const literal = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const patternOf = (kind: string): RegExp =>
  new RegExp(
    `(?<![\\p{L}])(?:${corrections
      .filter((one) => one.kind === kind)
      .map((one) => literal(one.words))
      .join('|')})(?![\\p{L}])`,
    'iu',
  );
const CORRECTION = patternOf('correction');
const RETRACTION = patternOf('retraction');

/** How much of a statement's content words must stand in the paragraph that corrects it. */
const LEAST_SHARE = 0.5;
const LEAST_SHARED = 2;
const NEAR_BEST = 0.85;
/** A report is corrected within so many days. */
const MOST_DAYS = 400;
/** The latest reports of a house that are looked through for what a correction means. */
const MOST_REPORTS = 300;

/** Where a report takes something back: its paragraph, and its statement there, if there is one. */
export interface Correction {
  readonly report: Report;
  readonly stems: readonly number[];
  readonly weight: number;
  readonly statements: readonly Telling[];
}

/** The paragraphs of a report that correct what was printed before. */
export function correctionsIn(report: Report, lexer: Lexer): readonly Correction[] {
  if (!CORRECTION.test(report.text)) return [];
  const out: Correction[] = [];
  let start = 0;
  for (const paragraph of report.text.split('\n')) {
    const end = start + paragraph.length;
    if (CORRECTION.test(paragraph)) {
      const words = lexer.wordsOf(paragraph);
      const stems = stemsOf(wordsIn(words, [[0, paragraph.length]]).map((i) => words.stem[i]!));
      const weight = stems.reduce((sum, stem) => sum + weightOf(stem), 0);
      const [from, to] = [start, end];
      const statements = report.tellings.filter(({ content }) => content.length > 0 && content[0]![0] >= from && content[0]![0] < to);
      out.push({ report, stems, weight, statements });
    }
    start = end + 1;
  }
  return out;
}

const isBefore = (a: Report, b: Report): boolean => {
  if (a.moment === undefined || b.moment === undefined) return true;
  const days = (b.moment.from - a.moment.from) / 1440;
  return days >= 0 && days <= MOST_DAYS;
};

/** Ties each correction to the statement of an earlier report of the same house that it takes back, and to the echoes of that. */
export function correctionTies(
  found: readonly Correction[],
  byFamily: ReadonlyMap<string, readonly Report[]>,
  clustered: Clustered,
): readonly Tie[] {
  const ties: Tie[] = [];
  for (const correction of found) {
    const { report, stems } = correction;
    const earlier = (byFamily.get(report.family ?? '') ?? []).filter((other) => other !== report && isBefore(other, report));
    const latest = [...earlier]
      .sort((a, b) => (b.moment?.from ?? 0) - (a.moment?.from ?? 0) || (a.id < b.id ? -1 : 1))
      .slice(0, MOST_REPORTS);
    const scored = latest
      .flatMap(({ tellings }) => tellings)
      .map((telling) => {
        const shared = sharedWeight(stems, telling.said.stems);
        return { telling, shared, share: shared / Math.max(1, telling.said.weight) };
      })
      .filter(({ shared, share }) => shared >= LEAST_SHARED && share >= LEAST_SHARE);
    const best = Math.max(0, ...scored.map(({ share, shared }) => share * Math.min(shared, 8)));
    const targets = scored.filter(({ share, shared }) => share * Math.min(shared, 8) >= NEAR_BEST * best).map(({ telling }) => telling);
    const from = [...correction.statements].sort((a, b) => score(b, stems) - score(a, stems) || byPlace(a, b))[0] ?? report;
    const seen = new Set<Telling>();
    for (const target of targets)
      for (const member of clustered.membersOf(target)) {
        if (seen.has(member) || member.report === report || !isBefore(member.report, report)) continue;
        seen.add(member);
        const echo = member.report.family === report.family ? [] : [{ rule: 'echo', note: 'the same statement in another report' }];
        ties.push({
          type: 'answers',
          from,
          to: member,
          because: [{ rule: 'correction', note: 'a paragraph that corrects an earlier report of the same house speaks of this' }, ...echo],
          confidence: 0.8,
        });
      }
  }
  return ties;
}

const score = (telling: Telling, stems: readonly number[]): number => sharedWeight(telling.said.stems, stems);

/** Ties a statement in which a speaker takes something back to what the same speaker said before. */
export function retractionTies(
  tellings: readonly Telling[],
  earlierBy: (telling: Telling) => readonly Telling[],
  clustered: Clustered,
): readonly Tie[] {
  const ties: Tie[] = [];
  for (const telling of tellings) {
    if (!isRetraction(telling) || telling.voice === undefined) continue;
    const mine = timeOf(telling);
    const found = earlierBy(telling).filter((other) => {
      if (other.report === telling.report || other.voice === undefined || likeness(other.voice, telling.voice!) !== 'same') return false;
      const theirs = timeOf(other);
      if (mine !== undefined && theirs !== undefined && theirs > mine) return false;
      const shared = sharedWeight(other.said.stems, telling.said.stems);
      return !isRetraction(other) && shared >= LEAST_SHARED && shared >= 0.4 * Math.min(other.said.weight, telling.said.weight);
    });
    const seen = new Set<Telling>();
    for (const member of found.flatMap((other) => clustered.membersOf(other))) {
      if (seen.has(member) || member.report === telling.report || isRetraction(member)) continue;
      seen.add(member);
      ties.push({
        type: 'answers',
        from: telling,
        to: member,
        because: [{ rule: 'retraction', note: 'the same voice takes it back' }],
        confidence: 0.75,
      });
    }
  }
  return ties;
}

/** True if a statement's words, with those around them, take something back. */
export function isRetraction({ report, content, source }: Telling): boolean {
  const starts = [...source, ...content].map((span) => span[0]);
  const ends = [...source, ...content].map((span) => span[1]);
  const [from, to] = [Math.min(...starts), Math.max(...ends)];
  return to - from < 600 && RETRACTION.test(report.text.slice(from, to));
}
