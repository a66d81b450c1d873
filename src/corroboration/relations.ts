import { type Analysis, type Link, type LinkEnd, type Notice, notice, type Relation } from '../model/index.ts';
import { type Accusation, accusationsOf, isAccusing } from './accusations.ts';
import { answersOf } from './answers.ts';
import { createCast, partIdOf } from './cast.ts';
import { createClusters, type Found, MOST_EACH } from './clusters.ts';
import { createCopies, sketchOf } from './copies.ts';
import { type Correction, correctionsIn, correctionTies, isRetraction, retractionTies } from './corrections.ts';
import { momentOf } from './dates.ts';
import { createGraph } from './graph.ts';
import { hashText, idOf } from './hash.ts';
import { addTo } from './multimap.ts';
import { byPlace, byText } from './order.ts';
import { personsOf, type StatementsOf } from './persons.ts';
import { reciprocalsOf } from './reciprocal.ts';
import { type Report, reportOf, type Telling } from './report.ts';
import type { Clustered, Tie } from './ties.ts';
import { versionsOf } from './versions.ts';
import { createVoices } from './voice.ts';
import { createLexer } from './words.ts';

/** Persons, clusters and links, in a fixed order, and what a reader of them must know of the input. */
export interface Related {
  readonly relations: readonly Relation[];
  readonly notices: readonly Notice[];
}

export interface RelationsOptions {
  /** The version that analyses must have; any, where none is given. */
  readonly version?: string;
  /** ISO date of today, for the notice `future-date`; none is given without it. */
  readonly today?: string;
}

/** The reports that were added, and how they relate. */
export interface Relations {
  /**
   * Adds the analysis of one report. Only what it touches is compared; the result is the same in any order.
   * @returns what a reader of the result must know of it
   * @throws VersionMismatch for an analysis of another version
   */
  add(analysis: Analysis): readonly Notice[];
  /** What is known by now; may be asked as often as wanted, and more may be added afterwards. */
  result(): Related;
}

/** An analysis was made by another version of the engine than the one that relates. */
export class VersionMismatch extends Error {
  constructor(id: string, found: string, expected: string) {
    super(
      `expected analyses of version ${expected}, found version ${found} in "${id.slice(0, 80)}"; read the report again with this version`,
    );
    this.name = 'VersionMismatch';
  }
}

/** From so many on, a reader is told that a statement stands in very many reports. */
const MANY = 10_000;

/** Tells one analysis from another with the same id: the same for the same analysis alone. */
const markOf = ({ id, engine, article, statements }: Analysis): string => {
  const spans = statements.map((s) => [s.id, s.source, s.cue, s.content, s.speaker, s.act, s.sourcing, s.allegations]);
  return idOf('r', JSON.stringify([id, engine.model, engine.modelHash, { ...article, text: hashText(article.text) }, spans])).slice(2, 10);
};

/** The id of a report, or of one of several with that id. */
const written = (report: Report, clashes: ReadonlySet<string>): string =>
  clashes.has(report.id) ? `${report.id}~${report.mark}` : report.id;

/**
 * Relates reports as they come.
 *
 * @example
 * const relations = createRelations();
 * for (const analysis of analyses) relations.add(analysis);
 * relations.result().relations // Person[], Cluster[], Link[]
 */
