import type { Cluster, StatementRef } from '../model/index.ts';
import { type Alteration, alterationsOf } from './altered.ts';
import type { Copies } from './copies.ts';
import { certaintyOf } from './dates.ts';
import type { Graph } from './graph.ts';
import { idOf } from './hash.ts';
import { inTime } from './order.ts';
import type { Report, Telling } from './report.ts';
import { firstVoicesOf, standingsOf } from './standing.ts';
import type { Lexer } from './words.ts';

/** A cluster with what was found about its members. */
export interface Found {
  readonly members: readonly Telling[];
  /** How many more statements of the same reports are not listed. */
  readonly left: number;
  readonly cluster: Cluster;
  readonly alterations: readonly Alteration[];
}

/**
 * Keeps the clusters of a graph: after a change only those are made anew that the change touched.
 *
 * @param refOf how a statement is written in the output
 */
export function createClusters(
  graph: Graph,
  copies: Copies,
  lexer: Lexer,
  refOf: (telling: Telling) => StatementRef,
  creditedBy: (report: Report) => number,
) {
  const changed = new Set<number>();
  /** The component of each group, by one of its groups; undefined for a new one. */
  const componentOf: (number | undefined)[] = [];
  const components = new Map<number, { readonly groups: readonly number[]; readonly found: Found | undefined }>();

  const walk = (from: number): number[] => {
    const out = [from];
    componentOf[from] = from;
    for (let i = 0; i < out.length; i++) {
      for (const other of graph.neighbours(out[i]!)) {
        if (componentOf[other] === from) continue;
        componentOf[other] = from;
        out.push(other);
      }
    }
    return out;
  };
  const make = (groups: readonly number[]): Found | undefined => {
    const all = groups.flatMap((group) => graph.groups[group]!.tellings);
    const first = all[0]?.report;
    if (all.every(({ report }) => report === first)) return undefined;
    const members = inTime(fewEach(all), creditedBy);
    const standings = standingsOf(members, copies);
    const dated = members.map(({ report }) => report);
    const earliest = refOf(members[0]!);
    return {
      members,
      left: all.length - members.length,
      alterations: alterationsOf(members, lexer),
      cluster: {
        kind: 'cluster',
        id: idOf('c', earliest.article, earliest.statement),
        earliest: { ...earliest, certainty: certaintyOf(members[0]!.report, [...new Set(dated)]) },
        firstVoices: firstVoicesOf(standings),
        members: standings.map(({ telling, standing, of, because }) => ({
          ...refOf(telling),
          standing,
          of: of === undefined ? null : refOf(of),
          because,
        })),
      },
    };
  };
  return {
    change(group: number): void {
      changed.add(group);
    },
    changeAll(): void {
      for (let i = 0; i < graph.groups.length; i++) changed.add(i);
    },
    /** Makes anew what has changed. */
    update(): void {
      const open = new Set<number>();
      for (const group of changed) {
        const known = componentOf[group];
        const old = known === undefined ? undefined : components.get(known);
        if (old === undefined) open.add(group);
        else {
          for (const other of old.groups) open.add(other);
          components.delete(known!);
        }
      }
      changed.clear();
      for (const group of open) componentOf[group] = undefined;
      for (const group of open) {
        if (componentOf[group] !== undefined) continue;
        const groups = walk(group);
        components.set(group, { groups, found: make(groups) });
      }
    },
    foundOf(telling: Telling): Found | undefined {
      const component = telling.group < 0 ? undefined : componentOf[telling.group];
      return component === undefined ? undefined : components.get(component)?.found;
    },
    /** A number that the statements of one cluster share, -1 for one that is compared with none. */
    kindOf: (telling: Telling): number => (telling.group < 0 ? -1 : (componentOf[telling.group] ?? -1)),
    *all(): Generator<Found> {
      for (const { found } of components.values()) if (found !== undefined) yield found;
    },
  };
}

/** As many statements of one report are listed of a cluster: the first ones. */
export const MOST_EACH = 20;

/** Of the statements of a cluster, no more than `MOST_EACH` of each report. */
function fewEach(all: readonly Telling[]): readonly Telling[] {
  if (all.length <= MOST_EACH) return all;
  const count = new Map<Report, number>();
  return [...all]
    .sort((a, b) => a.order - b.order)
    .filter(({ report }) => {
      const before = count.get(report) ?? 0;
      count.set(report, before + 1);
      return before < MOST_EACH;
    });
}
