import type { Case } from '../../casefile/index.ts';
import type { Handlers } from '../ask.ts';
import {
  type Accusation,
  type Accusations,
  accusationsKnown,
  type EdgeContext,
  edgeKey,
  edgeOf,
  groupEdges,
  testOf,
} from '../known/accusations.ts';
import type { StatementFact } from '../known/facts.ts';
import type { Room } from '../room.ts';
import type { AccusationFilter, Edge, EdgeStatements, Graph, GraphNode, Matrix } from '../schema/accusations.ts';

interface Denial {
  readonly one: Accusation;
  readonly tie: 'linked' | 'same-wrong';
  readonly of: readonly string[];
}

const refOf = ({ article, id }: StatementFact): string => `r${article}/${id}`;

/** What denies the statements of an edge: what a link ties to one of them, and what denies the same wrong of the same accused. */
function denialsOf(room: Room, kept: Case, { denying }: Accusations) {
  const relations = room.relations(kept);
  const facts = room.facts(kept);
  const byAccused = new Map<string, Accusation[]>();
  for (const one of denying) {
    for (const key of new Set([one.accused, one.accuser])) byAccused.set(key, [...(byAccused.get(key) ?? []), one]);
  }
  return (accused: string, group: readonly Accusation[]): readonly Denial[] => {
    const found = new Map<string, Denial>();
    for (const { fact, accuser, allegation } of group) {
      const ref = refOf(fact);
      for (const link of relations.linksOf(ref)) {
        if (link.type !== 'answers' || relations.refOf(link.to.article, link.to.statement) !== ref || link.from.statement === null)
          continue;
        const from = relations.refOf(link.from.article, link.from.statement);
        const article = facts.reportNumber(link.from.article);
        const answer = article === undefined ? undefined : facts.statement(article, link.from.statement);
        const standing = answer && facts.standing(answer);
        if (standing === undefined) continue;
        const known = found.get(from);
        // What an answer alleges itself says what it denies; one that alleges nothing denies what it answers.
        const own = standing.allegations.find(({ wrong }) => wrong === allegation.wrong) ??
          standing.allegations[0] ?? { ...allegation, status: 'denied' };
        found.set(from, {
          one: { fact: standing, allegation: own, accuser, accused, first: true },
          tie: 'linked',
          of: [...(known?.of ?? []), ref],
        });
      }
    }
    const wrongs = new Set(group.map(({ allegation }) => allegation.wrong));
    for (const one of byAccused.get(accused) ?? []) {
      const ref = refOf(one.fact);
      if (wrongs.has(one.allegation.wrong) && !found.has(ref)) found.set(ref, { one, tie: 'same-wrong', of: [] });
    }
    return [...found.values()];
  };
}

function contextOf(room: Room, kept: Case, filter: Omit<AccusationFilter, 'limit'>) {
  const known = accusationsKnown(room, kept);
  const facts = room.facts(kept);
  const ledger = room.ledger(kept);
  const decided = (fact: StatementFact): boolean => ledger.stateOf(fact.key) !== 'open';
  const test = testOf(filter, facts, decided);
  const groups = groupEdges(known.accusing.filter(test));
  const denials = denialsOf(room, kept, known);
  // Whether the accused strikes back is asked of all that accuse, whatever the filter leaves.
  const all = groupEdges(known.accusing.filter(testOf({}, facts, decided)));
  const context: EdgeContext = {
    facts,
    nodes: known.nodes,
    reciprocal: (key) => all.has(key),
    denials: (accused, group) => denials(accused, group).length,
    decided,
  };
  return { known, groups, context, denials };
}

const weightiest = (a: Edge, b: Edge): number =>
  b.firstVoices - a.firstVoices || b.statements - a.statements || (edgeKey(a.accuser, a.accused) < edgeKey(b.accuser, b.accused) ? -1 : 1);

const EDGES = 5000;
const PLACES = 50;

