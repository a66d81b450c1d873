import type { Case, Review } from '../../casefile/index.ts';
import { reviewCounts } from '../../casefile/index.ts';
import { decisionPieces } from './decisions.ts';
import { pageWidth } from './kept-report.ts';
import type { PageFormat } from './page.ts';
import { shown } from './shown.ts';
import { paintWith } from './style.ts';
import { counted, DOT } from './wording.ts';
import { wrap } from './wrap.ts';

const refOf = ({ about, article, id }: Review): string =>
  article === null ? `${about} ${shown(id)}` : about === 'article' ? `r${article}` : `r${article}/${shown(id)}`;

/** How much of a case is reviewed, and every decision that stands. */
export function renderDecisions(kept: Case, reviews: readonly Review[], format: PageFormat): string {
  const columns = pageWidth(format.columns);
  const paint = paintWith(format.colour);
  const { statements, accepted, rejected, corrected } = reviewCounts(kept);
  const open = statements - accepted - rejected - corrected;
  const facts = [
    `${accepted.toLocaleString('en-GB')} accepted`,
    `${rejected.toLocaleString('en-GB')} rejected`,
    `${corrected.toLocaleString('en-GB')} corrected`,
    `${open.toLocaleString('en-GB')} not reviewed`,
  ];
  const rows = reviews.flatMap((review) => {
    const [head = '', ...more] = wrap([[`${refOf(review)}  `, 'source'], ...decisionPieces(review)], columns, paint);
    return [head, ...more.map((row) => `    ${row}`)];
  });
  const summary = wrap([[counted(statements, 'statement'), 'title'], [`${DOT}${facts.join(DOT)}`]], columns, paint);
  return `${[...summary, ...(rows.length === 0 ? ['No decision stands yet. The first: hearsay review CASE accept r1/s1'] : ['', ...rows])].join('\n')}\n`;
}
