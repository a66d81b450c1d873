import { viewOf, wordFrom } from '../../../model/index.ts';
import { type Check, placeOf, wholeOf } from '../check.ts';

/** Where a quotation goes on without a source of its own for more paragraphs than the rule allows. */
export const renewedAttribution: Check = ({ statements, reading }, { paragraphs = 2 }) => {
  const view = viewOf(reading);
  const paragraphOf = (offset: number) => view.paragraph(Math.min(wordFrom(reading.words, offset), reading.words.count - 1));
  let named: number | undefined;
  return statements
    .filter(({ statement }) => {
      const [start] = wholeOf(statement.content.length > 0 ? statement.content : [[0, 0]]);
      if (statement.source.length > 0 || statement.continues === null) {
        named = paragraphOf(start);
        return false;
      }
      return named !== undefined && paragraphOf(start) - named > paragraphs;
    })
    .map((s) => placeOf(s.statement));
};
