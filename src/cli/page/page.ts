import { type Analysis, type Missed, type Notice, type Span, textAt, type WireStatement } from '../../model/index.ts';
import { contextsOf } from './context.ts';
import { excerpt, shown } from './shown.ts';
import { type Row, type Sheet, statementRows } from './statement.ts';
import { type Paint, paintWith } from './style.ts';
import { counted, DOT, dateInWords } from './wording.ts';
import { clip, pad, widthOf, wrap } from './wrap.ts';

/** How a page is to look. */
export interface PageFormat {
  /** Terminal cells. */
  readonly columns: number;
  readonly colour: boolean;
}

/** Rows are never longer, however wide the terminal is, nor cut shorter, however narrow. */
export const WIDEST = 120;
export const NARROWEST = 32;
/** From this width on the notes stand in the margin. */
const ROOM_FOR_MARGIN = 108;
const MARGIN = 36;
const LISTED = 8;
const NEAR = 200;
/** Fewer characters than this are shown with some of the text around them. */
const SHORT = 30;

/**
 * One report's statements as a page for people.
 *
 * @param text the text that the analysis was made of
 * @param from the file or line it came from
 * @returns rows that end with a line break; no row is wider than the format's columns (from 32 on)
 */
export function renderPage(analysis: Analysis, text: string, from: string, format: PageFormat): string {
  const columns = Math.max(NARROWEST, Math.min(WIDEST, format.columns));
  const paint = paintWith(format.colour);
  const rows = [
    rule(shown(from), columns, paint),
    ...head(analysis, text, columns, paint),
    '',
    ...statements(analysis, text, columns, paint),
    ...passedOver(analysis.missed, text, columns, paint),
    ...notices(analysis.notices, text, columns, paint),
  ];
  return `${rows.map((row) => row.trimEnd()).join('\n')}\n`;
}

/** A line across the page with a name in it. */
export function rule(name: string, columns: number, paint: Paint): string {
  const label = clip(name, columns - 6);
  return paint('quiet', `── ${label} ${'─'.repeat(Math.max(2, columns - 4 - widthOf(label)))}`);
}

function head(analysis: Analysis, text: string, columns: number, paint: Paint): readonly string[] {
  const { statements: found, speakers, missed, notices: told } = analysis;
  const voices = speakers.length > 0 ? ` by ${counted(speakers.length, 'voice')}` : '';
  const counts = [counted(found.length, 'statement') + voices];
  const alleged = found.reduce((sum, { allegations = [] }) => sum + allegations.length, 0);
  if (alleged > 0) counts.push(counted(alleged, 'allegation'));
  if (missed.length > 0) counts.push(`${counted(missed.length, 'place')} passed over`);
  if (told.length > 0) counts.push(counted(told.length, 'notice'));
  return [...titleRows(analysis, text, columns, paint), ...wrap([[counts.join(DOT), 'quiet']], columns, paint)];
}

/** The report's title, or how it begins, and what else is known of it. */
export function titleRows({ article }: Analysis, text: string, columns: number, paint: Paint): readonly string[] {
  const known = [article.publisher, article.published && dateInWords(shown(article.published)), article.byline]
    .map((fact) => excerpt(fact ?? ''))
    .filter((fact) => fact !== '');
  const title = excerpt(article.title ?? '');
  const opening = shown(text.trimStart().slice(0, NEAR).split('\n')[0]!);
  return [
    ...wrap(title === '' ? [['Without a title. It begins: ', 'quiet'], [clip(opening, 72)]] : [[title, 'title']], columns, paint),
    ...(known.length > 0 ? wrap([[known.join(DOT)]], columns) : []),
  ];
}

/** Where and how statements are drawn at this width. */
export function sheetOf(analysis: Analysis, text: string, columns: number, paint: Paint): Sheet {
  const margin = columns >= ROOM_FOR_MARGIN ? MARGIN : 0;
  const ids = new Set(analysis.statements.map((statement) => statement.id));
  const told = new Map<string, WireStatement[]>();
  for (const statement of analysis.statements) {
    if (statement.within === null || !ids.has(statement.within)) continue;
    told.set(statement.within, [...(told.get(statement.within) ?? []), statement]);
  }
  return {
    text,
    speakers: new Map(analysis.speakers.map((speaker) => [speaker.id, speaker])),
    told,
    paint,
    width: columns - (margin > 0 ? margin + 3 : 0),
    margin,
    idWidth: Math.max(2, ...analysis.statements.map((statement) => widthOf(shown(statement.id)))),
  };
}

/** Rows of words and margin, set side by side. */
export const setRows = (sheet: Sheet, rows: readonly Row[]): readonly string[] =>
  rows.map(({ left, note }) => (sheet.margin === 0 || note === '' ? left : `${pad(left, sheet.width)}   ${note}`));

function statements(analysis: Analysis, text: string, columns: number, paint: Paint): readonly string[] {
  if (analysis.statements.length === 0) return ['No attributed statement was found in this report.', ''];
  const sheet = sheetOf(analysis, text, columns, paint);
  const nested = new Set([...sheet.told.values()].flat());
  return analysis.statements
    .filter((statement) => !nested.has(statement))
    .flatMap((statement) => [...setRows(sheet, statementRows(sheet, statement)), '']);
}

const wordsAt = (text: string, at: Span): string => shown(textAt(text, [at[0], Math.min(at[1], at[0] + NEAR)]));

/** Short words in brackets with what stands beside them, long ones by their beginning. */
function missedWords(text: string, at: Span, columns: number): string {
  const length = at[1] - at[0];
  if (length > SHORT) return clip(wordsAt(text, at), columns);
  const beside = Math.max(0, Math.min(SHORT, (columns - length - 4) >> 1));
  return clip(
    contextsOf(text, [at], beside)
      .flat()
      .map(([words]) => words)
      .join(''),
    columns,
  );
}

function passedOver(missed: readonly Missed[], text: string, columns: number, paint: Paint): readonly string[] {
  if (missed.length === 0) return [];
  const rows = missed.slice(0, LISTED).flatMap(({ at, why }) => {
    const reason = `  · ${clip(shown(why), columns - 4)}`;
    const words = missedWords(text, at, columns - 4);
    const room = columns - widthOf(reason) - 3;
    if (room >= widthOf(words)) return [`${paint('quiet', reason)}   ${words}`];
    return [paint('quiet', reason), `    ${words}`];
  });
  return [paint('title', 'Passed over'), ...rows, ...more(missed.length, paint), ''];
}

function notices(told: readonly Notice[], text: string, columns: number, paint: Paint): readonly string[] {
  if (told.length === 0) return [];
  const rows = told.slice(0, LISTED).flatMap(({ code, message, at }) => {
    const words = at === undefined ? '' : wordsAt(text, at);
    const lines = wrap([[excerpt(message)], [` (${code})`, 'quiet']], columns - 4, paint);
    const said = lines.map((line, i) => (i === 0 ? `  ${paint('warning', '!')} ${line}` : `    ${line}`));
    return words === '' ? said : [...said, `    ${paint('quiet', '│')} ${clip(words, columns - 6)}`];
  });
  return [paint('title', 'Notices'), ...rows, ...more(told.length, paint), ''];
}

const more = (count: number, paint: Paint): readonly string[] =>
  count > LISTED ? [paint('quiet', `  and ${counted(count - LISTED, 'other')}; --json lists them all`)] : [];
