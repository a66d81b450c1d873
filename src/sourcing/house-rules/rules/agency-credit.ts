import { spanOf, viewOf } from '../../../model/index.ts';
import { tellersOf } from '../../chain.ts';
import { isAgency, mediumAt, sameMedium } from '../../media.ts';
import type { Check } from '../check.ts';

/** Agencies that a statement's words pass on ("reported Agency A") though no credit line names them or agencies at large. */
export const agencyCredit: Check = ({ reading, credits, publisher }) => {
  const credited = credits.flatMap((credit) => tellersOf(credit.text));
  if (credited.includes('agencies')) return [];
  const view = viewOf(reading);
  const seen = new Set<string>();
  const out = [];
  for (let i = 0; i < view.count; i++) {
    const medium = mediumAt(view, i);
    if (medium === undefined) continue;
    i = medium.last;
    const name = medium.name.toLowerCase();
    const passed =
      /^(?:reports?|reported|quoted|cited)$/.test(view.lower(medium.last + 1)) ||
      /^(?:reported|according|quoted|cited)$/.test(view.lower(medium.first - 2));
    const known =
      seen.has(name) || credited.some((c) => sameMedium(c, medium.name)) || (publisher !== undefined && sameMedium(publisher, medium.name));
    if (!isAgency(medium.name) || !passed || known) continue;
    seen.add(name);
    out.push(spanOf(reading.words, [medium.first, medium.last]));
  }
  return out;
};
