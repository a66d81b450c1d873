import type { Span, Statement } from '../model/index.ts';

const begin = ({ source, cue, content }: Statement): number =>
  [...source, ...cue, ...content].reduce((least, [s]: Span) => Math.min(least, s), Infinity);

/**
 * Puts statements that were found apart into the order of the text and numbers them anew: "s1", "s2", …. Statements that lie within
 * others keep standing behind them.
 *
 * @returns all of them, and which of them are the added ones
 */
export function numbered(
  statements: readonly Statement[],
  added: readonly Statement[],
): { readonly statements: readonly Statement[]; readonly isAdded: (id: string) => boolean } {
  if (added.length === 0) return { statements, isAdded: () => false };
  const row = [...statements];
  for (const one of added) {
    const at = begin(one);
    const next = row.findIndex((s) => s.within === null && begin(s) > at);
    row.splice(next < 0 ? row.length : next, 0, one);
  }
  const ids = new Map(row.map((s, k) => [s.id, `s${k + 1}`]));
  const extra = new Set(added.map((s) => ids.get(s.id)!));
  const renamed = (id: string | null) => (id === null ? null : ids.get(id)!);
  return {
    statements: row.map((s) => ({ ...s, id: ids.get(s.id)!, within: renamed(s.within), continues: renamed(s.continues) })),
    isAdded: (id) => extra.has(id),
  };
}