function graphOf(room: Room, kept: Case, { limit = EDGES, ...filter }: AccusationFilter): Graph {
  const { known, groups, context } = contextOf(room, kept, filter);
  const all = [...groups.values()].map((group) => edgeOf(group, context)).sort(weightiest);
  const edges = all.slice(0, limit);
  const sums = new Map<string, { accuses: number; accused: number }>();
  const sum = (id: string) => {
    const own = sums.get(id) ?? { accuses: 0, accused: 0 };
    sums.set(id, own);
    return own;
  };
  for (const { accuser, accused, firstVoices } of edges) {
    sum(accuser).accuses += firstVoices;
    sum(accused).accused += firstVoices;
  }
  const places = new Map<string, number>();
  for (const group of groups.values())
    for (const { allegation } of group)
      if (allegation.place !== null) places.set(allegation.place, (places.get(allegation.place) ?? 0) + 1);
  return {
    total: all.length,
    related: room.relations(kept).related(),
    nodes: [...sums].map(([id, own]): GraphNode => ({ ...known.nodes.get(id)!, ...own })),
    edges,
    places: [...places]
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .slice(0, PLACES)
      .map(([value, count]) => ({ value, count })),
  };
}

const SIZE = 30;

export const accusations: Handlers<'accusations' | 'matrix' | 'edge'> = {
  accusations: ({ kept, query, room }): Graph => graphOf(room, kept, query),
  matrix({ kept, query: { size = SIZE, ...filter }, room }): Matrix {
    const { nodes, edges } = graphOf(room, kept, { ...filter, limit: 20_000 });
    const rows = nodes
      .filter(({ accuses }) => accuses > 0)
      .sort((a, b) => b.accuses - a.accuses || (a.id < b.id ? -1 : 1))
      .slice(0, size);
    const columns = nodes
      .filter(({ accused }) => accused > 0)
      .sort((a, b) => b.accused - a.accused || (a.id < b.id ? -1 : 1))
      .slice(0, size);
    const weight = new Map(edges.map((edge) => [edgeKey(edge.accuser, edge.accused), edge.firstVoices]));
    return { rows, columns, cells: rows.map((row) => columns.map((column) => weight.get(edgeKey(row.id, column.id)) ?? 0)) };
  },
  edge({ kept, query: { accuser, accused, ...filter }, room }): EdgeStatements {
    const { groups, context, denials } = contextOf(room, kept, filter);
    const group = groups.get(edgeKey(accuser, accused)) ?? [];
    const relations = room.relations(kept);
    const brief = (one: Accusation) => accusingJson(room, kept, one);
    const published = (one: { readonly report: { readonly published: string | null } }): string => one.report.published ?? '~';
    const byDate = <T extends { readonly report: { readonly published: string | null } }>(a: T, b: T): number =>
      published(a) < published(b) ? -1 : 1;
    return {
      edge: group.length === 0 ? null : edgeOf(group, context),
      items: group.map((one) => ({ ...brief(one), cluster: relations.membershipOf(refOf(one.fact))?.cluster.id ?? null })).sort(byDate),
      denials: denials(accused, group)
        .map(({ one, tie, of }) => ({ ...brief(one), tie, of: [...of] }))
        .sort(byDate),
    };
  },
};

function accusingJson(room: Room, kept: Case, { fact, allegation }: Accusation) {
  const facts = room.facts(kept);
  const ledger = room.ledger(kept);
  const { title, publisher, published } = facts.report(fact.article)!;
  const speaker = fact.speaker === null ? undefined : facts.speaker(`r${fact.article}/${fact.speaker}`);
  const { accused, wrong, status, place, when } = allegation;
  return {
    ref: refOf(fact),
    report: { ref: `r${fact.article}`, title, publisher, published },
    speaker: speaker?.name ?? null,
    role: speaker?.role ?? null,
    grade: fact.grade,
    accused,
    wrong,
    status,
    place,
    when,
    words: room.words.content(kept, fact.article, fact.number, ledger.corrections(fact.key)?.content).words,
    confidence: fact.confidence,
    state: ledger.stateOf(fact.key),
    standing: room.relations(kept).membershipOf(refOf(fact))?.member.standing ?? null,
  };
}
