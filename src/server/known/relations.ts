import { type Case, lastRun, personsInEffect, readRelations } from '../../casefile/index.ts';
import type { Cluster, ClusterMember, Link, Person } from '../../model/index.ts';
import type { Facts } from './facts.ts';
import type { Ledger } from './ledger.ts';

export interface Membership {
  readonly cluster: Cluster;
  readonly member: ClusterMember;
}

/** What relating the case gave, kept ready until it is related anew. References are "r12/s3" and "r12/p2". */
export function createRelationsKept(facts: Facts, ledger: Ledger) {
  let run: number | undefined;
  let persons: readonly Person[] = [];
  let clusters: readonly Cluster[] = [];
  let links: readonly Link[] = [];
  let membership = new Map<string, Membership>();
  let linksOf = new Map<string, Link[]>();
  let decidedAt = -1;
  let standing: readonly Person[] = [];
  let byId = new Map<string, Person>();
  let byOldId = new Map<string, string>();
  let personOf = new Map<string, Person>();

  const refOf = (article: string, id: string | null): string => {
    const number = facts.reportNumber(article);
    return id === null ? `r${number}` : `r${number}/${id}`;
  };
  const read = (kept: Case): void => {
    const all = [...readRelations(kept)];
    persons = all.filter((relation) => relation.kind === 'person');
    clusters = all.filter((relation) => relation.kind === 'cluster');
    links = all.filter((relation) => relation.kind === 'link');
    membership = new Map();
    for (const cluster of clusters)
      for (const member of cluster.members) membership.set(refOf(member.article, member.statement), { cluster, member });
    linksOf = new Map();
    for (const link of links) {
      for (const end of [link.from, link.to]) {
        const ref = refOf(end.article, end.statement);
        linksOf.set(ref, [...(linksOf.get(ref) ?? []), link]);
      }
    }
    decidedAt = -1;
  };
  const decide = (): void => {
    const reviews = [...ledger.all()].filter((review) => ledger.stands(review) && review.about === 'person');
    standing = personsInEffect(persons, reviews);
    byId = new Map(standing.map((person) => [person.id, person]));
    byOldId = new Map();
    for (const { action, id, value } of reviews) if (action === 'merge') for (const old of value?.persons ?? []) byOldId.set(old, id);
    personOf = new Map();
    for (const person of standing) for (const { article, speaker } of person.speakers) personOf.set(refOf(article, speaker), person);
    decidedAt = ledger.lastOfPersons();
  };
  return {
    refresh(kept: Case): void {
      const now = lastRun(kept)?.number ?? 0;
      if (now !== run) {
        read(kept);
        run = now;
      }
      if (decidedAt !== ledger.lastOfPersons()) decide();
    },
    run: (): number => run ?? 0,
    related: (): boolean => (run ?? 0) > 0,
    refOf,
    clusters: (): readonly Cluster[] => clusters,
    links: (): readonly Link[] => links,
    membershipOf: (ref: string): Membership | undefined => membership.get(ref),
    linksOf: (ref: string): readonly Link[] => linksOf.get(ref) ?? [],
    /** As they stand after merges and splits. */
    persons: (): readonly Person[] => standing,
    person: (id: string): Person | undefined => byId.get(id) ?? byId.get(byOldId.get(id) ?? ''),
    personOf: (ref: string): Person | undefined => personOf.get(ref),
    /** Moves whenever a person may be another one than before. */
    stamp: (): string => `${run} ${decidedAt}`,
  };
}
export type RelationsKept = ReturnType<typeof createRelationsKept>;
