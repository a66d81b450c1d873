import { type Case, readText } from '../../casefile/index.ts';
import { type Span, textOf } from '../../model/index.ts';

/** Texts that are kept unpacked. */
const MOST = 64;

/** The words of statements, out of texts that are unpacked once each. */
export function createWords() {
  const texts = new Map<number, string>();
  const textOfReport = (kept: Case, article: number): string => {
    let text = texts.get(article);
    if (text === undefined) {
      text = readText(kept, article);
      if (texts.size >= MOST) texts.delete(texts.keys().next().value!);
      texts.set(article, text);
    }
    return text;
  };
  return {
    text: textOfReport,
    /** What a statement says, by the number of its row. */
    content(kept: Case, article: number, statement: number, set?: unknown): { readonly words: string; readonly spans: readonly Span[] } {
      const { content } = kept.db.get<{ content: string }>('SELECT content FROM statements WHERE number = ?', statement)!;
      const spans = (Array.isArray(set) ? set : JSON.parse(content)) as readonly Span[];
      return { words: textOf(textOfReport(kept, article), spans), spans };
    },
  };
}
export type Words = ReturnType<typeof createWords>;
