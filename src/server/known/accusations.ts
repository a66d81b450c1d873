import type { Case } from '../../casefile/index.ts';
import { GRADES, type SourceType, STATUSES, WRONGS } from '../../model/index.ts';
import type { Room } from '../room.ts';
import type { AccusationFilter, Edge, GraphNode } from '../schema/accusations.ts';
import type { AllegationFact, Facts, StatementFact } from './facts.ts';
import { foldWords, holdsWords } from './fold.ts';

/** Statuses under which a statement accuses; a denial, an admission and a fear of the future do not. */
export const ACCUSES: ReadonlySet<string> = new Set(['alleged', 'investigated', 'charged', 'convicted']);
/** Statuses under which it says that it was not so. */
const DENIES: ReadonlySet<string> = new Set(['denied', 'cleared']);

/** One allegation of a statement, with both of its ends as nodes. */
export interface Accusation {
  readonly fact: StatementFact;
  readonly allegation: AllegationFact;
  readonly accuser: string;
  readonly accused: string;
  /** False where the telling only passes on another one: it adds no first voice. */
  readonly first: boolean;
}

export type KnownNode = Pick<GraphNode, 'id' | 'name' | 'type' | 'person'>;

export interface Accusations {
  readonly accusing: readonly Accusation[];
  readonly denying: readonly Accusation[];
  readonly nodes: ReadonlyMap<string, KnownNode>;
}

export const UNNAMED = 'unnamed';

/** All allegations of the case as they stand, between nodes; kept until something moves. */
export function accusationsKnown(room: Room, kept: Case): Accusations {
  const relations = room.relations(kept);
  const facts = room.facts(kept);
  const ledger = room.ledger(kept);
  return room.keep('accusations', `${relations.stamp()} ${facts.stamp()} ${ledger.last()}`, () => {
    const nodes = new Map<string, KnownNode>();
    const put = (node: KnownNode): string => {
      if (!nodes.has(node.id)) nodes.set(node.id, node);
      return node.id;
    };
    const byName = new Map<string, string | null>();
    for (const { id, name } of relations.persons()) {
      const key = foldWords(name ?? '').join(' ');
      if (key !== '') byName.set(key, byName.has(key) ? null : id);
    }
    const nameNode = (name: string, type: SourceType): string => {
      const folded = foldWords(name).join(' ');
      const known = relations.person(byName.get(folded) ?? '');
      if (known !== undefined) return put({ id: known.id, name: known.name, type: known.type, person: true });
      return put({ id: `name:${folded}`, name, type, person: false });
    };
    const speakerNode = (article: number, id: string | null): string => {
      const ref = `r${article}/${id}`;
      const person = id === null ? undefined : relations.personOf(ref);
      if (person !== undefined && person.name !== null) return put({ id: person.id, name: person.name, type: person.type, person: true });
      const speaker = id === null ? undefined : facts.speaker(ref);
      if (speaker?.name != null) return nameNode(speaker.name, speaker.type);
      return put({ id: UNNAMED, name: null, type: 'unnamed', person: false });
    };
    const accusedNode = (article: number, { accused, accusedSpeaker }: AllegationFact): string => {
      const named = accusedSpeaker !== null && facts.speaker(`r${article}/${accusedSpeaker}`)?.name != null;
      if (named) return speakerNode(article, accusedSpeaker);
      return accused === null ? put({ id: 'nobody', name: null, type: 'none', person: false }) : nameNode(accused, 'none');
    };
    const accusing: Accusation[] = [];
    const denying: Accusation[] = [];
    for (const each of facts.statements()) {
      if (each.allegations.length === 0) continue;
      const fact = facts.standing(each);
      if (fact === undefined) continue;
      const first = relations.membershipOf(`r${fact.article}/${fact.id}`)?.member.standing !== 'echo';
      const accuser = speakerNode(fact.article, fact.speaker);
      for (const allegation of fact.allegations) {
        const one = { fact, allegation, accuser, accused: accusedNode(fact.article, allegation), first };
        if (DENIES.has(allegation.status)) denying.push(one);
        else accusing.push(one);
      }
    }
    return { accusing, denying, nodes };
  });
}

const codesOf = (text: string | undefined): ReadonlySet<string> | undefined =>
  text === undefined || text.trim() === '' ? undefined : new Set(text.split(',').map((code) => code.trim()));

