import type { Case } from '../../casefile/index.ts';
import type { Act, Channel, Grade, SourceType, Status, Wrong } from '../../model/index.ts';
import { keyInAnalysis, keyOfReport, type Ledger, type ThingKey } from './ledger.ts';

/** What is known of a report, without its text. */
export interface ReportFact {
  readonly number: number;
  readonly id: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly url: string | null;
}

export interface SpeakerFact {
  readonly article: number;
  readonly analysis: number;
  readonly id: string;
  readonly name: string | null;
  readonly type: SourceType;
  readonly role: string | null;
}

export interface AllegationFact {
  readonly accused: string | null;
  /** Id of the speaker of the report who is accused. */
  readonly accusedSpeaker: string | null;
  readonly wrong: Wrong;
  readonly status: Status;
  readonly place: string | null;
  readonly when: string | null;
}

/** A statement of an analysis that counts, as its row tells. */
export interface StatementFact {
  readonly number: number;
  readonly article: number;
  readonly analysis: number;
  readonly id: string;
  readonly key: ThingKey;
  /** Id of its speaker within the report. */
  readonly speaker: string | null;
  readonly act: Act | null;
  readonly grade: Grade | null;
  readonly channel: Channel | null;
  readonly outlet: string | null;
  readonly said: string | null;
  readonly confidence: number;
  readonly allegations: readonly AllegationFact[];
}

const NONE: readonly never[] = [];

interface Loaded {
  readonly articles: Map<number, ReportFact>;
  readonly articleById: Map<string, number>;
  readonly statements: StatementFact[];
  /** By number of the report. */
  readonly ofReport: Map<number, StatementFact[]>;
  readonly byKey: Map<ThingKey, StatementFact>;
  /** By "r12/p2". */
  readonly speakers: Map<string, SpeakerFact>;
  /** The last analysis that is in it. */
  last: number;
}

const empty = (): Loaded => ({
  articles: new Map(),
  articleById: new Map(),
  statements: [],
  ofReport: new Map(),
  byKey: new Map(),
  speakers: new Map(),
  last: 0,
});

type Row = Readonly<Record<string, string | number | null>>;

function load({ db }: Case, into: Loaded, upTo: number): void {
  const { last } = into;
  const known = into.articles.size === 0 ? 0 : Math.max(...lastFew(into.articles.keys()));
  for (const row of db.all('SELECT number, id, title, publisher, published, url FROM articles WHERE number > ?', known)) {
    const report = row as unknown as ReportFact;
    into.articles.set(report.number, report);
    into.articleById.set(report.id, report.number);
  }
  const range = 'a.number > ? AND a.number <= ?';
  const allegations = new Map<number, AllegationFact[]>();
  for (const row of db.all(
    `SELECT g.statement, g.accused, p.id AS accusedSpeaker, g.wrong, g.status, g.location AS place, g.time AS "when" FROM current_analyses AS a
     JOIN statements AS s ON s.analysis = a.number JOIN allegations AS g ON g.statement = s.number LEFT JOIN speakers AS p ON p.number = g.accused_speaker
     WHERE ${range} ORDER BY g.statement, g.place`,
    last,
    upTo,
  ) as readonly Row[]) {
    const list = allegations.get(row.statement as number);
    if (list === undefined) allegations.set(row.statement as number, [row as unknown as AllegationFact]);
    else list.push(row as unknown as AllegationFact);
  }
  for (const row of db.all(
    `SELECT p.id, p.name, p.type, p.role, a.article, a.number AS analysis FROM current_analyses AS a JOIN speakers AS p ON p.analysis = a.number WHERE ${range}`,
    last,
    upTo,
  )) {
    const speaker = row as unknown as SpeakerFact;
    into.speakers.set(`r${speaker.article}/${speaker.id}`, speaker);
  }
  for (const row of db.all(
    `SELECT s.number, a.article, s.analysis, s.id, p.id AS speaker, s.act, s.grade, s.channel, s.outlet, s.said, s.confidence
     FROM current_analyses AS a JOIN statements AS s ON s.analysis = a.number LEFT JOIN speakers AS p ON p.number = s.speaker WHERE ${range} ORDER BY s.number`,
    last,
    upTo,
  )) {
    const plain = row as unknown as Omit<StatementFact, 'key' | 'allegations'>;
    const fact: StatementFact = {
      ...plain,
      key: keyInAnalysis(plain.analysis, plain.id),
      allegations: allegations.get(plain.number) ?? NONE,
    };
    into.statements.push(fact);
    into.byKey.set(fact.key, fact);
    const own = into.ofReport.get(fact.article);
    if (own === undefined) into.ofReport.set(fact.article, [fact]);
    else own.push(fact);
  }
  into.last = upTo;
}

/** The last keys of a map whose keys grow; the whole of it need not be spread. */
function lastFew(keys: Iterable<number>): readonly number[] {
  let last = 0;
  for (const key of keys) if (key > last) last = key;
  return [last];
}

/** The rows of a case that its overviews are made of, kept ready; only what came in since is read again. */
export function createFacts(ledger: Ledger) {
  let loaded = empty();
  /** Counts every time it was read anew or more came. */
  let stamp = 0;
  return {
    refresh(kept: Case): void {
      const { db } = kept;
      const { n: last } = db.get<{ n: number }>('SELECT coalesce(max(number), 0) AS n FROM analyses')!;
      const { n: articles } = db.get<{ n: number }>('SELECT count(*) AS n FROM articles')!;
      if (last === loaded.last && articles === loaded.articles.size) return;
      const again = db.get(
        'SELECT 1 AS one FROM analyses AS a WHERE a.number > ? AND EXISTS (SELECT 1 FROM analyses AS b WHERE b.article = a.article AND b.number <= ?)',
        loaded.last,
        loaded.last,
      );
      if (again !== undefined) loaded = empty();
      load(kept, loaded, last);
      stamp++;
    },
    stamp: (): number => stamp,
    statements: (): readonly StatementFact[] => loaded.statements,
    ofReport: (article: number): readonly StatementFact[] => loaded.ofReport.get(article) ?? NONE,
    byKey: (key: ThingKey): StatementFact | undefined => loaded.byKey.get(key),
    statement: (article: number, id: string): StatementFact | undefined => loaded.ofReport.get(article)?.find((fact) => fact.id === id),
    /** A report as it stands after decisions. */
    report(article: number): ReportFact | undefined {
      const report = loaded.articles.get(article);
      const set = report && ledger.corrections(keyOfReport(article));
      return set === undefined ? report : ({ ...report, ...set } as ReportFact);
    },
    reportNumber: (id: string): number | undefined => loaded.articleById.get(id),
    reports: (): number => loaded.articles.size,
    /** A speaker of a report as it stands after decisions. */
    speaker(ref: string): SpeakerFact | undefined {
      const speaker = loaded.speakers.get(ref);
      const set = speaker && ledger.corrections(keyInAnalysis(speaker.analysis, speaker.id));
      return set === undefined ? speaker : ({ ...speaker, ...set } as SpeakerFact);
    },
    speakers: (): IterableIterator<readonly [string, SpeakerFact]> => loaded.speakers.entries(),
    /** A statement as it stands after decisions; undefined where it was rejected. */
    standing(fact: StatementFact): StatementFact | undefined {
      if (ledger.lastOf(fact.key) === 0) return fact;
      if (ledger.stateOf(fact.key) === 'rejected') return undefined;
      const set = ledger.corrections(fact.key);
      return set === undefined ? fact : ({ ...fact, ...set } as StatementFact);
    },
  };
}
export type Facts = ReturnType<typeof createFacts>;
