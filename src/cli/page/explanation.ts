import type { Analysis, Because, WireStatement } from '../../model/index.ts';
import { allegationPieces } from './allegation.ts';
import { contextsOf } from './context.ts';
import { type PageFormat, rule, setRows, sheetOf } from './page.ts';
import { excerpt, shown } from './shown.ts';
import { headOf, statementRows } from './statement.ts';
import { type Paint, paintWith } from './style.ts';
import { DOT } from './wording.ts';
import { type Piece, wrap } from './wrap.ts';

const WIDEST = 120;
const NARROWEST = 32;
const SHOWN_PLACES = 6;

/**
 * Why one statement was read as it was: the statement, then each rule or score in the order in which it decided, with the
 * words it looked at in brackets where they stand.
 */
export function renderExplanation(analysis: Analysis, statement: WireStatement, text: string, from: string, format: PageFormat): string {
  const columns = Math.max(NARROWEST, Math.min(WIDEST, format.columns));
  const paint = paintWith(format.colour);
  const sheet = { ...sheetOf(analysis, text, columns, paint), told: new Map() };
  const gutter = sheet.idWidth + 1;
  const teller = analysis.statements.find(({ id }) => id === statement.within);
  const told: readonly Piece[] =
    teller === undefined ? [] : [['told in ', 'quiet'], [shown(teller.id), 'quiet'], [': ', 'quiet'], ...headOf(sheet, teller)];
  const inside = analysis.statements.filter(({ within }) => within === statement.id).map(({ id }) => shown(id));
  const rows = [
    rule(`${shown(from)} · ${shown(statement.id)}`, columns, paint),
    ...setRows(sheet, statementRows(sheet, statement)),
    ...(told.length > 0 ? indent(wrap(told, columns - gutter, paint), gutter) : []),
    ...(inside.length > 0 ? indent(wrap([[`tells ${inside.join(', ')}`, 'quiet']], columns - gutter, paint), gutter) : []),
    '',
    paint('title', 'Why it was read so'),
    ...(statement.because.length === 0 ? ['  No reason was recorded.'] : []),
    ...statement.because.flatMap((because, i) => reason(because, i, text, columns, paint)),
    ...allegationReasons(statement, text, columns, paint),
    '',
    ...wrap([[`engine ${shown(analysis.engine.version)}${DOT}model ${shown(analysis.engine.model)}`, 'quiet']], columns, paint),
  ];
  return `${rows.map((row) => row.trimEnd()).join('\n')}\n`;
}

/** Of each allegation what decided who is accused, of what, and how it stands; then the words for whom, where and when. */
function allegationReasons({ because, allegations = [] }: WireStatement, text: string, columns: number, paint: Paint): readonly string[] {
  let count = because.length;
  return allegations.flatMap((one) => {
    const circumstances = (['victims', 'place', 'when'] as const).flatMap((field): readonly Because[] =>
      one.spans[field] === undefined ? [] : [{ rule: field, at: one.spans[field], note: '' }],
    );
    const reasons = [...one.because, ...circumstances].flatMap((why) => reason(why, count++, text, columns, paint));
    return [
      '',
      paint('title', 'Why it is read as an allegation'),
      ...indent(wrap(allegationPieces(one), columns - 2, paint), 2),
      ...reasons,
    ];
  });
}

const indent = (rows: readonly string[], gutter: number): readonly string[] => rows.map((row) => ' '.repeat(gutter) + row);

function reason({ rule: name, at, note }: Because, index: number, text: string, columns: number, paint: Paint): readonly string[] {
  const number = `${index + 1}`.padStart(3);
  const inner = columns - 6;
  const places = contextsOf(text, at);
  const more = places.length > SHOWN_PLACES ? [paint('quiet', `and ${places.length - SHOWN_PLACES} more places`)] : [];
  const bar = paint('quiet', '│ ');
  return [
    `${paint('quiet', number)}  ${wrap([[shown(name), 'cue']], columns - 5, paint).join(' ')}`,
    ...[
      ...(note === '' ? [] : wrap([[excerpt(note)]], inner)),
      ...places.slice(0, SHOWN_PLACES).flatMap((pieces) => wrap(pieces, inner - 2, paint).map((row) => bar + row)),
      ...more,
    ].map((row) => `     ${row}`),
  ];
}
