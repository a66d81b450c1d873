import { textAt } from '../../model/index.ts';
import type { Mark, Piece } from './cut-marks.ts';

/** What a mark looks like beside its part, and what is said of it. */
export interface MarkLook {
  readonly className: string;
  /** For those who hear the text: "content of statement 3, Pavla Renn". Spoken where the mark begins. */
  readonly say?: string;
}

interface Props {
  readonly text: string;
  readonly pieces: readonly Piece[];
  readonly look?: (mark: Mark) => MarkLook;
  /** What stands before the first words of a mark. */
  readonly before?: (mark: Mark) => React.ReactNode;
}

/** Pieces of a text as words and marks; marks within marks stay within. Only words ever come out, never markup of a report. */
export const Pieces = ({ text, pieces, look, before }: Props) =>
  pieces.map((piece) => {
    if (piece.kind === 'words') return textAt(text, piece.at);
    const { mark, at, begins, ends, inside } = piece;
    const { className = '', say } = look?.(mark) ?? {};
    return (
      <mark
        key={`${at[0]} ${mark.of} ${mark.part}`}
        className={`m-${mark.part} ${begins ? 'begins' : ''} ${ends ? 'ends' : ''} ${className}`}
        data-of={mark.of || undefined}
        data-say={begins ? say : undefined}
      >
        {begins && before?.(mark)}
        <Pieces text={text} pieces={inside} {...(look === undefined ? {} : { look })} {...(before === undefined ? {} : { before })} />
      </mark>
    );
  });