export function createRelations({ version, today }: RelationsOptions = {}): Relations {
  const lexer = createLexer();
  const voices = createVoices();
  const cast = createCast();
  const copies = createCopies((text) => {
    for (const { group } of reports[text]?.tellings ?? []) if (group >= 0) clusters.change(group);
  });
  const reports: Report[] = [];
  const ids = new Map<string, Set<string>>();
  const clashes = new Set<string>();
  const byFamily = new Map<string, Report[]>();
  const corrections: Correction[] = [];
  const accusing: Telling[] = [];
  const denying: Telling[] = [];
  const retracting: Telling[] = [];
  const now = momentOf(today ?? null)?.to;
  const nameOf = (report: Report): string => written(report, clashes);
  const refOf = (telling: Telling) => ({ article: nameOf(telling.report), statement: telling.id });
  const creditedBy = ({ index, family }: Report): number => {
    if (family === undefined) return 0;
    const names = ({ credits, tellings }: Report) => credits.includes(family) || tellings.some(({ cites }) => cites.includes(family));
    return copies.of(index).filter(({ other }) => reports[other]!.family !== family && names(reports[other]!)).length;
  };
  const graph = createGraph((group) => clusters.change(group));
  const clusters = createClusters(graph, copies, lexer, refOf, creditedBy);

  const add = (analysis: Analysis): readonly Notice[] => {
    const { id, engine, article } = analysis;
    if (version !== undefined && engine.version !== version) throw new VersionMismatch(id, engine.version, version);
    const mark = markOf(analysis);
    const known = ids.get(id);
    if (known?.has(mark)) return [notice('same-analysis', `the analysis of "${id.slice(0, 80)}" was given before; it is counted once`)];
    const notices: Notice[] = [];
    if (known !== undefined) {
      clashes.add(id);
      clusters.changeAll();
      known.add(mark);
      notices.push(
        notice(
          'duplicate-id',
          `"${id.slice(0, 80)}" is the id of two different reports; both are related, as ${id.slice(0, 80)}~ with a mark of each`,
        ),
      );
    } else ids.set(id, new Set([mark]));
    const words = lexer.wordsOf(article.text);
    const report = reportOf(reports.length, analysis, words, voices, mark);
    reports.push(report);
    if (now !== undefined && report.moment !== undefined && report.moment.from >= now)
      notices.push(
        notice(
          'future-date',
          `"${id.slice(0, 80)}" is dated ${article.published}, which is after ${today}; the date was taken as it stands`,
        ),
      );
    copies.add(sketchOf(words));
    cast.add(report);
    if (report.family !== undefined) addTo(byFamily, report.family, report);
    const corrected = correctionsIn(report, lexer);
    corrections.push(...corrected);
    // What a correction repeats is not told again.
    const repeated = new Set(corrected.flatMap(({ statements }) => statements));
    for (const telling of report.tellings) {
      if (!repeated.has(telling)) graph.add(telling);
      if (telling.allegations.some(isAccusing)) accusing.push(telling);
      if (telling.act === 'deny' || telling.allegations.some(({ status }) => status === 'denied')) denying.push(telling);
      if (isRetraction(telling)) retracting.push(telling);
    }
    tellingApart(report, graph.tells);
    return notices;
  };

  const result = (): Related => {
    clusters.update();
    const notices: Notice[] = [];
    const clustered: Clustered = {
      membersOf: (telling) => clusters.foundOf(telling)?.members ?? [telling],
      rootOf: (telling) => clusters.foundOf(telling)?.members[0] ?? telling,
    };
    const found = [...clusters.all()];
    const persons = personsOf(cast, statementsBy(found), nameOf);
    const accusations: Accusation[] = [...accusing].sort(byPlace).flatMap((telling) => accusationsOf(telling, persons, isAccusing));
    const answers = answersOf([...denying].sort(byPlace), accusations, persons, clustered);
    const reciprocals = reciprocalsOf(accusations, clustered);
    const earlierBy = (telling: Telling): readonly Telling[] => cast.reportsOf(telling.voice!).flatMap((report) => report.tellings);
    const ties = [
      ...answers.ties,
      ...reciprocals.ties,
      ...correctionTies(corrections, byFamily, clustered),
      ...retractionTies([...retracting].sort(byPlace), earlierBy, clustered),
    ];
    const links: Link[] = ties.map((tie) => linkOf(tie, nameOf));
    for (const { alterations, members, cluster } of found) {
      for (const { from, to, ...rest } of alterations)
        links.push({ kind: 'link', type: 'altered', from: refOf(from), to: refOf(to), ...rest });
      if (members.length >= MANY)
        notices.push(
          notice(
            'crowded',
            `the statement ${cluster.earliest.statement} of "${cluster.earliest.article}" stands in ${members.length} reports; each is compared with the earliest alone`,
          ),
        );
    }
    const unlisted = found.reduce((sum, { left }) => sum + left, 0);
    if (unlisted > 0)
      notices.push(
        notice('crowded', `${unlisted} statements that their report makes more than ${MOST_EACH} times were not listed each time`),
      );
    for (const { from, to, ...rest } of versionsOf(reports, copies, clusters.kindOf))
      links.push({
        kind: 'link',
        type: 'version',
        from: { article: nameOf(from), statement: null },
        to: { article: nameOf(to), statement: null },
        ...rest,
      });
    const left = answers.passedOver + reciprocals.passedOver;
    if (left > 0)
      notices.push(notice('crowded', `${left} links between statements that are answered or returned very often were left out`));
    const closed = graph.closedKeys() + copies.closedKeys();
    if (closed > 0)
      notices.push(
        notice('crowded', `${closed} runs of words stand in so many different statements that they were not used to find equal ones`),
      );
    return {
      relations: [...persons.list, ...found.map(({ cluster }) => cluster).sort((a, b) => byText(a.id, b.id)), ...sorted(links)],
      notices,
    };
  };
  return { add, result };
}

