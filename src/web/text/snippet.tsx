import type { Span } from '../../model/index.ts';
import { cutMarks, type Mark, sortMarks } from './cut-marks.ts';
import { Pieces } from './pieces.tsx';

interface Context {
  readonly text: string;
  readonly marks: readonly Span[];
  readonly cut: { readonly before: boolean; readonly after: boolean };
}

/** Words of a report around what a search found. */
export function Snippet({ context }: { readonly context: Context }) {
  const marks: Mark[] = sortMarks(context.marks.map((at) => ({ at, part: 'found', of: '', depth: 0 })));
  return (
    <p className="snippet" dir="auto">
      {context.cut.before && '… '}
      <Pieces text={context.text} pieces={cutMarks([0, context.text.length], marks)} />
      {context.cut.after && ' …'}
    </p>
  );
}
