import { type Case, CaseError } from '../../casefile/index.ts';
import { CERTAINTIES, type Cluster, type ClusterMember, type Span } from '../../model/index.ts';
import type { Handlers } from '../ask.ts';
import { foldWords, holdsWords } from '../known/fold.ts';
import { elsewhere, speakerName } from '../known/related.ts';
import { pageOf } from '../list.ts';
import type { Room } from '../room.ts';
import type { ClusterJson, ClusterList, ClusterRow, ECHO_SORTS } from '../schema/echoes.ts';
import { versionOf } from '../version.ts';

const refOf = (room: Room, kept: Case, { article, statement }: { readonly article: string; readonly statement: string }): string =>
  room.relations(kept).refOf(article, statement);

const numberOf = (ref: string): number => Number(ref.slice(1).split('/')[0]);

function rowOf(room: Room, kept: Case, cluster: Cluster): ClusterRow {
  const facts = room.facts(kept);
  const relations = room.relations(kept);
  const refs = cluster.members.map((member) => refOf(room, kept, member));
  const reports = refs.flatMap((ref) => facts.report(numberOf(ref)) ?? []);
  const earliest = refOf(room, kept, cluster.earliest);
  const report = facts.report(numberOf(earliest));
  const fact = facts.statement(numberOf(earliest), cluster.earliest.statement);
  const count = (standing: ClusterMember['standing']): number => cluster.members.filter((member) => member.standing === standing).length;
  const altered = new Set(refs.flatMap((ref) => relations.linksOf(ref).filter(({ type }) => type === 'altered')));
  return {
    id: cluster.id,
    words: fact === undefined ? '' : room.words.content(kept, fact.article, fact.number).words,
    speaker: fact === undefined ? null : speakerName(room, kept, fact.article, fact.speaker),
    earliest: {
      ref: earliest,
      publisher: report?.publisher ?? null,
      published: report?.published ?? null,
      certainty: cluster.earliest.certainty,
    },
    last:
      reports
        .flatMap(({ published }) => published ?? [])
        .sort()
        .at(-1) ?? null,
    reports: new Set(reports.map(({ number }) => number)).size,
    publishers: new Set(reports.map(({ publisher, number }) => publisher ?? `r${number}`)).size,
    firstVoices: cluster.firstVoices,
    echoes: count('echo'),
    independent: count('independent'),
    altered: altered.size,
  };
}

const byId = (a: ClusterRow, b: ClusterRow): number => (a.id < b.id ? -1 : 1);
const ORDERS: Readonly<Record<keyof typeof ECHO_SORTS, (a: ClusterRow, b: ClusterRow) => number>> = {
  reports: (a, b) => b.reports - a.reports || b.echoes - a.echoes || byId(a, b),
  echoes: (a, b) => b.echoes - a.echoes || byId(a, b),
  firstVoices: (a, b) => b.firstVoices - a.firstVoices || byId(a, b),
  altered: (a, b) => b.altered - a.altered || byId(a, b),
  date: (a, b) =>
    (a.earliest.published ?? '~') < (b.earliest.published ?? '~')
      ? -1
      : (a.earliest.published ?? '~') > (b.earliest.published ?? '~')
        ? 1
        : byId(a, b),
};

/** The rows of all clusters; the words of each are read once. */
function rowsOf(room: Room, kept: Case): readonly ClusterRow[] {
  const relations = room.relations(kept);
  const stamp = `${relations.run()} ${room.facts(kept).stamp()}`;
  return room.keep('clusters', stamp, () => {
    // Report after report, so that each text is unpacked once.
    const ordered = [...relations.clusters()].sort(
      (a, b) => numberOf(refOf(room, kept, a.earliest)) - numberOf(refOf(room, kept, b.earliest)),
    );
    return ordered.map((cluster) => rowOf(room, kept, cluster));
  });
}

const firstOf = (spans: readonly Span[] | undefined, [start]: Span, end: number): (readonly [number, number])[] =>
  (spans ?? []).filter((span) => span[0] >= start && span[1] <= end).map(([a, b]) => [a - start, b - start] as const);

