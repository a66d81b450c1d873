import { type Reading, type Span, spanOf, viewOf, wordFrom } from '../../model/index.ts';

/** The sentence at an offset and those around it, as lower-case words with one blank between. */
export function wordsAround(reading: Reading, offset: number, before: number, after: number): string {
  const view = viewOf(reading);
  const at = Math.min(wordFrom(reading.words, offset), reading.words.count - 1);
  if (at < 0) return '';
  const k = view.sentence(at);
  const first = reading.sentences[Math.max(0, k - before)]![0];
  const last = reading.sentences[Math.min(reading.sentences.length - 1, k + after)]![1];
  const out: string[] = [];
  for (let i = first; i <= Math.min(last, first + 240); i++) out.push(view.lower(i));
  return ` ${out.join(' ')} `;
}

/** True if one of the rows of words ("not_authorized") stands in the text of `wordsAround`. */
export const holdsRow = (text: string, rows: readonly string[]): boolean =>
  rows.some((row) => text.includes(` ${row.replaceAll('_', ' ')} `));

/** The span of the sentence at an index. */
export const sentenceSpan = (reading: Reading, k: number): Span => spanOf(reading.words, reading.sentences[k]!);
