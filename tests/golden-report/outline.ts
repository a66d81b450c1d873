import { type Analysis, around, type Span, textAt, textOf } from '../../src/model/index.ts';

/** What is to be read from a report, in words that a person can check against it. */
export interface Outline {
  readonly statements: readonly StatementOutline[];
  /** The words that gave no statement. */
  readonly missed: readonly string[];
  /** Codes of the notices. */
  readonly notices: readonly string[];
}

export interface StatementOutline {
  readonly id: string;
  /** First character of its source, cue or content: tells two statements of the same words apart. */
  readonly at: number;
  /** The words; spans of one part are joined with " … ", and a part without words is "". */
  readonly source: string;
  readonly cue: string;
  readonly content: string;
  readonly form: string;
  /** Id of the statement that tells it. */
  readonly within: string | null;
}

/** An analysis in words. */
export function outlineOf(text: string, { statements, missed, notices }: Analysis): Outline {
  const words = (spans: readonly Span[]) => textOf(text, spans);
  return {
    statements: statements.map(({ id, source, cue, content, form, within }) => ({
      id,
      at: around([...source, ...cue, ...content])?.[0] ?? 0,
      source: words(source),
      cue: words(cue),
      content: words(content),
      form,
      within,
    })),
    missed: missed.map(({ at }) => textAt(text, at)),
    notices: notices.map(({ code }) => code),
  };
}
