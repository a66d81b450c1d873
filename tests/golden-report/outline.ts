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
  /** Name of the speaker; null for one without a name, and for nobody: `type` tells which. */
  readonly speaker?: string | null;
  readonly type?: string;
  readonly grade?: string;
  readonly act?: string;
  readonly channel?: string;
  readonly outlet?: string | null;
  readonly addressee?: string | null;
  readonly said?: string | null;
  /** The tellers from the first voice on, by name, or by their type where they have none: "unnamed > Reuters". */
  readonly chain?: string;
  /** What is alleged in it, the gravest first: "the army: torture, alleged; nobody: deception, denied"; "" for nothing. */
  readonly allegations?: string;
}

/** An analysis in words. */
export function outlineOf(text: string, { statements, speakers, missed, notices }: Analysis): Outline {
  const words = (spans: readonly Span[]) => textOf(text, spans);
  const speakerOf = new Map(speakers.map((speaker) => [speaker.id, speaker]));
  const teller = (id: string) => speakerOf.get(id)?.name ?? speakerOf.get(id)?.type ?? id;
  return {
    statements: statements.map(({ id, source, cue, content, form, within, speaker, act, sourcing, allegations }) => ({
      id,
      at: around([...source, ...cue, ...content])?.[0] ?? 0,
      source: words(source),
      cue: words(cue),
      content: words(content),
      form,
      within,
      ...(sourcing === undefined
        ? {}
        : {
            speaker: speakerOf.get(speaker ?? '')?.name ?? null,
            type: sourcing.type,
            grade: sourcing.grade,
            ...(act === undefined ? {} : { act }),
            channel: sourcing.channel,
            outlet: sourcing.outlet,
            addressee: sourcing.addressee,
            said: sourcing.said,
            chain: sourcing.chain.map(teller).join(' > '),
          }),
      ...(allegations === undefined
        ? {}
        : { allegations: allegations.map(({ accused, wrong, status }) => `${accused ?? 'nobody'}: ${wrong}, ${status}`).join('; ') }),
    })),
    missed: missed.map(({ at }) => textAt(text, at)),
    notices: notices.map(({ code }) => code),
  };
}
