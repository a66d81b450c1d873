import type { Edge } from '../../../server/index.ts';

const byText = (a: string | null, b: string | null): number => (a ?? '\uffff').localeCompare(b ?? '\uffff', 'en');

const ORDERS: Readonly<Record<string, (a: Edge, b: Edge) => number>> = {
  accuser: (a, b) => byText(a.accuserName, b.accuserName),
  accused: (a, b) => byText(a.accusedName, b.accusedName),
  first: (a, b) => byText(a.first, b.first),
  statements: (a, b) => b.statements - a.statements,
  publishers: (a, b) => b.publishers - a.publishers,
  denials: (a, b) => b.denials - a.denials,
};

const byWeight = (a: Edge, b: Edge): number =>
  b.firstVoices - a.firstVoices || b.statements - a.statements || byText(a.accuserName, b.accuserName);

/** Accusations by one of their columns, then by weight; an unknown column is as none. */
export function sortEdges(edges: readonly Edge[], by: string): Edge[] {
  const order = ORDERS[by];
  return [...edges].sort((a, b) => (order?.(a, b) ?? 0) || byWeight(a, b));
}
