import type { Case } from '../../casefile/index.ts';
import type { Person } from '../../model/index.ts';
import type { Room } from '../room.ts';
import type { PersonRow } from '../schema/speakers.ts';
import type { SpeakerFact, StatementFact } from './facts.ts';

/** What is known of a person across the case. */
export interface PersonKnown {
  readonly person: Person;
  readonly row: PersonRow;
  /** "r12/p2" of all its speakers. */
  readonly refs: readonly string[];
  /** Statements as they stand. */
  readonly statements: readonly StatementFact[];
}

const ROLES = 5;

/** Roles as reports word them, the most frequent first. */
export function rolesOf(speakers: readonly (SpeakerFact | undefined)[]): string[] {
  const counts = new Map<string, number>();
  for (const speaker of speakers) if (speaker?.role != null) counts.set(speaker.role, (counts.get(speaker.role) ?? 0) + 1);
  return [...counts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, ROLES)
    .map(([role]) => role);
}

/** Everyone across the case, with counts; kept until something moves that they depend on. */
export function personsKnown(room: Room, kept: Case): ReadonlyMap<string, PersonKnown> {
  const relations = room.relations(kept);
  const facts = room.facts(kept);
  const ledger = room.ledger(kept);
  return room.keep('persons', `${relations.stamp()} ${facts.stamp()} ${ledger.last()}`, () => {
    const bySpeaker = new Map<string, StatementFact[]>();
    const accused = new Map<string, number>();
    for (const each of facts.statements()) {
      const fact = facts.standing(each);
      if (fact === undefined) continue;
      if (fact.speaker !== null) {
        const ref = `r${fact.article}/${fact.speaker}`;
        const own = bySpeaker.get(ref);
        if (own === undefined) bySpeaker.set(ref, [fact]);
        else own.push(fact);
      }
      for (const { accusedSpeaker } of fact.allegations) {
        if (accusedSpeaker === null) continue;
        const ref = `r${fact.article}/${accusedSpeaker}`;
        accused.set(ref, (accused.get(ref) ?? 0) + 1);
      }
    }
    const decided = new Set<string>();
    for (const review of ledger.all()) if (review.about === 'person' && ledger.stands(review)) decided.add(review.id);
    return new Map(
      relations.persons().map((person): [string, PersonKnown] => {
        const refs = person.speakers.map(({ article, speaker }) => relations.refOf(article, speaker));
        const statements = refs.flatMap((ref) => bySpeaker.get(ref) ?? []);
        const dates = refs.flatMap((ref) => facts.report(Number(ref.slice(1).split('/')[0]))?.published ?? []).sort();
        const row: PersonRow = {
          id: person.id,
          name: person.name,
          type: person.type,
          roles: rolesOf(refs.map((ref) => facts.speaker(ref))),
          reports: new Set(refs.map((ref) => ref.split('/')[0])).size,
          statements: statements.length,
          first: dates[0] ?? null,
          last: dates.at(-1) ?? null,
          accuses: statements.reduce((sum, { allegations }) => sum + allegations.length, 0),
          accused: refs.reduce((sum, ref) => sum + (accused.get(ref) ?? 0), 0),
          proposals: person.proposed.length,
          confirmed: decided.has(person.id) || person.id.includes('~'),
        };
        return [person.id, { person, row, refs, statements }];
      }),
    );
  });
}
