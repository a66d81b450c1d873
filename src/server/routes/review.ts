import { type Case, foundStatements } from '../../casefile/index.ts';
import type { Span } from '../../model/index.ts';
import type { Handlers } from '../ask.ts';
import type { Ledger } from '../known/ledger.ts';
import { type Mattering, type Ordered, orderedQueue, whyItMatters } from '../known/queue.ts';
import { PAGE } from '../list.ts';
import { Refusal } from '../refusal.ts';
import { bringUpToDate, type Room } from '../room.ts';
import type { Queue, QueueQuery, Suggestion } from '../schema/review.ts';
import { versionOf } from '../version.ts';
import { searchOf } from './reports.ts';

type Stage = NonNullable<QueueQuery['stage']>;

/** Whether a statement waits at a stage. */
function waits(ledger: Ledger, stage: Stage, by: string | undefined) {
  return ({ fact }: Mattering): boolean => {
    const deciding = ledger.lastOf(fact.key) === 0 ? undefined : ledger.deciding(fact.key);
    if (deciding === undefined) return stage === 'first';
    const signed = ledger.signatureOf(deciding.number) !== undefined;
    return stage === 'second' ? !signed && deciding.by !== by?.trim() : stage === 'done' && signed;
  };
}

/** The paragraphs in which spans stand. */
function around(text: string, spans: readonly Span[]): { text: string; at: readonly [number, number] } {
  const start = Math.min(...spans.map(([from]) => from));
  const end = Math.max(...spans.map(([, to]) => to));
  const from = text.lastIndexOf('\n', Math.max(0, start - 1)) + 1;
  const line = text.indexOf('\n', end);
  const to = line === -1 ? text.length : line;
  return { text: text.slice(from, to), at: [from, to] };
}

function suggestionOf(room: Room, kept: Case, { fact, matters }: Mattering): Suggestion {
  const facts = room.facts(kept);
  const ledger = room.ledger(kept);
  const { article, analysis, id, key } = fact;
  const found = room.analysis(kept, analysis);
  const statement = found.statements.find((one) => one.id === id)!;
  const set = ledger.corrections(key) as Partial<typeof statement> | undefined;
  const now = { ...statement, ...set };
  const standing = { ...fact, ...set };
  const { title, publisher, published } = facts.report(article)!;
  const speakers = found.speakers.map((speaker) => {
    const { name, role } = facts.speaker(`r${article}/${speaker.id}`) ?? speaker;
    return { id: speaker.id, name, role };
  });
  const text = room.words.text(kept, article);
  return {
    ref: `r${article}/${id}`,
    version: versionOf(ledger, key),
    report: { ref: `r${article}`, title, publisher, published },
    matters,
    why: whyItMatters(fact),
    around: around(text, [...now.source, ...now.cue, ...now.content]),
    source: [...now.source],
    cue: [...now.cue],
    content: [...now.content],
    speaker: speakers.find((speaker) => speaker.id === now.speaker) ?? null,
    speakers,
    form: now.form,
    act: standing.act,
    grade: standing.grade,
    channel: standing.channel,
    wrong: fact.allegations[0]?.wrong ?? null,
    accused: fact.allegations[0]?.accused ?? null,
    allegations: fact.allegations.length,
    confidence: fact.confidence,
    standing: ledger.standing(key),
    decisions: ledger.decisionsOf(key),
  };
}

interface Waiting {
  /** Of all pages. */
  readonly total: number;
  readonly items: readonly Mattering[];
  readonly more: boolean;
}

/** Those that nobody decided on: nearly all of a case, so only as many are looked at as a page takes. */
function undecided(
  { rows, rank }: Ordered,
  waiting: (row: Mattering) => boolean,
  found: ReadonlySet<number> | undefined,
  decided: number,
  page: Page,
): Waiting {
  const items: Mattering[] = [];
  let more = false;
  for (let i = page.after + 1; i < rows.length && !more; i++) {
    const row = rows[i]!;
    if ((found !== undefined && !found.has(row.fact.number)) || !waiting(row)) continue;
    if (items.length < page.limit) items.push(row);
    else more = true;
  }
  if (found === undefined) return { total: rows.length - decided, items, more };
  let total = 0;
  for (const number of found) {
    const at = rank.get(number);
    if (at !== undefined && waiting(rows[at]!)) total++;
  }
  return { total, items, more };
}

/** Those that were decided: few of a case. */
function decidedOn({ rows }: Ordered, ranks: readonly number[], { after, limit }: Page): Waiting {
  const beyond = ranks.filter((rank) => rank > after);
  return { total: ranks.length, items: beyond.slice(0, limit).map((rank) => rows[rank]!), more: beyond.length > limit };
}

interface Page {
  /** Rank of the last statement of the page before; -1 for none. */
  readonly after: number;
  readonly limit: number;
}

export const review: Handlers<'queue'> = {
  queue({ kept, query, room }): Queue {
    bringUpToDate(kept);
    const { stage = 'first', sort = 'matters', by, limit = PAGE, cursor, q } = query;
    const { query: wanted, told } = searchOf(q);
    const found = wanted.wanted === null ? undefined : foundStatements(kept, wanted);
    const ordered = orderedQueue(room, kept, sort);
    const ledger = room.ledger(kept);
    const facts = room.facts(kept);
    // What was decided since the page before is gone from the queue; its place in the order is not.
    const after = cursor === undefined ? -1 : ordered.rank.get(Number(cursor));
    if (after === undefined)
      throw new Refusal('wrong-input', 'Expected a cursor that this queue gave, found another. Begin again without one.', {
        at: 'query/cursor',
      });
    const waiting = waits(ledger, stage, by);
    const ranks: number[] = [];
    let decided = 0;
    let signed = 0;
    for (const [key, deciding] of ledger.decided()) {
      const fact = facts.byKey(key);
      if (fact === undefined) continue;
      decided++;
      if (ledger.signatureOf(deciding.number) !== undefined) signed++;
      const rank = ordered.rank.get(fact.number)!;
      if (stage !== 'first' && (found?.has(fact.number) ?? true) && waiting(ordered.rows[rank]!)) ranks.push(rank);
    }
    const page = { after, limit };
    const { total, items, more } =
      stage === 'first'
        ? undecided(ordered, waiting, found, decided, page)
        : decidedOn(
            ordered,
            ranks.sort((a, b) => a - b),
            page,
          );
    return {
      total,
      next: more ? String(items.at(-1)!.fact.number) : null,
      items: items.map((row) => suggestionOf(room, kept, row)),
      query: told,
      progress: { statements: ordered.rows.length, decided, signed },
    };
  },
};
