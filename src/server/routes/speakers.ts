import { type Case, CaseError, findThing, keepReview } from '../../casefile/index.ts';
import type { SpeakerRef } from '../../model/index.ts';
import type { Handlers } from '../ask.ts';
import type { StatementFact } from '../known/facts.ts';
import { foldWords, holdsWords } from '../known/fold.ts';
import { oddnessOf } from '../known/odd-speakers.ts';
import { type PersonKnown, personsKnown } from '../known/persons.ts';
import { pageOf } from '../list.ts';
import { Refusal } from '../refusal.ts';
import type { Room } from '../room.ts';
import type { Merged, PersonJson, PersonList, PersonRow, PersonStatement, SPEAKER_SORTS } from '../schema/speakers.ts';
import { checkVersion, versionOf } from '../version.ts';

const byName = (a: PersonRow, b: PersonRow): number =>
  Number(a.name === null) - Number(b.name === null) || (a.name ?? '').localeCompare(b.name ?? '', 'en') || (a.id < b.id ? -1 : 1);

const ORDERS: Readonly<Record<keyof typeof SPEAKER_SORTS, (a: PersonKnown, b: PersonKnown) => number>> = {
  statements: (a, b) => b.row.statements - a.row.statements || byName(a.row, b.row),
  reports: (a, b) => b.row.reports - a.row.reports || byName(a.row, b.row),
  name: (a, b) => byName(a.row, b.row),
  proposals: (a, b) => likeliest(b) - likeliest(a) || byName(a.row, b.row),
};
const likeliest = ({ person }: PersonKnown): number => Math.max(0, ...person.proposed.map(({ score }) => score));

const personKey = (id: string): string => `person ${id}`;

/** @throws CaseError 'unknown-id' */
function knownPerson(room: Room, kept: Case, id: string): PersonKnown {
  const person = room.relations(kept).person(id);
  const known = person && personsKnown(room, kept).get(person.id);
  if (known !== undefined) return known;
  throw new CaseError(
    'unknown-id',
    `There is no speaker "${id.slice(0, 100)}" across this case. If it was related anew, find it in the list again.`,
  );
}

/** Most statements of a person that are sent at once. */
const MOST = 2000;

function statementsOf(room: Room, kept: Case, { statements }: PersonKnown): PersonStatement[] {
  const facts = room.facts(kept);
  const ledger = room.ledger(kept);
  const dayOf = (fact: StatementFact): string => fact.said ?? facts.report(fact.article)?.published ?? '~';
  const ordered = [...statements].sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : a.number - b.number)).slice(0, MOST);
  return ordered.map((fact): PersonStatement => {
    const { article, id, said, act, grade, channel, outlet, key } = fact;
    const report = facts.report(article)!;
    const speaker = `r${article}/${fact.speaker}`;
    const { words, spans } = room.words.content(kept, article, fact.number, ledger.corrections(key)?.content);
    const gravest = fact.allegations[0];
    return {
      ref: `r${article}/${id}`,
      report: { ref: `r${article}`, title: report.title, publisher: report.publisher, published: report.published },
      said,
      speaker,
      role: facts.speaker(speaker)?.role ?? null,
      act,
      grade,
      channel,
      outlet,
      ...tellersOf(room, kept, fact),
      wrong: gravest?.wrong ?? null,
      accused: gravest?.accused ?? null,
      words,
      at: spans[0] ?? [0, 0],
      state: ledger.stateOf(key),
    };
  });
}

/** To whom it was said and through whom it came: what the rows do not have is in the analysis. */
function tellersOf(room: Room, kept: Case, fact: StatementFact): Pick<PersonStatement, 'addressee' | 'toldBy'> {
  const sourcing = room.analysis(kept, fact.analysis).statements.find(({ id }) => id === fact.id)?.sourcing;
  const facts = room.facts(kept);
  return {
    addressee: sourcing?.addressee ?? null,
    toldBy: (sourcing?.chain ?? []).map((one) => {
      const teller = facts.speaker(`r${fact.article}/${one}`);
      return teller === undefined
        ? { speaker: null, name: one }
        : { speaker: `r${fact.article}/${one}`, name: teller.name ?? teller.role ?? 'unnamed' };
    }),
  };
}

