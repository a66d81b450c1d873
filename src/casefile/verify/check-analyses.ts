import type { Analysis } from '../../model/index.ts';
import { type Case, decode } from '../case.ts';
import { countSpans, faultOf } from '../check-analysis.ts';
import type { Row } from '../database.ts';
import { derivedRows } from '../derived-rows.ts';
import { eventsOf } from './events-of.ts';
import { type Check, type Counts, differs, fault } from './fault.ts';

interface AnalysisRow extends Row {
  readonly number: number;
  readonly article: number;
  readonly engine: string;
  readonly model: string;
  readonly model_hash: string;
  readonly record_hash: string;
  readonly record_size: number;
  readonly record: Uint8Array;
  readonly article_id: string;
  readonly text_hash: string;
  readonly characters: number;
}

const TOGETHER = 50;

const SELECT = `SELECT n.number, n.article, n.engine, n.model, n.model_hash, n.record_hash, n.record_size, n.record,
  a.id AS article_id, t.hash AS text_hash, t.characters
  FROM analyses AS n JOIN articles AS a ON a.number = n.article JOIN texts AS t ON t.number = a.text
  WHERE n.number > ? ORDER BY n.number LIMIT ${TOGETHER}`;

/** Analyses: their record against the log, every span against its text, the rows beside them against the record. */
export function* checkAnalyses(kept: Case, counts: Counts): Check {
  for (let after = 0; ; ) {
    const rows = kept.db.all<AnalysisRow>(SELECT, after);
    if (rows.length === 0) return;
    const last = rows.at(-1)!.number;
    const copies = readCopies(kept, after + 1, last);
    for (const row of rows) yield* checkAnalysis(kept, row, copies, counts);
    after = last;
    yield undefined;
  }
}

function* checkAnalysis(kept: Case, row: AnalysisRow, copies: Copies, counts: Counts): Check {
  const { tools } = kept;
  counts.analyses++;
  const where = `analysis ${row.number} of report r${row.article}`;
  try {
    const bytes = tools.unpack({ size: row.record_size, bytes: row.record });
    const hash = tools.hash(bytes);
    if (hash !== row.record_hash) yield differs(where, "the record's hash", row.record_hash, hash);
    const told = eventsOf(kept, 'article', row.article, 'analysis').filter(({ analysis }) => analysis === row.number);
    const [event] = told;
    if (event === undefined || told.length > 1) yield fault(where, 'Expected one event that tells of it, found none or several.');
    else if (event.record !== row.record_hash || event.engine !== row.engine || event.model !== row.model_hash) {
      yield differs(where, 'what the log says', [event.record, event.engine, event.model], [row.record_hash, row.engine, row.model_hash]);
    }
    const analysis = JSON.parse(decode(bytes)) as Analysis;
    const { version, model, modelHash } = analysis.engine;
    if (version !== row.engine || model !== row.model || modelHash !== row.model_hash)
      yield differs(where, 'the engine', analysis.engine, row.engine);
    if (analysis.id !== row.article_id) yield differs(where, 'the id of its report', row.article_id, analysis.id);
    if (analysis.article.textHash !== row.text_hash) yield differs(where, 'the text', row.text_hash, analysis.article.textHash);
    const wrong = faultOf(analysis, row.characters);
    if (wrong !== undefined) yield fault(where, `A quotation does not stand in its text: ${wrong}.`);
    const expected = derivedRows(analysis);
    for (const table of ['speakers', 'statements', 'allegations'] as const) {
      const found = copies[table].get(row.number) ?? '';
      if (JSON.stringify(expected[table]).slice(1, -1) !== found)
        yield fault(where, `Its rows in the table ${table} are not what its record says.`);
    }
    counts.spans += countSpans(analysis);
    counts.statements += analysis.statements.length;
  } catch (error) {
    yield fault(where, `It cannot be read: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

type Copies = Readonly<Record<'speakers' | 'statements' | 'allegations', ReadonlyMap<number, string>>>;

const ROWS = {
  speakers: 'SELECT analysis, id, name, type, role FROM speakers WHERE analysis BETWEEN ? AND ? ORDER BY number',
  statements: `SELECT s.analysis, s.id, s.content, s.form, s.within, s.act, p.id AS speaker, s.type, s.grade, s.channel, s.outlet, s.said, s.confidence
    FROM statements AS s LEFT JOIN speakers AS p ON p.number = s.speaker WHERE s.analysis BETWEEN ? AND ? ORDER BY s.number`,
  allegations: `SELECT s.analysis, s.id, g.place, g.accused, p.id AS accused_speaker, g.wrong, g.status, g.victims, g.location, g.time
    FROM statements AS s JOIN allegations AS g ON g.statement = s.number LEFT JOIN speakers AS p ON p.number = g.accused_speaker
    WHERE s.analysis BETWEEN ? AND ? ORDER BY s.number, g.place`,
};

/** The rows beside some analyses, as JSON in the form of `derivedRows`. */
function readCopies({ db }: Case, first: number, last: number): Copies {
  const copies = { speakers: new Map<number, string>(), statements: new Map<number, string>(), allegations: new Map<number, string>() };
  for (const table of ['speakers', 'statements', 'allegations'] as const) {
    const map = copies[table];
    for (const { analysis, ...row } of db.all(ROWS[table], first, last)) {
      const before = map.get(Number(analysis));
      const now = JSON.stringify(Object.values(row));
      map.set(Number(analysis), before === undefined ? now : `${before},${now}`);
    }
  }
  return copies;
}
