import {
  CODE_FIELDS,
  CORRECTABLE,
  caseIdOf,
  countPending,
  FACETS,
  headOf,
  lastRun,
  readEntry,
  SORTS,
  TEXT_FIELDS,
} from '../../casefile/index.ts';
import { defaultProfile } from '../../engine/index.ts';
import { CSV_TABLES, FORMATS, type Format } from '../../export/index.ts';
import { ACTS, CERTAINTIES, CHANNELS, GRADES, LINK_TYPES, SOURCE_TYPES, STANDINGS, STATUSES, WRONGS } from '../../model/index.ts';
import type { Handlers } from '../ask.ts';
import { UPLOAD_LIMITS } from '../limits.ts';
import { Refusal } from '../refusal.ts';
import type { Room } from '../room.ts';
import { STATES } from '../schema/decision.ts';
import { ECHO_SORTS } from '../schema/echoes.ts';
import { QUEUE_SORTS, QUEUE_STAGES } from '../schema/review.ts';
import type { Session, Vocabulary } from '../schema/session.ts';
import { VOICES } from '../schema/sourcing.ts';
import { SPEAKER_SORTS } from '../schema/speakers.ts';

async function sessionOf(room: Room): Promise<Session> {
  const { desk, keeper } = room;
  const found = await keeper.look();
  const open = found.state === 'open' ? found.kept : undefined;
  const model = open?.db.get<{ model: string }>('SELECT model FROM analyses ORDER BY number DESC LIMIT 1');
  const head = open && headOf(open);
  const run = open && lastRun(open);
  return {
    version: desk.version,
    engine: { version: desk.engine, model: model?.model ?? null },
    case: {
      name: desk.caseName,
      id: open === undefined ? null : caseIdOf(open),
      state: found.state,
      trouble: 'code' in found ? { code: found.code, message: found.message } : null,
      encrypted: keeper.encrypted(),
      readOnly: keeper.readOnly(),
      example: desk.example,
    },
    head: head === undefined ? null : { number: head.number, hash: head.hash, at: readEntry(head.entry).at },
    counts: open === undefined ? null : countsOf(room, open),
    related: run === undefined ? null : { at: run.at, since: run.since },
    unindexed: open === undefined ? 0 : countPending(open),
    reader: desk.reader,
    limits: UPLOAD_LIMITS,
  };
}

function countsOf(room: Room, kept: Parameters<typeof countPending>[0]): NonNullable<Session['counts']> {
  const { db } = kept;
  const count = (sql: string): number => db.get<{ n: number }>(`SELECT count(*) AS n FROM ${sql}`)!.n;
  const ledger = room.ledger(kept);
  const current = new Set(
    db
      .all<{ number: number }>('SELECT number FROM current_analyses WHERE article IN (SELECT article FROM reviews)')
      .map(({ number }) => String(number)),
  );
  const states = { accept: 0, reject: 0, correct: 0 };
  let signed = 0;
  for (const [key, by] of ledger.decided()) {
    const [analysis, id] = key.split('/');
    if (!key.startsWith('+') && !(current.has(analysis!) && id?.startsWith('s'))) continue;
    states[by.action as keyof typeof states]++;
    if (ledger.signatureOf(by.number)?.action === 'accept') signed++;
  }
  const ofKind = (kind: string): number => count(`current_relations WHERE kind = '${kind}'`);
  return {
    reports: count('articles'),
    unread: count('articles WHERE number NOT IN (SELECT article FROM analyses)'),
    statements: count('statements WHERE analysis IN (SELECT number FROM current_analyses)'),
    accepted: states.accept,
    rejected: states.reject,
    corrected: states.correct,
    signed,
    persons: ofKind('person'),
    clusters: ofKind('cluster'),
    links: ofKind('link'),
    events: headOf(kept)?.number ?? 0,
  };
}

const codes = { acts: ACTS, channels: CHANNELS, grades: GRADES, statuses: STATUSES, wrongs: WRONGS, sourceTypes: SOURCE_TYPES };
const relating = { standings: STANDINGS, certainties: CERTAINTIES, linkTypes: LINK_TYPES };
const pages = {
  states: STATES,
  voices: VOICES,
  queueSorts: QUEUE_SORTS,
  queueStages: QUEUE_STAGES,
  speakerSorts: SPEAKER_SORTS,
  echoSorts: ECHO_SORTS,
};

const vocabulary = (): Vocabulary => ({
  search: {
    textFields: { ...TEXT_FIELDS },
    codeFields: Object.fromEntries(Object.entries(CODE_FIELDS).map(([field, known]) => [field, [...known]])),
    sorts: { ...SORTS },
    facets: [...FACETS],
  },
  codes: { ...codes, ...relating, ...pages },
  correctable: Object.fromEntries(
    Object.entries(CORRECTABLE).map(([about, fields]) => [
      about,
      Object.fromEntries(Object.entries(fields).map(([field, kind]) => [field, typeof kind === 'string' ? kind : [...kind]])),
    ]),
  ),
  formats: Object.values<Format>(FORMATS).map(({ name, extension, summary }) => ({
    name,
    extension,
    summary,
    tables: name === 'csv' ? Object.entries(CSV_TABLES).map(([table, { summary: holds }]) => ({ name: table, summary: holds })) : [],
    bom: name === 'csv',
  })),
  checks: [...new Set(defaultProfile.rules.map(({ check }) => check))],
});

/** Wrong passphrases in a minute before the next one must wait. */
const TRIES = 10;

export function sessionRoutes(room: Room): Handlers<'session' | 'unlock' | 'vocabulary'> {
  let tries: number[] = [];
  return {
    session: () => sessionOf(room),
    async unlock({ body }) {
      const now = room.desk.clock();
      tries = tries.filter((at) => now - at < 60_000);
      if (tries.length >= TRIES) throw tooOften();
      try {
        await room.keeper.unlock(body.passphrase);
      } catch (error) {
        tries.push(now);
        throw error;
      }
      return sessionOf(room);
    },
    vocabulary,
  };
}

const tooOften = (): Refusal =>
  new Refusal('too-many', 'Too many passphrases in a short time. Wait a minute, and try again.', { retryAfter: 60 });
