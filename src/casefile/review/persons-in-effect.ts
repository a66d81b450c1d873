import type { Person, SpeakerRef } from '../../model/index.ts';
import type { Review } from './review.ts';

const keyOf = ({ article, speaker }: SpeakerRef): string => `${speaker} ${article}`;

interface Group {
  readonly person: Person;
  readonly speakers: Map<string, SpeakerRef>;
}

/**
 * The persons as they stand after what people decided: merged ones are one, under the id of the first that was named; speakers
 * that were split off are a person of their own, under the old id with "~" and the decision's number behind it. A decision
 * names speakers of reports, so that it holds when the case is related anew.
 *
 * @param reviews that stand, in their order
 */
export function personsInEffect(persons: readonly Person[], reviews: readonly Review[]): readonly Person[] {
  const decisions = reviews.filter(({ about, action }) => about === 'person' && (action === 'merge' || action === 'split'));
  if (decisions.length === 0) return persons;
  const groups = new Set<Group>(persons.map((person) => ({ person, speakers: new Map(person.speakers.map((ref) => [keyOf(ref), ref])) })));
  const home = new Map<string, Group>();
  for (const group of groups) for (const key of group.speakers.keys()) home.set(key, group);
  for (const { action, number, id, value } of decisions) {
    const refs = (value?.speakers ?? []).filter((ref) => home.has(keyOf(ref)));
    const [first] = refs;
    if (first === undefined) continue;
    if (action === 'merge') mergeInto(home.get(keyOf(first))!, refs, groups, home);
    else {
      const off: Group = { person: { ...home.get(keyOf(first))!.person, id: `${id}~${number}`, proposed: [] }, speakers: new Map() };
      for (const ref of refs) move(ref, home.get(keyOf(ref))!, off, home);
      groups.add(off);
    }
  }
  return [...groups]
    .filter(({ speakers }) => speakers.size > 0)
    .map(({ person, speakers }) => ({ ...person, speakers: [...speakers.values()] }));
}

function move(ref: SpeakerRef, from: Group, to: Group, home: Map<string, Group>): void {
  const key = keyOf(ref);
  from.speakers.delete(key);
  to.speakers.set(key, ref);
  home.set(key, to);
}

function mergeInto(target: Group, refs: readonly SpeakerRef[], groups: Set<Group>, home: Map<string, Group>): void {
  for (const ref of refs) {
    const group = home.get(keyOf(ref))!;
    if (group === target) continue;
    for (const other of [...group.speakers.values()]) move(other, group, target, home);
    groups.delete(group);
  }
}