/** Relates all reports at once. */
export function relate(analyses: Iterable<Analysis>, options: RelationsOptions = {}): Related {
  const relations = createRelations(options);
  const notices = [...analyses].flatMap((analysis) => relations.add(analysis));
  const { relations: list, notices: more } = relations.result();
  return { relations: list, notices: [...notices, ...more] };
}

const NONE: ReadonlySet<string> = new Set();

/** The clusters in which each named speaker speaks. */
function statementsBy(found: readonly Found[]): StatementsOf {
  const byPart = new Map<string, Set<string>>();
  for (const { cluster, members } of found)
    for (const { voice, report } of members) {
      if (voice === undefined || voice.name === null) continue;
      const id = partIdOf(voice, report);
      byPart.set(id, (byPart.get(id) ?? new Set()).add(cluster.id));
    }
  return ({ voice, refs }) => byPart.get(partIdOf(voice, refs[0]!.report)) ?? NONE;
}

/** A statement and those that it tells, at any depth, are never one statement. */
function tellingApart({ tellings }: Report, tells: (a: number, b: number) => void): void {
  const byId = new Map(tellings.map((telling) => [telling.id, telling]));
  for (const telling of tellings) {
    let outer = telling.within === null ? undefined : byId.get(telling.within);
    for (let depth = 0; outer !== undefined && depth < tellings.length; depth++) {
      tells(outer.group, telling.group);
      outer = outer.within === null ? undefined : byId.get(outer.within);
    }
  }
}

const endOf = (end: Telling | Report, nameOf: (report: Report) => string): LinkEnd =>
  'report' in end ? { article: nameOf(end.report), statement: end.id } : { article: nameOf(end), statement: null };

const linkOf = ({ type, from, to, because, confidence, sameWrong }: Tie, nameOf: (report: Report) => string): Link => ({
  kind: 'link',
  type,
  from: endOf(from, nameOf),
  to: endOf(to, nameOf),
  because,
  confidence,
  ...(sameWrong === undefined ? {} : { sameWrong }),
});

/** Links in a fixed order, none twice. */
function sorted(links: readonly Link[]): readonly Link[] {
  const keyed = links.map((link) => ({
    link,
    key: JSON.stringify([link.type, link.from, link.to, link.because[0]?.rule, -link.confidence]),
  }));
  keyed.sort((a, b) => byText(a.key, b.key));
  const seen = new Set<string>();
  return keyed
    .filter(({ link }) => {
      const ends = JSON.stringify([link.type, link.from, link.to]);
      return !seen.has(ends) && seen.add(ends);
    })
    .map(({ link }) => link);
}
