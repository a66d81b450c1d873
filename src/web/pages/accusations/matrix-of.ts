import type { Edge, Graph, GraphNode } from '../../../server/index.ts';

/** Who accuses (rows) whom (columns); a cell is the accusation, or undefined where there is none. */
export interface AccusationMatrix {
  readonly rows: readonly GraphNode[];
  readonly columns: readonly GraphNode[];
  readonly cells: readonly (readonly (Edge | undefined)[])[];
  /** Accusations that stand in no cell, since not every party has a row or column. */
  readonly left: number;
}

function weightiest(graph: Graph, side: 'accuser' | 'accused', most: number): GraphNode[] {
  const weight = new Map<string, number>();
  // A telling counts a little: those who are in echoes alone come last, not nowhere.
  for (const edge of graph.edges) weight.set(edge[side], (weight.get(edge[side]) ?? 0) + edge.firstVoices + edge.statements / 1e6);
  return graph.nodes
    .filter(({ id }) => weight.has(id))
    .sort((a, b) => weight.get(b.id)! - weight.get(a.id)!)
    .slice(0, most);
}

/** The weightiest accusers and accused of a graph as a matrix of at most `most` rows and columns. */
export function matrixOf(graph: Graph, most = 30): AccusationMatrix {
  const rows = weightiest(graph, 'accuser', most);
  const columns = weightiest(graph, 'accused', most);
  const edges = new Map(graph.edges.map((edge) => [`${edge.accuser}\n${edge.accused}`, edge]));
  const cells = rows.map((row) => columns.map((column) => edges.get(`${row.id}\n${column.id}`)));
  return { rows, columns, cells, left: graph.edges.length - cells.flat().filter((cell) => cell !== undefined).length };
}
