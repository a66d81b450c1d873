import type { Span } from '../../model/index.ts';

const SIGNS: Readonly<Record<string, string>> = {
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '‘': "'",
  '’': "'",
  '–': '-',
  '—': '-',
  '\u00a0': ' ',
  '\n': ' ',
};
const plain = (text: string): string => text.replace(/[“”„«»‘’–—\u00a0\n]/g, (sign) => SIGNS[sign]!);

/** What was found of words that a person typed: spans of the text, or the first run that stands nowhere in it. */
export type FoundWords = { readonly spans: readonly Span[] } | { readonly missing: string };

/**
 * Where typed words stand in a text, run by run; runs are parted by "…". Straight and curly quotation marks are alike, and of several
 * places the one after the run before, nearest to `near`, is taken.
 *
 * @param offset is added to each span, where the text is a part of a longer one
 * @example findWords('“Go,” he said. “Now.”', '"Go," … "Now."') // { spans: [[0, 5], [15, 21]] }
 */
export function findWords(
  text: string,
  typed: string,
  { near = 0, offset = 0 }: { readonly near?: number; readonly offset?: number } = {},
): FoundWords {
  const hay = plain(text);
  const runs = plain(typed)
    .split(/\s*…\s*/)
    .map((run) => run.trim())
    .filter((run) => run !== '');
  const spans: Span[] = [];
  let from = 0;
  for (const run of runs) {
    const places: number[] = [];
    for (let at = hay.indexOf(run, from); at >= 0 && places.length < 1000; at = hay.indexOf(run, at + 1)) places.push(at);
    if (places.length === 0) return { missing: run };
    const wanted = spans.length === 0 ? near - offset : from;
    const at = places.reduce((best, place) => (Math.abs(place - wanted) < Math.abs(best - wanted) ? place : best));
    spans.push([at + offset, at + run.length + offset]);
    from = at + run.length;
  }
  return { spans };
}
