import {
  type Case,
  countFacets,
  describeQuery,
  type Found,
  parseQuery,
  type Query,
  type ReportHit,
  type Sort,
  type StatementHit,
  search,
} from '../../casefile/index.ts';
import { WRONGS, type Wrong } from '../../model/index.ts';
import type { Handlers } from '../ask.ts';
import { keyInAnalysis, type Ledger } from '../known/ledger.ts';
import { PAGE } from '../list.ts';
import { faultOf, Refusal } from '../refusal.ts';
import { bringUpToDate } from '../room.ts';
import type { FacetsAnswer, ReportList, ReportRow, SearchQuery, StatementList } from '../schema/report.ts';

/** A search as it was typed, with how it was read. */
export function searchOf(typed = '', sort?: Sort): { readonly query: Query; readonly told: FacetsAnswer['query'] } {
  const query = parseQuery(typed);
  const told = {
    typed,
    understood: describeQuery(query.wanted),
    repairs: query.repairs.map(({ message, at }) => ({ message, at: [at[0], at[1]] as const })),
  };
  if (sort === undefined) return { query, told };
  return { query: { ...query, sort }, told };
}

function find(kept: Case, { q, sort, limit = PAGE, cursor }: SearchQuery, reports: boolean): { found: Found; told: FacetsAnswer['query'] } {
  bringUpToDate(kept);
  const { query, told } = searchOf(q, sort);
  try {
    return { found: search(kept, query, { limit, cursor, reports }), told };
  } catch (error) {
    if (cursor === undefined || faultOf(error) !== 'not-allowed') throw error;
    throw new Refusal('wrong-input', (error as Error).message, { at: 'query/cursor' });
  }
}

const GRAVITY = Object.keys(WRONGS) as readonly Wrong[];
const gravest = (wrongs: readonly Wrong[]): Wrong | null => GRAVITY.find((wrong) => wrongs.includes(wrong)) ?? null;

interface Sums {
  readonly article: number;
  readonly analysis: number;
  readonly byline: string | null;
  readonly statements: number;
  readonly unnamed: number;
}

/** What the rows of some reports need beside the hits: few statements for all of them together. */
function sumsOf({ db }: Case, articles: readonly number[]) {
  const list = JSON.stringify(articles);
  const sums = db.all(
    `SELECT r.article, r.analysis, c.byline, count(s.number) AS statements, coalesce(sum(m.name IN ('described', 'collective', 'bare')), 0) AS unnamed
     FROM search_reports AS r JOIN articles AS c ON c.number = r.article LEFT JOIN search_statements AS s ON s.article = r.article
     LEFT JOIN search_names AS m ON m.number = s.grade WHERE r.article IN (SELECT value FROM json_each(?)) GROUP BY r.article`,
    list,
  ) as unknown as readonly Sums[];
  const wrongs = db.all<{ article: number; wrong: string; n: number }>(
    `SELECT s.article, g.wrong, count(*) AS n FROM search_statements AS s JOIN allegations AS g ON g.statement = s.number
     WHERE s.article IN (SELECT value FROM json_each(?)) GROUP BY s.article, g.wrong`,
    list,
  );
  const byArticle = new Map<number, { wrong: Wrong; n: number }[]>();
  for (const { article, wrong, n } of wrongs) byArticle.set(article, [...(byArticle.get(article) ?? []), { wrong: wrong as Wrong, n }]);
  return { sums: new Map(sums.map((row) => [row.article, row])), wrongs: byArticle };
}

/** How many statements of a report's reading are decided, and signed off. */
function decidedIn(ledger: Ledger, article: number, analysis: number): { readonly decided: number; readonly signed: number } {
  let decided = 0;
  let signed = 0;
  for (const key of ledger.thingsOf(article)) {
    if (!key.startsWith(`${analysis}/s`) && !key.startsWith('+')) continue;
    const by = ledger.deciding(key);
    if (by === undefined) continue;
    decided++;
    if (ledger.signatureOf(by.number)?.action === 'accept') signed++;
  }
  return { decided, signed };
}

export const reports: Handlers<'reports' | 'reportFacets' | 'statements' | 'statementFacets'> = {
  reports({ kept, query, room }): ReportList {
    const { found, told } = find(kept, query, true);
    const hits = found.hits as readonly ReportHit[];
    const { sums, wrongs } = sumsOf(
      kept,
      hits.map(({ ref }) => Number(ref.slice(1))),
    );
    const ledger = room.ledger(kept);
    const items = hits.map(({ kind: _, article: id, ...hit }): ReportRow => {
      const number = Number(hit.ref.slice(1));
      const { statements = 0, unnamed = 0, analysis = 0, byline = null } = sums.get(number) ?? {};
      const own = wrongs.get(number) ?? [];
      return {
        ...hit,
        context: mutable(hit.context),
        id,
        byline,
        statements,
        unnamed,
        ...decidedIn(ledger, number, analysis),
        wrong: gravest(own.map(({ wrong }) => wrong)),
        allegations: own.reduce((sum, { n }) => sum + n, 0),
      };
    });
    const { total, next, sort, notes } = found;
    return { total, next, items, query: told, sort, notes: [...notes] };
  },
  reportFacets: ({ kept, query }) => facets(kept, query, 'report'),
  statements({ kept, query, room }): StatementList {
    const { found, told } = find(kept, query, false);
    const ledger = room.ledger(kept);
    const hits = found.hits.filter((hit): hit is StatementHit => hit.kind === 'statement');
    const items = hits.map((hit) => {
      const { ref, title, publisher, published, article: id, speaker, role, source, form, accused, confidence } = hit;
      const report = ref.split('/')[0]!;
      const { analysis } = kept.db.get<{ analysis: number }>(
        'SELECT analysis FROM search_reports WHERE article = ?',
        Number(report.slice(1)),
      )!;
      return {
        ref,
        report: { ref: report, id, title, publisher, published },
        speaker,
        role,
        source,
        form,
        act: hit.act as StatementList['items'][number]['act'],
        grade: hit.grade as StatementList['items'][number]['grade'],
        channel: hit.channel as StatementList['items'][number]['channel'],
        wrong: hit.wrong as Wrong | null,
        accused,
        confidence,
        state: ledger.stateOf(keyInAnalysis(analysis, hit.statement)),
        context: mutable(hit.context),
      };
    });
    const { total, next, sort, notes } = found;
    return { total, next, items, query: told, sort, notes: [...notes] };
  },
  statementFacets: ({ kept, query }) => facets(kept, query, 'statement'),
};

const mutable = ({ at, text, marks, cut }: ReportHit['context']): ReportRow['context'] => ({ at, text, marks: [...marks], cut });

function facets(kept: Case, { q, limit }: { readonly q?: string; readonly limit?: number }, unit: 'report' | 'statement'): FacetsAnswer {
  bringUpToDate(kept);
  const { query, told } = searchOf(q);
  const counted = countFacets(kept, query, { unit, limit });
  return {
    query: told,
    unit,
    facets: Object.fromEntries(Object.entries(counted).map(([facet, values]) => [facet, values.map((value) => ({ ...value }))])),
  };
}