function personJson(room: Room, kept: Case, known: PersonKnown): PersonJson {
  const facts = room.facts(kept);
  const ledger = room.ledger(kept);
  const persons = personsKnown(room, kept);
  const { person, row, refs } = known;
  const speakers = refs.flatMap((ref) => facts.speaker(ref) ?? []);
  const key = personKey(person.id);
  return {
    ...row,
    version: versionOf(ledger, key),
    proposed: [...person.proposed]
      .sort((a, b) => b.score - a.score)
      .flatMap(({ with: id, score, because }) => {
        const other = room.relations(kept).person(id);
        const its = other && persons.get(other.id);
        if (its === undefined || other!.id === person.id) return [];
        const { name, type, roles, reports } = its.row;
        return [{ with: { id: other!.id, name, type, roles, reports }, score, because: because.map((reason) => ({ ...reason })) }];
      }),
    speakers: speakers.map((speaker) => {
      const ref = `r${speaker.article}/${speaker.id}`;
      const { title, publisher, published } = facts.report(speaker.article)!;
      return {
        ref,
        report: { ref: `r${speaker.article}`, title, publisher, published },
        name: speaker.name,
        role: speaker.role,
        type: speaker.type,
        statements: known.statements.filter((fact) => fact.article === speaker.article && fact.speaker === speaker.id).length,
        odd: oddnessOf(speaker, speakers),
      };
    }),
    statements: statementsOf(room, kept, known),
    decisions: ledger.decisionsOf(key),
  };
}

export const speakers: Handlers<'speakers' | 'speaker' | 'merge' | 'split'> = {
  speakers({ kept, query, room }): PersonList {
    const asked = foldWords(query.name ?? '');
    const relations = room.relations(kept);
    const wanted = [...personsKnown(room, kept).values()]
      .filter(({ row }) => query.type === undefined || row.type === query.type)
      .filter(({ row }) => holdsWords([row.name ?? '', ...row.roles].join(' '), asked))
      .sort(ORDERS[query.sort ?? 'statements']);
    const { items, ...page } = pageOf(wanted, ({ row }) => row.id, query);
    return { ...page, items: items.map(({ row }) => row), related: relations.related() };
  },
  speaker: ({ kept, params, room }): PersonJson => personJson(room, kept, knownPerson(room, kept, params.speaker!)),
  merge({ kept, body, match, room }): Merged {
    const ledger = room.ledger(kept);
    const known = body.persons.map((id) => knownPerson(room, kept, id));
    const [first] = known;
    return kept.db.transaction(() => {
      checkVersion(room.ledger(kept), personKey(first!.person.id), match);
      const persons = [...new Set(known.map(({ person }) => person.id))];
      if (persons.length < 2) throw new Refusal('not-allowed', 'These are one already: nothing is to be merged.');
      const speakersOfAll: readonly SpeakerRef[] = known.flatMap(({ person }) => person.speakers);
      const about = { about: 'person', article: null, analysis: null, id: persons[0]!, undoes: null } as const;
      const review = keepReview(kept, {
        ...about,
        action: 'merge',
        by: body.by,
        why: body.why ?? null,
        value: { persons, speakers: speakersOfAll },
      });
      ledger.refresh(kept);
      return { id: persons[0]!, decision: ledger.json(review), version: versionOf(ledger, personKey(persons[0]!)) };
    });
  },
  split({ kept, params, body, match, room }): Merged {
    const known = knownPerson(room, kept, params.speaker!);
    const ledger = room.ledger(kept);
    return kept.db.transaction(() => {
      const { person } = known;
      checkVersion(room.ledger(kept), personKey(person.id), match);
      const off = body.speakers.map((ref) => {
        const thing = findThing(kept, ref);
        const own =
          thing.kind === 'speaker' && person.speakers.find(({ article, speaker }) => article === thing.articleId && speaker === thing.id);
        if (!own)
          throw new Refusal('not-allowed', `Expected speakers of this person (r12/p2), found "${ref.slice(0, 100)}".`, {
            at: 'body/speakers',
          });
        return own;
      });
      if (new Set(off).size >= person.speakers.length)
        throw new Refusal('not-allowed', 'These are all of them: none would be left. Leave at least one.', { at: 'body/speakers' });
      const about = { about: 'person', article: null, analysis: null, id: person.id, undoes: null } as const;
      const review = keepReview(kept, {
        ...about,
        action: 'split',
        by: body.by,
        why: body.why ?? null,
        value: { speakers: [...new Set(off)] },
      });
      ledger.refresh(kept);
      return { id: `${person.id}~${review.number}`, decision: ledger.json(review), version: versionOf(ledger, personKey(person.id)) };
    });
  },
};
