import type { Case } from '../../casefile/index.ts';
import type { Room } from '../room.ts';
import type { Elsewhere, RelatedJson } from '../schema/report.ts';
import type { RelationsKept } from './relations.ts';

/** Other members of a cluster that are named beside a statement. */
const MOST = 20;

/** A statement of another report, by its ref, in few words; null where it is gone. */
export function elsewhere(room: Room, kept: Case, ref: string): Elsewhere | null {
  const facts = room.facts(kept);
  const [report, id] = ref.split('/');
  const number = Number(report!.slice(1));
  const known = facts.report(number);
  if (known === undefined) return null;
  const { title, publisher, published } = known;
  const brief = { ref: report!, id: known.id, title, publisher, published };
  if (id === undefined) return { ref, report: brief, speaker: null, words: '' };
  const fact = facts.statement(number, id);
  if (fact === undefined) return { ref, report: brief, speaker: null, words: '' };
  const standing = facts.standing(fact) ?? fact;
  return {
    ref,
    report: brief,
    speaker: speakerName(room, kept, number, standing.speaker),
    words: room.words.content(kept, number, fact.number).words,
  };
}

/** The name of a report's speaker; the person's where the report itself has none. */
export function speakerName(room: Room, kept: Case, article: number, id: string | null): string | null {
  if (id === null) return null;
  const ref = `r${article}/${id}`;
  return room.facts(kept).speaker(ref)?.name ?? room.relations(kept).personOf(ref)?.name ?? null;
}

/** What stands in other reports beside a statement: the same, and what answers or alters it; `relations` are the case's, up to date. */
export function relatedOf(room: Room, kept: Case, ref: string, relations: RelationsKept): RelatedJson {
  const own = relations.membershipOf(ref);
  const clusters =
    own === undefined
      ? []
      : [
          {
            id: own.cluster.id,
            standing: own.member.standing,
            firstVoices: own.cluster.firstVoices,
            members: own.cluster.members.length,
            others: own.cluster.members
              .filter((member) => member !== own.member)
              .slice(0, MOST)
              .flatMap((member) => {
                const other = elsewhere(room, kept, relations.refOf(member.article, member.statement));
                return other === null ? [] : [{ ...other, standing: member.standing }];
              }),
          },
        ];
  const links = relations.linksOf(ref).map(({ type, from, to, because, confidence }) => {
    const here = relations.refOf(from.article, from.statement) === ref ? ('from' as const) : ('to' as const);
    const end = here === 'from' ? to : from;
    return { type, here, other: elsewhere(room, kept, relations.refOf(end.article, end.statement)), because: [...because], confidence };
  });
  return { clusters, links };
}