/** The test of a filter: all its parts must hold. */
export function testOf(filter: Omit<AccusationFilter, 'limit'>, facts: Facts, decided: (fact: StatementFact) => boolean) {
  const wrongs = codesOf(filter.wrong);
  const statuses = codesOf(filter.status) ?? ACCUSES;
  const grades = codesOf(filter.grade);
  const place = foldWords(filter.place ?? '');
  return ({ fact, allegation, accuser, accused }: Accusation): boolean => {
    const published = facts.report(fact.article)?.published ?? '';
    return (
      (wrongs?.has(allegation.wrong) ?? true) &&
      statuses.has(allegation.status) &&
      (grades?.has(fact.grade ?? 'none') ?? true) &&
      holdsWords(allegation.place ?? '', place) &&
      (filter.from === undefined || published >= filter.from) &&
      (filter.to === undefined || (published !== '' && published <= `${filter.to}~`)) &&
      (filter.speaker === undefined || accuser === filter.speaker || accused === filter.speaker) &&
      (filter.reviewed === undefined || decided(fact) === (filter.reviewed === 'yes'))
    );
  };
}

const counted = <K extends string>(order: readonly K[], values: readonly (K | null)[]): { readonly key: K; readonly n: number }[] =>
  order.map((key) => ({ key, n: values.filter((value) => value === key).length })).filter(({ n }) => n > 0);

export const edgeKey = (accuser: string, accused: string): string => `${accuser}\n${accused}`;

/** Accusations between the same two, together. */
export function groupEdges(accusations: readonly Accusation[]): ReadonlyMap<string, readonly Accusation[]> {
  const groups = new Map<string, Accusation[]>();
  for (const one of accusations) {
    const key = edgeKey(one.accuser, one.accused);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return groups;
}

/** The first voices among tellings: none that only passes another one on; a statement counts once, however much it alleges. */
const firstVoices = (group: readonly Accusation[]): number =>
  new Set(group.filter(({ first }) => first).map(({ fact }) => fact.number)).size;

export interface EdgeContext {
  readonly facts: Facts;
  readonly nodes: ReadonlyMap<string, KnownNode>;
  readonly reciprocal: (key: string) => boolean;
  readonly denials: (accused: string, group: readonly Accusation[]) => number;
  readonly decided: (fact: StatementFact) => boolean;
}

export function edgeOf(group: readonly Accusation[], { facts, nodes, reciprocal, denials, decided }: EdgeContext): Edge {
  const { accuser, accused } = group[0]!;
  const statements = [...new Map(group.map(({ fact }) => [fact.number, fact])).values()];
  const dates = statements.flatMap(({ article }) => facts.report(article)?.published ?? []).sort();
  const wrongs = counted(
    Object.keys(WRONGS) as (keyof typeof WRONGS)[],
    group.map(({ allegation }) => allegation.wrong),
  );
  const statuses = counted(
    Object.keys(STATUSES) as (keyof typeof STATUSES)[],
    group.map(({ allegation }) => allegation.status),
  );
  const grades = counted(
    Object.keys(GRADES) as (keyof typeof GRADES)[],
    statements.map(({ grade }) => grade),
  );
  return {
    accuser,
    accused,
    accuserName: nodes.get(accuser)?.name ?? null,
    accusedName: nodes.get(accused)?.name ?? null,
    firstVoices: firstVoices(group),
    statements: statements.length,
    reports: new Set(statements.map(({ article }) => article)).size,
    publishers: new Set(statements.map(({ article }) => facts.report(article)?.publisher ?? `r${article}`)).size,
    wrongs: wrongs.map(({ key, n }) => ({ wrong: key, statements: n })),
    statuses: statuses.map(({ key, n }) => ({ status: key, statements: n })),
    grades: grades.map(({ key, n }) => ({ grade: key, statements: n })),
    first: dates[0] ?? null,
    last: dates.at(-1) ?? null,
    reciprocal: accuser !== accused && reciprocal(edgeKey(accused, accuser)),
    denials: denials(accused, group),
    confidence: Math.max(...statements.map(({ confidence }) => confidence)),
    open: statements.filter((fact) => !decided(fact)).length,
  };
}
