import type { Because, Grade, SourceType, Span, Speaker } from '../model/index.ts';
import { BARE_NOUNS } from './lexicon.generated.ts';
import type { Told } from './told.ts';

const BARE: ReadonlySet<string> = new Set(BARE_NOUNS);
const SMALL =
  /^(?:the|a|an|one|two|three|some|many|several|other|another|such|those|these|few|various|multiple|unnamed|anonymous|international|local|media|news|press|earlier|recent|certain|who|that|of|as|per)$/;

/** True where a statement's source holds more than "sources", "people" and numbers. */
function tells({ source, view }: Told): boolean {
  const telling = source.some(
    (i) =>
      /\p{L}/u.test(view.word(i)) && !SMALL.test(view.lower(i)) && !BARE.has(view.lower(i)) && !BARE.has(view.lower(i).replace(/s$/, '')),
  );
  return telling || (source.length === 1 && /^(?:he|she|they|who|i)$/.test(view.lower(source[0]!)));
}

/** Unnamed voices that some statement of the report describes: a later statement without words of its own is theirs too. */
export const describedVoices = (told: readonly Told[]): ReadonlySet<Speaker> =>
  new Set(told.filter((t) => t.speaker?.type === 'unnamed' && tells(t)).flatMap((t) => t.speaker ?? []));

/**
 * How well the report lets its reader check the speaker.
 * @param described unnamed voices that the report describes in another statement
 */
export function gradeOf(
  told: Told,
  described: ReadonlySet<Speaker> = new Set(),
): { readonly type: SourceType; readonly grade: Grade; readonly because: Because } {
  const { speaker, source, statement } = told;
  const type = speaker?.type ?? 'none';
  const at: readonly Span[] = statement.source.length > 0 ? statement.source : statement.cue;
  const graded = (grade: Grade, note: string) => ({ type, grade, because: { rule: `grade-${grade}`, at, note } });
  if (speaker === undefined) return graded('none', 'nobody is said to have spoken');
  switch (speaker.type) {
    case 'person':
    case 'organisation':
      return speaker.name === null ? graded('described', 'a body without a name') : graded('named', `named ${speaker.name}`);
    case 'document':
      return graded('document', 'a record speaks');
    case 'group':
      return graded('collective', 'a group speaks as one');
    case 'author':
      return graded('author', 'the writer');
    case 'none':
      return graded('none', 'nobody is said to have spoken');
    case 'unnamed': {
      const known = tells(told) || speaker.role !== null || (source.length === 0 && described.has(speaker));
      return known ? graded('described', 'unnamed, with a role or a link to the facts') : graded('bare', 'unnamed and without a role');
    }
  }
}
