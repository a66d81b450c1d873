import { type Case, CaseError, findThing, headOf, historyOf, type LoggedEvent, readEntry } from '../../casefile/index.ts';
import type { Handlers } from '../ask.ts';
import { PAGE } from '../list.ts';
import { Refusal } from '../refusal.ts';
import { EVENT_KINDS, type Log, type LogQuery, type LogRow } from '../schema/history.ts';

const DONE: Readonly<Record<string, string>> = {
  accept: 'accepted',
  reject: 'rejected',
  correct: 'corrected',
  note: 'put a note to',
  merge: 'merged',
  split: 'split',
  undo: 'took back decision',
};

const plural = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

function refOf(event: LoggedEvent): string | null {
  if (event.event === 'article' || event.event === 'analysis') return `r${event.article}`;
  if (event.event !== 'reviewed') return null;
  if (event.about === 'review') return event.article === undefined ? null : `r${event.article}`;
  if (event.article === undefined) return event.id;
  return event.about === 'article' ? `r${event.article}` : `r${event.article}/${event.id}`;
}

/** What an event tells, as a sentence. */
function wordsOf(event: LoggedEvent): string {
  switch (event.event) {
    case 'created':
      return `The case was made, by Hearsay ${event.tool}.`;
    case 'migrated':
      return `The file was brought up to schema ${event.schema}, by Hearsay ${event.tool}.`;
    case 'received':
      return `${event.from === '-' ? 'Standard input' : event.from} was received: ${event.kind}, ${plural(event.size, 'byte')}.`;
    case 'article':
      return `Report r${event.article} was found in it, as item ${event.item}.`;
    case 'analysis':
      return `Report r${event.article} was read, by engine ${event.engine}.`;
    case 'finished':
      return `What was received is through: ${plural(event.articles, 'report')}${event.leftovers > 0 ? `, ${plural(event.leftovers, 'other')} beside` : ''}.`;
    case 'reviewed': {
      const sign = event.about === 'review' && event.action !== 'undo';
      const place = event.about === 'review' ? event.id : (refOf(event) ?? event.id);
      if (sign)
        return `${event.by} ${event.action === 'accept' ? 'agrees' : 'does not agree'} with decision ${place} (decision ${event.review}).`;
      return `${event.by} ${DONE[event.action] ?? event.action} ${place} (decision ${event.review}).`;
    }
    case 'related':
      return `${plural(event.analyses, 'report')} were related: ${plural(event.relations, 'person, cluster or link', 'persons, clusters and links')}.`;
    case 'set':
      return event.name === 'house-rules' ? `The house rules were put anew${whoSet(event.value)}.` : `"${event.name}" was set.`;
    case 'stamped':
      return `The log up to event ${event.of} was timestamped.`;
  }
}

function whoSet(value: string): string {
  try {
    const { by } = JSON.parse(value) as { readonly by?: unknown };
    return typeof by === 'string' ? `, by ${by}` : '';
  } catch {
    return '';
  }
}

const rowOf = (logged: LoggedEvent): LogRow => {
  const { number, at, eventHash, ...fact } = logged;
  return {
    number,
    at,
    event: fact.event,
    ref: refOf(logged),
    by: fact.event === 'reviewed' ? fact.by : null,
    words: wordsOf(logged),
    fact: fact as unknown as Record<string, unknown>,
    hash: eventHash,
  };
};

/** @throws Refusal */
function kindsOf(kind: string | undefined): readonly string[] | undefined {
  if (kind === undefined || kind === '') return undefined;
  const kinds = kind.split(',').map((one) => one.trim());
  const odd = kinds.find((one) => !EVENT_KINDS.some((known) => known === one));
  if (odd === undefined) return kinds;
  throw new Refusal('wrong-input', `Expected kinds of events (${EVENT_KINDS.join(', ')}), found "${odd.slice(0, 60)}".`, {
    at: 'query/kind',
  });
}

/** Events of the whole log that a filter leaves; by the index where that is possible. */
function ofLog({ db }: Case, query: LogQuery, after: number | undefined, limit: number) {
  const kinds = kindsOf(query.kind);
  const newest = query.order !== 'oldest';
  const conditions: string[] = [];
  const values: (string | number)[] = [];
  const where = (sql: string, value: string | number | undefined): void => {
    if (value === undefined) return;
    conditions.push(sql);
    values.push(value);
  };
  where('kind IN (SELECT value FROM json_each(?))', kinds && JSON.stringify(kinds));
  where("entry ->> '$.by' = ?", query.by);
  where('at >= ?', query.from);
  where('at <= ?', query.to === undefined ? undefined : `${query.to}~`);
  const all = conditions.length === 0 ? 'TRUE' : conditions.join(' AND ');
  const { n: total } = db.get<{ n: number }>(`SELECT count(*) AS n FROM events WHERE ${all}`, ...values)!;
  const beyond = after === undefined ? 'TRUE' : `number ${newest ? '<' : '>'} ${after}`;
  const rows = db.all<{ entry: string; hash: string }>(
    `SELECT entry, hash FROM events WHERE ${all} AND ${beyond} ORDER BY number ${newest ? 'DESC' : ''} LIMIT ?`,
    ...values,
    limit + 1,
  );
  return { total, events: rows.map(({ entry, hash }): LoggedEvent => ({ ...readEntry(entry), eventHash: hash })) };
}

/** Events that tell of one thing. */
function ofThing(kept: Case, query: LogQuery, after: number | undefined) {
  const kinds = kindsOf(query.kind);
  const newest = query.order !== 'oldest';
  const all = historyOf(kept, findThing(kept, query.ref!)).filter(
    (event) =>
      (kinds?.includes(event.event) ?? true) &&
      (query.by === undefined || (event.event === 'reviewed' && event.by === query.by)) &&
      (query.from === undefined || event.at >= query.from) &&
      (query.to === undefined || event.at <= `${query.to}~`),
  );
  const ordered = newest ? [...all].reverse() : all;
  const beyond = ordered.filter(({ number }) => after === undefined || (newest ? number < after : number > after));
  return { total: all.length, events: beyond };
}

export const history: Handlers<'log'> = {
  log({ kept, query }): Log {
    const { limit = PAGE, cursor, ref } = query;
    if (cursor !== undefined && !/^\d{1,15}$/.test(cursor))
      throw new Refusal('wrong-input', 'Expected a cursor that the log gave, found another. Begin again without one.', {
        at: 'query/cursor',
      });
    const after = cursor === undefined ? undefined : Number(cursor);
    const { total, events } = ref === undefined ? ofLog(kept, query, after, limit) : ofThing(kept, query, after);
    const shown = events.slice(0, limit);
    const head = headOf(kept);
    if (head === undefined) throw new CaseError('damaged', 'This case has no log. `hearsay verify` says more.');
    return { total, next: events.length > limit ? String(shown.at(-1)!.number) : null, items: shown.map(rowOf), head: head.hash };
  },
};
