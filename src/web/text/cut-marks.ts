import { bySpan, type Span } from '../../model/index.ts';

export type Part = 'source' | 'cue' | 'content' | 'missed' | 'found' | 'altered';

/** A run of words that belongs to a statement. */
export interface Mark {
  readonly at: Span;
  readonly part: Part;
  /** Id of the statement; of other marks any name. */
  readonly of: string;
  /** How deep the statement stands within others; 0 for none. */
  readonly depth: number;
}

/** A piece of a text: words alone, or a mark with what stands in it. */
export type Piece =
  | { readonly kind: 'words'; readonly at: Span }
  | {
      readonly kind: 'mark';
      readonly mark: Mark;
      readonly at: Span;
      readonly begins: boolean;
      readonly ends: boolean;
      readonly inside: readonly Piece[];
    };

const ORDER: Readonly<Record<Part, number>> = { found: 0, altered: 0, missed: 1, content: 2, source: 3, cue: 4 };

/** What is outermost first: earlier, then longer, then the statement that tells before the one that is told. */
const outermost = (a: Mark, b: Mark): number =>
  a.at[0] - b.at[0] || b.at[1] - a.at[1] || a.depth - b.depth || ORDER[a.part] - ORDER[b.part];

export const sortMarks = (marks: readonly Mark[]): Mark[] => [...marks].sort((a, b) => outermost(a, b) || bySpan(a.at, b.at));

/**
 * Cuts a run of text at the borders of marks. The pieces follow each other without a gap; marks that overlap without one holding the
 * other are cut where the outer one ends.
 *
 * @param marks in the order of `sortMarks`
 */
export function cutMarks(run: Span, marks: readonly Mark[]): Piece[] {
  const pieces: Piece[] = [];
  let waiting = marks
    .filter(({ at }) => at[0] < run[1] && at[1] > run[0] && at[0] < at[1])
    .map((mark) => ({ mark, at: [Math.max(mark.at[0], run[0]), Math.min(mark.at[1], run[1])] as Span }));
  let from = run[0];
  while (waiting.length > 0) {
    const outer = waiting.reduce((best, one) => (outermost(toMark(one), toMark(best)) < 0 ? one : best));
    const [start, end] = outer.at;
    if (from < start) pieces.push({ kind: 'words', at: [from, start] });
    const within: Mark[] = [];
    const after: typeof waiting = [];
    for (const one of waiting) {
      if (one === outer) continue;
      if (one.at[0] < end) within.push(one.mark);
      if (one.at[1] > end) after.push({ mark: one.mark, at: [Math.max(one.at[0], end), one.at[1]] });
    }
    pieces.push({
      kind: 'mark',
      mark: outer.mark,
      at: outer.at,
      begins: start === outer.mark.at[0],
      ends: end === outer.mark.at[1],
      inside: cutMarks(outer.at, within),
    });
    from = end;
    waiting = after;
  }
  if (from < run[1]) pieces.push({ kind: 'words', at: [from, run[1]] });
  return pieces;
}

const toMark = ({ mark, at }: { readonly mark: Mark; readonly at: Span }): Mark => ({ ...mark, at });
