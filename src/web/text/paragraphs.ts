import type { Span } from '../../model/index.ts';

/** Where the paragraphs of a text stand, without the empty lines between them. */
export function paragraphsOf(text: string): Span[] {
  const spans: Span[] = [];
  for (const match of text.matchAll(/[^\n]+/g)) {
    const from = match.index;
    if (match[0].trim() !== '') spans.push([from, from + match[0].length]);
  }
  return spans;
}

/** The items that touch each run, for runs and items that are both in the order of the text. */
export function byRun<T extends { readonly at: Span }>(runs: readonly Span[], items: readonly T[]): T[][] {
  const sorted = [...items].sort((a, b) => a.at[0] - b.at[0]);
  const lists: T[][] = runs.map(() => []);
  let first = 0;
  for (const item of sorted) {
    while (first < runs.length && runs[first]![1] <= item.at[0]) first++;
    for (let i = first; i < runs.length && runs[i]![0] < item.at[1]; i++) lists[i]!.push(item);
  }
  return lists;
}
