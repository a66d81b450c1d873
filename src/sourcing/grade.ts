import { type Because, type Grade, type SourceType, type Span, type Speaker, spanOf, textAt } from '../model/index.ts';
import { BARE_NOUNS } from './lexicon.generated.ts';
import type { Told } from './told.ts';

const BARE: ReadonlySet<string> = new Set(BARE_NOUNS);
const SMALL =
  /^(?:the|a|an|one|two|three|some|many|several|other|another|such|those|these|few|various|multiple|unnamed|anonymous|international|local|media|news|press|earlier|recent|certain|who|that|of|as|per)$/;

/** Characters shown of a description. */
const SHOWN = 60;

const shortened = (words: string): string =>
  (words.length > SHOWN ? `${words.slice(0, SHOWN).replace(/\s+\S*$/u, '')} …` : words).replace(/\s+/gu, ' ');

/** The words of a statement's source that say more than "sources", "people" and numbers. */
const tellingIn = ({ source, view }: Told): readonly number[] =>
  source.filter(
    (i) =>
      /\p{L}/u.test(view.word(i)) && !SMALL.test(view.lower(i)) && !BARE.has(view.lower(i)) && !BARE.has(view.lower(i).replace(/s$/, '')),
  );

const isPronoun = ({ source, view }: Told): boolean => source.length === 1 && /^(?:he|she|they|who|i)$/.test(view.lower(source[0]!));

/** True where a statement's source describes an unnamed voice, or takes up one that is described. */
const tells = (told: Told): boolean => tellingIn(told).length > 0 || isPronoun(told);

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
  const { speaker, source, statement, view } = told;
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
      const telling = isPronoun(told) ? [] : tellingIn(told);
      if (telling.length > 0) {
        const span = spanOf(view.reading.words, [telling[0]!, telling.at(-1)!]);
        const note = `unnamed, but "${shortened(textAt(view.reading.text, span))}" tells a role or a link to the facts`;
        return { type, grade: 'described', because: { rule: 'grade-described', at: [span], note } };
      }
      const before = tells(told) || speaker.role !== null || (source.length === 0 && described.has(speaker));
      return before ? graded('described', 'unnamed, and described elsewhere in the report') : graded('bare', 'unnamed and without a role');
    }
  }
}
