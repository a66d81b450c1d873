import { type Span, type Speaker, textOf, type WireStatement } from '../../model/index.ts';
import { allegationPieces } from './allegation.ts';
import { excerpt, shown } from './shown.ts';
import type { Paint } from './style.ts';
import { about, DOT } from './wording.ts';
import { type Piece, pad, wrap } from './wrap.ts';

/** A row of the page: the report's words, and what is noted beside them. */
export interface Row {
  readonly left: string;
  readonly note: string;
}

/** What drawing a statement needs to know of its report and of the page. */
export interface Sheet {
  readonly text: string;
  readonly speakers: ReadonlyMap<string, Speaker>;
  readonly told: ReadonlyMap<string, readonly WireStatement[]>;
  readonly paint: Paint;
  /** Cells for the report's words. */
  readonly width: number;
  /** Cells for the notes in the margin; 0 where they stand under the head. */
  readonly margin: number;
  /** Cells for the longest id. */
  readonly idWidth: number;
}

/** No deeper nesting is indented, and none where less than this would be left for words. */
const DEEPEST_INDENT = 6;
const LEAST_WORDS = 24;

/** Without the comma that parts it from what follows in the text. */
const unstopped = (words: string): string => words.replace(/[,;:]$/, '');

const wordsOf = (text: string, spans: readonly Span[]): string => excerpt(textOf(text, spans));

const unsourced = ({ sourcing }: WireStatement): string =>
  sourcing?.grade === 'author' && sourcing.type === 'author' ? 'in the report’s own voice' : 'no words name the source';

/** Who said it and by what words: the source as it stands, whom that means where the report says more elsewhere, and the cue. */
export function headOf(sheet: Sheet, statement: WireStatement): readonly Piece[] {
  const { text, speakers } = sheet;
  const words = unstopped(wordsOf(text, statement.source));
  const pieces: Piece[] = [words === '' ? [unsourced(statement), 'quiet'] : [words, 'source']];
  const speaker = statement.speaker == null ? undefined : speakers.get(statement.speaker);
  const known = (name: string | null | undefined): string => {
    const clean = shown(name ?? '');
    return words.toLowerCase().includes(clean.toLowerCase()) ? '' : clean;
  };
  const name = known(speaker?.name);
  const role = known(speaker?.role);
  if (name !== '') pieces.push([' →\u00A0', 'quiet'], [name, 'source']);
  if (role !== '') pieces.push([`, ${role}`, 'quiet']);
  const cue = unstopped(wordsOf(text, statement.cue));
  if (cue !== '') pieces.push([DOT, 'quiet'], [cue, 'cue']);
  return pieces;
}

/** The rows of one statement alone; `teller` names the one that tells it where no indent shows that. */
function ownRows(sheet: Sheet, statement: WireStatement, width: number, teller: string | undefined): readonly Row[] {
  const { text, told, paint, margin, idWidth } = sheet;
  const gutter = idWidth + 1;
  const inner = Math.max(8, width - gutter);
  const notes = [...about(statement), ...(teller === undefined ? [] : [`told in ${shown(teller)}`])];
  const under = margin > 0 ? [] : wrap([[notes.join(DOT), 'quiet']], inner, paint);
  const beside = margin > 0 ? notes.flatMap((note) => wrap([[note, 'quiet']], margin, paint)) : [];
  const bar = paint('quiet', '│ ');
  const content = wordsOf(text, statement.content);
  const said = wrap([content === '' ? ['no words', 'quiet'] : [content]], inner - 2, paint).map((row) => bar + row);
  const alleged = (statement.allegations ?? []).flatMap((one) => wrap(allegationPieces(one), inner, paint));
  const left = [...wrap(headOf(sheet, statement), inner, paint), ...under, ...said, ...alleged];
  const id = paint('quiet', pad(shown(statement.id), gutter));
  const indent = ' '.repeat(gutter);
  const below = told.has(statement.id) ? indent + bar : '';
  return [
    ...left.map((row, i) => ({ left: (i === 0 ? id : indent) + row, note: beside[i] ?? '' })),
    ...beside.slice(left.length).map((note) => ({ left: below, note })),
  ];
}

/** The rows of one statement with those that it tells under it, each a step further in as long as there is room. */
export function statementRows(sheet: Sheet, statement: WireStatement, width = sheet.width, depth = 0, teller?: string): readonly Row[] {
  const gutter = sheet.idWidth + 1;
  const indented = depth < DEEPEST_INDENT && width - 2 * gutter - 2 >= LEAST_WORDS;
  const children = sheet.told.get(statement.id) ?? [];
  const nested = children.flatMap((child, i) => {
    if (!indented) return statementRows(sheet, child, width, depth + 1, statement.id);
    const last = i === children.length - 1;
    return statementRows(sheet, child, width - gutter - 2, depth + 1).map((row, r) => {
      const branch = r === 0 ? (last ? '└ ' : '├ ') : last ? '  ' : '│ ';
      return { left: ' '.repeat(gutter) + sheet.paint('quiet', branch) + row.left, note: row.note };
    });
  });
  return [...ownRows(sheet, statement, width, teller), ...nested];
}
