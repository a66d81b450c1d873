import type { Decided, StoredArticle } from '../../casefile/index.ts';
import type { Analysis } from '../../model/index.ts';
import { decisionRows } from './decisions.ts';
import { markedText } from './marked-text.ts';
import { type PageFormat, rule, setRows, sheetOf } from './page.ts';
import { excerpt, shown } from './shown.ts';
import { statementRows } from './statement.ts';
import { type Paint, paintWith } from './style.ts';
import { bytesInWords, counted, DOT, dateInWords, momentInWords } from './wording.ts';
import { wrap } from './wrap.ts';

export interface KeptReport {
  readonly stored: StoredArticle;
  /** As it stands after what people decided; undefined where the report was not read yet. */
  readonly analysis: Analysis | undefined;
  readonly decided: ReadonlyMap<string, Decided>;
}

const WIDEST = 120;
const NARROWEST = 32;

export const pageWidth = (columns: number): number => Math.max(NARROWEST, Math.min(WIDEST, columns));

/** A line of facts: what is said on the left, what it is on the right. */
export const factRows = (name: string, value: string, columns: number, paint: Paint): readonly string[] =>
  value === '' ? [] : wrap([[value]], columns - 11, paint).map((row, i) => `${paint('quiet', (i === 0 ? name : '').padEnd(10))} ${row}`);

/** A sha256 without its prefix, so that it fits on a row. */
const hexOf = (hash: string): string => hash.replace(/^sha256:/, '');

/** Where a report came from, in words. */
export function originOf({ received, part }: StoredArticle): string {
  const from = received.origin === '-' ? 'standard input' : shown(received.origin);
  const place = part === undefined ? '' : `, ${part.kind} ${part.number}`;
  return `${from}${place}${DOT}${received.kind}, ${bytesInWords(received.size)}${DOT}${momentInWords(received.at)}`;
}

function head({ stored, analysis, decided }: KeptReport, columns: number, paint: Paint): readonly string[] {
  const { article } = stored;
  const facts = analysis?.article ?? article;
  const title = excerpt(facts.title ?? '');
  const known = [facts.publisher, facts.published && dateInWords(shown(facts.published)), facts.byline]
    .map((fact) => excerpt(fact ?? ''))
    .filter((fact) => fact !== '');
  return [
    rule(`r${stored.number}`, columns, paint),
    ...wrap(title === '' ? [['Without a title', 'quiet']] : [[title, 'title']], columns, paint),
    ...(known.length > 0 ? wrap([[known.join(DOT)]], columns) : []),
    '',
    ...factRows('id', article.id === article.sourceHash ? '' : shown(article.id), columns, paint),
    ...factRows('address', shown(facts.url ?? ''), columns, paint),
    ...factRows('came from', originOf(stored), columns, paint),
    ...factRows('bytes', hexOf(article.sourceHash), columns, paint),
    ...factRows('text', hexOf(article.textHash), columns, paint),
    ...factRows(
      'read by',
      analysis === undefined
        ? 'not read yet; hearsay add reads it'
        : `engine ${shown(analysis.engine.version)}, model ${shown(analysis.engine.model)}`,
      columns,
      paint,
    ),
    ...decisionRows(decided.get(article.id), columns, paint),
  ];
}

function statements(analysis: Analysis, decided: ReadonlyMap<string, Decided>, columns: number, paint: Paint): readonly string[] {
  const sheet = { ...sheetOf(analysis, analysis.article.text, columns, paint), told: new Map() };
  const gutter = ' '.repeat(sheet.idWidth + 1);
  return analysis.statements.flatMap((statement) => [
    ...setRows(sheet, statementRows(sheet, statement, sheet.width, 0, statement.within ?? undefined)),
    ...decisionRows(decided.get(statement.id), columns, paint, gutter),
    '',
  ]);
}

/** A report of a case as a page for people: where it came from, its text with the statements marked, each statement with what was decided. */
export function renderKeptReport(report: KeptReport, format: PageFormat): string {
  const { stored, analysis, decided } = report;
  const columns = pageWidth(format.columns);
  const paint = paintWith(format.colour);
  const notices = (analysis?.notices ?? stored.article.notices).flatMap(({ code, message }) =>
    wrap([['! ', 'warning'], [excerpt(message)], [` (${code})`, 'quiet']], columns, paint),
  );
  const text = analysis === undefined ? wrap([[excerpt(stored.article.text)]], columns, paint) : markedText(analysis, columns, paint);
  const found = analysis?.statements.length ?? 0;
  const rows = [
    ...head(report, columns, paint),
    '',
    ...text,
    '',
    ...(found === 0 || analysis === undefined
      ? ['No attributed statement was found in it.', '']
      : [paint('title', counted(found, 'statement')), '', ...statements(analysis, decided, columns, paint)]),
    ...notices,
  ];
  return `${rows
    .map((row) => row.trimEnd())
    .join('\n')
    .trimEnd()}\n`;
}
