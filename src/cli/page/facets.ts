import type { Facets } from '../../casefile/index.ts';
import type { PageFormat } from './page.ts';
import { shown } from './shown.ts';
import { paintWith } from './style.ts';
import { clip, pad } from './wrap.ts';

const LISTED = 10;
const WIDEST = 80;
const NUMBER = 9;

/** How many of the statements that were found have which value, as rows for people. */
export function renderFacets(facets: Facets, format: PageFormat): string {
  const paint = paintWith(format.colour);
  const width = Math.max(24, Math.min(WIDEST, format.columns) - NUMBER - 2);
  const rows = Object.entries(facets).flatMap(([facet, values]) => {
    if (values.length === 0) return [];
    const shownValues = facet === 'date' ? values.slice(-LISTED) : values.slice(0, LISTED);
    const lines = shownValues.map(
      ({ value, count }) =>
        `${count.toLocaleString('en-GB').padStart(NUMBER)}  ${value === '' ? paint('quiet', 'not known') : clip(shown(value), width)}`,
    );
    const left = values.length - shownValues.length;
    const more = left > 0 ? [paint('quiet', `${' '.repeat(NUMBER)}  and ${left} others; --json lists them`)] : [];
    return [paint('title', pad(facet, NUMBER)), ...lines, ...more, ''];
  });
  return rows.map((row) => `${row.trimEnd()}\n`).join('');
}
