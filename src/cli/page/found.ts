import { type Found, type Hit, SORTS } from '../../casefile/index.ts';
import type { Span } from '../../model/index.ts';
import { type PageFormat, rule } from './page.ts';
import { shown } from './shown.ts';
import { type Paint, paintWith } from './style.ts';
import { counted, DOT, dateInWords } from './wording.ts';
import { clip, type Piece, pad, widthOf, wrap } from './wrap.ts';

const WIDEST = 120;
const NARROWEST = 32;

/**
 * What a search found, as a page for people.
 *
 * @param typed the search, as it was typed
 * @param reports true if reports were looked for rather than statements
 * @returns rows that end with a line break; no row is wider than the format's columns (from 32 on)
 */
export function renderFound(found: Found, typed: string, reports: boolean, format: PageFormat): string {
  const columns = Math.max(NARROWEST, Math.min(WIDEST, format.columns));
  const paint = paintWith(format.colour);
  const { hits, total, sort } = found;
  const margin = Math.max(6, ...hits.map(({ ref }) => widthOf(ref) + 2));
  const what = counted(total, reports ? 'report' : 'statement');
  const order = total > 1 ? `${DOT}${SORTS[sort]}` : '';
  const statements = hits.filter(({ kind }) => kind === 'statement');
  const others = hits.filter(({ kind }) => kind === 'report');
  const rows = [
    rule(shown(typed) === '' ? 'everything' : shown(typed), columns, paint),
    ...(hits.length === 0 && total === 0
      ? wrap([['Nothing was found.', 'title']], columns, paint)
      : wrap(
          [
            [what, 'title'],
            [order, 'quiet'],
          ],
          columns,
          paint,
        )),
    '',
    ...statements.flatMap((hit) => hitRows(hit, margin, columns, paint)),
    ...(others.length > 0 && !reports ? [...wrap([['The words stand elsewhere in these reports', 'title']], columns, paint), ''] : []),
    ...others.flatMap((hit) => hitRows(hit, margin, columns, paint)),
  ];
  return `${rows.map((row) => row.trimEnd()).join('\n')}\n`;
}

function hitRows(hit: Hit, margin: number, columns: number, paint: Paint): readonly string[] {
  const width = columns - margin;
  const known = [hit.publisher, hit.published && dateInWords(shown(hit.published)), hit.title]
    .map((fact) => shown(fact ?? ''))
    .filter((fact) => fact !== '');
  const about = clip(known.join(' · ') || 'a report without a title', width);
  const head = hit.kind === 'statement' ? [...wrap(statementHead(hit), width, paint), paint('quiet', about)] : [about];
  const { text, marks, cut } = hit.context;
  const pieces: readonly Piece[] = [[cut.before ? '…' : ''], ...marked(text, marks), [cut.after ? '…' : '']];
  const words = wrap(pieces, width - 2, paint).map((row) => `${paint('quiet', '│')} ${row}`);
  return [...head, ...words].map((row, i) => (i === 0 ? pad(hit.ref, margin) : ' '.repeat(margin)) + row).concat('');
}

function statementHead(hit: Extract<Hit, { kind: 'statement' }>): readonly Piece[] {
  const names = [hit.speaker ?? hit.source, hit.role].map((name) => shown(name ?? '')).filter((name) => name !== '');
  const who = names.join(', ') || 'no words name the source';
  const wrong = hit.wrong === null ? '' : `wrong: ${hit.wrong}${hit.accused === null ? '' : `, accused: ${hit.accused}`}`;
  const facts = [
    hit.act === 'state' ? '' : hit.act,
    wrong,
    hit.grade,
    hit.channel === 'unknown' ? '' : hit.channel,
    hit.review === null ? '' : REVIEWED[hit.review],
  ];
  const told = facts.map((fact) => shown(fact ?? '').replaceAll('-', ' ')).filter((fact) => fact !== '');
  return [[who, 'source'], [told.map((fact) => DOT + fact).join('')]];
}

const REVIEWED: Readonly<Record<string, string>> = { accept: 'accepted', reject: 'rejected', correct: 'corrected' };

/** The words that were looked for stand in brackets, so that colour is not needed to see them. */
function marked(text: string, marks: readonly Span[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const [start, end] of marks) {
    pieces.push([edged(text.slice(from, start))], [`[${shown(text.slice(start, end))}]`, 'mark']);
    from = end;
  }
  pieces.push([edged(text.slice(from))]);
  return pieces.filter(([words]) => words !== '');
}

const edged = (words: string): string =>
  `${/^\s/.test(words) ? ' ' : ''}${shown(words)}${/\S/.test(words) && /\s$/.test(words) ? ' ' : ''}`;
