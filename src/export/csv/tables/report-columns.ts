import type { Analysis } from '../../../model/index.ts';
import type { Column } from '../table.ts';

/** The report's own columns, which stand first in every table that has rows of a report. */
export const reportColumns = <Row extends { readonly analysis: Analysis }>(): readonly Column<Row>[] => [
  { name: 'report', holds: "the report's id", of: ({ analysis }) => analysis.id },
  { name: 'title', holds: 'its title', of: ({ analysis }) => analysis.article.title },
  { name: 'publisher', holds: 'its publisher', of: ({ analysis }) => analysis.article.publisher },
  { name: 'published', holds: 'when it was published, as far as that is known', of: ({ analysis }) => analysis.article.published },
  { name: 'url', holds: 'its address', of: ({ analysis }) => analysis.article.url },
];
