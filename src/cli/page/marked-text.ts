import { type Analysis, bySpan, type Span } from '../../model/index.ts';
import { edged } from './context.ts';
import { shown } from './shown.ts';
import type { Paint, Role } from './style.ts';
import { type Piece, wrap } from './wrap.ts';

interface Mark {
  readonly at: Span;
  readonly id: string;
}

const roleAt = (offset: number, spans: readonly (readonly [Span, Role])[]): Role | undefined =>
  spans.find(([[start, end]]) => start <= offset && offset < end)?.[1];

/** Pieces of one paragraph: the contents in brackets that bear their statement's id, sources and cues in their colours. */
function paragraph(text: string, [from, to]: Span, marks: readonly Mark[], painted: readonly (readonly [Span, Role])[]): readonly Piece[] {
  const inside = marks.filter(({ at }) => at[0] < to && at[1] > from);
  const coloured = painted.filter(([at]) => at[0] < to && at[1] > from);
  const cuts = new Set<number>([from, to]);
  for (const at of [...inside.map((mark) => mark.at), ...coloured.map(([span]) => span)]) {
    for (const end of at) if (end > from && end < to) cuts.add(end);
  }
  const places = [...cuts].sort((a, b) => a - b);
  const pieces: Piece[] = [];
  for (const [i, place] of places.entries()) {
    for (const { at } of [...inside].reverse()) if (Math.min(at[1], to) === place && at[1] > at[0]) pieces.push([']', 'quiet']);
    const next = places[i + 1];
    if (next === undefined) break;
    for (const { at, id } of inside) if (Math.max(at[0], from) === place) pieces.push([`[${shown(id)}\u00A0`, 'quiet']);
    const words = text.slice(place, next);
    const role = roleAt(place, coloured);
    pieces.push(role === undefined ? [edged(words)] : [edged(words), role]);
  }
  return pieces.filter(([words]) => words !== '');
}

/**
 * A report's text with its statements marked where they stand: `[s3 …]` around a content, sources and cues in colour.
 *
 * @returns rows no wider than `columns`
 */
export function markedText(analysis: Analysis, columns: number, paint: Paint): readonly string[] {
  const { text } = analysis.article;
  const marks = analysis.statements
    .flatMap(({ id, content }) => content.map((at) => ({ at, id })))
    .sort((a, b) => a.at[0] - b.at[0] || b.at[1] - a.at[1]);
  const painted = analysis.statements
    .flatMap(({ source, cue }) => [...source.map((at) => [at, 'source'] as const), ...cue.map((at) => [at, 'cue'] as const)])
    .sort((a, b) => bySpan(a[0], b[0]));
  const rows: string[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const end = start + line.length;
    if (line.trim() === '') {
      if (rows.at(-1) !== '' && rows.length > 0) rows.push('');
    } else rows.push(...wrap(paragraph(text, [start, end], marks, painted), columns, paint));
    start = end + 1;
  }
  return rows;
}
