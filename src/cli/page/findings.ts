import { type Analysis, type CheckedReport, lineAt, textAt, type WireFinding } from '../../model/index.ts';
import { contextsOf } from './context.ts';
import { NARROWEST, type PageFormat, rule, titleRows, WIDEST } from './page.ts';
import { excerpt, shown } from './shown.ts';
import { type Paint, paintWith } from './style.ts';
import { counted, DOT } from './wording.ts';
import { wrap } from './wrap.ts';

/** Notices of a text that was not read. */
const UNREAD: ReadonlySet<string> = new Set(['other-language', 'empty-text', 'binary-bytes']);

/** The findings of a report, each with its place in the text as people tell it. */
export function placedFindings({ analysis, findings }: CheckedReport): readonly WireFinding[] {
  const { text } = analysis.article;
  const place = lineAt(text);
  return findings.map(({ rule: id, at, message }) => ({ rule: id, at, ...place(at[0]), words: textAt(text, at), message }));
}

/**
 * What of one report does not meet which rule, as a page for people: each finding with its line and column, and the words in
 * brackets where they stand.
 *
 * @param from the file or line it came from
 * @returns rows that end with a line break; no row is wider than the format's columns (from 32 on)
 */
export function renderFindings(checked: CheckedReport, from: string, format: PageFormat): string {
  const { analysis, profile } = checked;
  const columns = Math.max(NARROWEST, Math.min(WIDEST, format.columns));
  const paint = paintWith(format.colour);
  const { text } = analysis.article;
  const placed = placedFindings(checked);
  const looked = counted(profile.rules.filter(({ on }) => on).length, 'rule');
  const rows = [
    rule(shown(from), columns, paint),
    ...titleRows(analysis, text, columns, paint),
    ...wrap(
      [
        [`profile ${shown(profile.name)}: ${looked} looked at${DOT}${counted(placed.length, 'place')} found${DOT}`, 'quiet'],
        [counted(analysis.statements.length, 'statement'), 'quiet'],
      ],
      columns,
      paint,
    ),
    '',
    ...placed.flatMap((finding) => [...findingRows(finding, text, columns, paint), '']),
    ...(placed.length > 0 ? [] : [...wrap([[nothing(analysis)]], columns), '']),
    ...analysis.notices.flatMap(({ code, message }) =>
      wrap([['! ', 'warning'], [excerpt(message)], [` (${code})`, 'quiet']], columns, paint),
    ),
    ...(analysis.notices.length > 0 ? [''] : []),
  ];
  return `${rows.map((row) => row.trimEnd()).join('\n')}\n`;
}

/** A report in which nothing was read meets no rule and fails none: rules look at what a reader of English finds. */
const nothing = ({ notices }: Analysis): string =>
  notices.some(({ code }) => UNREAD.has(code))
    ? 'No statement was read, so no rule could be looked at.'
    : 'Nothing was found that does not meet a rule.';

function findingRows({ line, column, at, message }: WireFinding, text: string, columns: number, paint: Paint): readonly string[] {
  const bar = paint('quiet', '  │ ');
  return [
    ...wrap([[`${line}:${column}`, 'cue'], [` ${excerpt(message)}`]], columns, paint),
    ...contextsOf(text, [at]).flatMap((pieces) => wrap(pieces, columns - 4, paint).map((row) => bar + row)),
  ];
}