/** Altered quotations among the members: the words of both sides, with what differs marked in them. */
function changedOf(room: Room, kept: Case, refs: readonly string[]): ClusterJson['changed'] {
  const relations = room.relations(kept);
  const facts = room.facts(kept);
  const links = new Set(refs.flatMap((ref) => relations.linksOf(ref).filter(({ type }) => type === 'altered')));
  const side = (article: string, statement: string | null, marks: readonly Span[] | undefined) => {
    const number = facts.reportNumber(article);
    const fact = number === undefined || statement === null ? undefined : facts.statement(number, statement);
    if (fact === undefined) return { text: '', marks: [] };
    const { spans } = room.words.content(kept, fact.article, fact.number);
    const whole: Span = [Math.min(...spans.map(([start]) => start)), Math.max(...spans.map(([, end]) => end))];
    const text = room.words.text(kept, fact.article).slice(whole[0], whole[1]);
    return { text, marks: firstOf(marks, whole, whole[1]) };
  };
  return [...links].map(({ from, to, words, because, confidence }) => {
    const [a, b] = [side(from.article, from.statement, words?.from), side(to.article, to.statement, words?.to)];
    return {
      from: relations.refOf(from.article, from.statement),
      to: relations.refOf(to.article, to.statement),
      fromText: a.text,
      toText: b.text,
      fromMarks: a.marks,
      toMarks: b.marks,
      because: because.map((reason) => ({ ...reason })),
      confidence,
    };
  });
}

export const echoes: Handlers<'echoes' | 'echo'> = {
  echoes({ kept, query, room }): ClusterList {
    const asked = foldWords(query.words ?? '');
    const rows = rowsOf(room, kept)
      .filter(({ words, speaker }) => holdsWords(`${words} ${speaker ?? ''}`, asked))
      .sort(ORDERS[query.sort ?? 'reports']);
    return { ...pageOf(rows, ({ id }) => id, query), related: room.relations(kept).related() };
  },
  echo({ kept, params, room }): ClusterJson {
    const relations = room.relations(kept);
    const facts = room.facts(kept);
    const ledger = room.ledger(kept);
    const cluster = relations.clusters().find(({ id }) => id === params.cluster);
    if (cluster === undefined)
      throw new CaseError(
        'unknown-id',
        `There is no cluster "${params.cluster!.slice(0, 100)}" in this case. If it was related anew, find it in the list again.`,
      );
    const members = cluster.members.map((member) => {
      const ref = refOf(room, kept, member);
      const other = elsewhere(room, kept, ref)!;
      const fact = facts.statement(numberOf(ref), member.statement);
      const { title, publisher, published } = other.report;
      return {
        ref,
        report: { ref: other.report.ref, title, publisher, published, url: facts.report(numberOf(ref))?.url ?? null },
        standing: member.standing,
        of: member.of === null ? null : refOf(room, kept, member.of),
        because: member.because.map((reason) => ({ ...reason })),
        speaker: other.speaker,
        grade: fact?.grade ?? null,
        channel: fact?.channel ?? null,
        credits: creditsOf(room, kept, fact?.analysis),
        words: other.words,
      };
    });
    const dateOf = (member: (typeof members)[number]): string => member.report.published ?? '~';
    const key = `cluster ${cluster.id}`;
    return {
      ...rowOf(room, kept, cluster),
      version: versionOf(ledger, key),
      certainty: CERTAINTIES[cluster.earliest.certainty],
      members: members.sort((a, b) => (dateOf(a) < dateOf(b) ? -1 : dateOf(a) > dateOf(b) ? 1 : 0)),
      changed: changedOf(
        room,
        kept,
        members.map(({ ref }) => ref),
      ),
      decisions: ledger.decisionsOf(key),
    };
  },
};

/** The credit lines of a report, as they stand in it. */
const creditsOf = (room: Room, kept: Case, analysis: number | undefined): string[] =>
  analysis === undefined ? [] : [...room.analysis(kept, analysis).article.credits];
