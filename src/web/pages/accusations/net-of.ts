import { DirectedGraph } from 'graphology';
import type { Edge, GraphNode } from '../../../server/index.ts';
import { counted } from '../../words/counts.ts';

/** A line of the drawing: one accusation, or the two of a quarrel. */
export interface Line {
  /** The weightier first. */
  readonly edges: readonly [Edge] | readonly [Edge, Edge];
  /** First voices of both ways. */
  readonly voices: number;
}

/** A name that is no longer than so many characters. */
export const cutName = (name: string, longest: number): string =>
  name.length <= longest ? name : `${name.slice(0, longest - 1).trimEnd()}…`;

const times = (n: number): string => (n === 1 ? 'once' : n === 2 ? 'twice' : counted(n, 'time'));

/** What stands under a name: the same that colour says, in words. */
export function roleInWords({ accuses, accused }: GraphNode): string {
  if (accuses + accused === 0) return 'in echoes alone';
  return [accuses > 0 ? `accuses ${times(accuses)}` : '', accused > 0 ? `accused ${times(accused)}` : ''].filter(Boolean).join(', ');
}

/** Lines of a graph; those who accuse each other share one. */
export function linesOf(edges: readonly Edge[]): Line[] {
  const known = new Map(edges.map((edge) => [`${edge.accuser}\n${edge.accused}`, edge]));
  const lines: Line[] = [];
  for (const edge of edges) {
    const back = edge.accuser === edge.accused ? undefined : known.get(`${edge.accused}\n${edge.accuser}`);
    if (back === undefined) lines.push({ edges: [edge], voices: edge.firstVoices });
    else if (edge.firstVoices > back.firstVoices || (edge.firstVoices === back.firstVoices && edge.accuser < back.accuser))
      lines.push({ edges: [edge, back], voices: edge.firstVoices + back.firstVoices });
  }
  return lines;
}

export interface PartyLook {
  readonly label: string;
  readonly note: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly accuser: boolean;
  /** True where the name stands above, since most lines go down. */
  readonly above: boolean;
}

export interface LineLook {
  readonly line: Line;
  readonly type: 'arrow' | 'both';
  readonly label: string;
  readonly size: number;
}

/** Of each party how many lines more go down than up, the steeper the more. */
function linesBelow(parties: readonly GraphNode[], lines: readonly Line[], places: Float64Array): number[] {
  const at = new Map(parties.map(({ id }, i) => [id, i]));
  const sums = parties.map(() => 0);
  for (const {
    edges: [{ accuser, accused }],
  } of lines) {
    const [from, to] = [at.get(accuser)!, at.get(accused)!];
    const dx = places[2 * to]! - places[2 * from]!;
    const dy = places[2 * to + 1]! - places[2 * from + 1]!;
    const steep = dy / (Math.hypot(dx, dy) || 1);
    sums[from]! += steep;
    sums[to]! -= steep;
  }
  return sums;
}

/** Parties and lines with how large they are drawn; `names` and `places` are in the order of `parties`. */
export function netOf(
  parties: readonly GraphNode[],
  names: readonly string[],
  lines: readonly Line[],
  places: Float64Array,
): DirectedGraph<PartyLook, LineLook> {
  const net = new DirectedGraph<PartyLook, LineLook>({ allowSelfLoops: true });
  const shrink = parties.length > 200 ? 0.5 : 1;
  const below = linesBelow(parties, lines, places);
  parties.forEach((party, i) => {
    net.addNode(party.id, {
      label: names[i]!,
      note: roleInWords(party),
      x: places[2 * i]!,
      // The drawing counts upwards.
      y: -places[2 * i + 1]!,
      size: shrink * (5 + 2.5 * Math.min(6, Math.sqrt(party.accuses + party.accused))),
      accuser: party.accuses >= party.accused,
      above: below[i]! > 0,
    });
  });
  for (const line of lines) {
    const [edge, back] = line.edges;
    const size = shrink * Math.min(9, edge.firstVoices + (back?.firstVoices ?? 0) === 0 ? 1.4 : 1.6 + 1.3 * line.voices);
    const label = back === undefined ? (line.voices === 1 ? '' : String(line.voices)) : `${edge.firstVoices} + ${back.firstVoices}`;
    net.addDirectedEdge(edge.accuser, edge.accused, { line, type: back === undefined ? 'arrow' : 'both', label, size });
  }
  return net;
}
