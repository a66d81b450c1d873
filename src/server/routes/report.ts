import {
  type Case,
  CaseError,
  currentAnalysis,
  decidedById,
  findThing,
  inEffect,
  readArticle,
  readSource,
  reviewsOfArticle,
} from '../../casefile/index.ts';
import { type Analysis, textOf, type WireStatement } from '../../model/index.ts';
import type { Handlers } from '../ask.ts';
import { keyInAnalysis, keyOfReport, type Ledger } from '../known/ledger.ts';
import { relatedOf } from '../known/related.ts';
import type { RelationsKept } from '../known/relations.ts';
import { Refusal } from '../refusal.ts';
import { respond } from '../respond.ts';
import type { Room } from '../room.ts';
import type { ReportJson, ReportStatement } from '../schema/report.ts';
import { versionOf } from '../version.ts';
import { findingsOf } from '../work/check.ts';

/** The number of the report that an address names. @throws Refusal, CaseError */
export function reportNumber(kept: Case, ref: string): number {
  const thing = findThing(kept, ref);
  if (thing.kind !== 'article') throw new Refusal('not-found', `Expected a report (r12), found the ${thing.kind} "${ref.slice(0, 100)}".`);
  return thing.article;
}

/** Fields of a statement that a person may have corrected, as the machine found them. */
const foundOf = (found: WireStatement | undefined, set: Readonly<Record<string, unknown>> | undefined): Record<string, unknown> => {
  if (found === undefined || set === undefined) return {};
  const all: Readonly<Record<string, unknown>> = { ...found.sourcing, ...found };
  return Object.fromEntries(Object.keys(set).map((field) => [field, all[field] ?? null]));
};

/** The tellers of a statement by name, from the first voice on. */
export const toldBy = (
  chain: readonly string[],
  nameOf: (id: string) => string | null | undefined,
): { speaker: string | null; name: string }[] =>
  chain.map((one) => {
    const name = nameOf(one);
    return name === undefined ? { speaker: null, name: one } : { speaker: one, name: name ?? 'unnamed' };
  });

function statementsOf(
  room: Room,
  kept: Case,
  article: number,
  analysis: { number: number; found: Analysis; now: Analysis },
  { ledger, relations }: { readonly ledger: Ledger; readonly relations: RelationsKept },
) {
  const names = new Map(analysis.now.speakers.map((speaker) => [speaker.id, speaker.name ?? speaker.role]));
  const found = new Map(analysis.found.statements.map((statement) => [statement.id, statement]));
  return analysis.now.statements.map((statement): ReportStatement => {
    const { id, source, cue, content, form, within, confidence, because } = statement;
    const key = keyInAnalysis(analysis.number, id);
    const ref = `r${article}/${id}`;
    const { sourcing } = statement;
    return {
      id,
      ref,
      version: versionOf(ledger, key),
      added: id.startsWith('a'),
      source: [...source],
      cue: [...cue],
      content: [...content],
      form,
      within,
      act: statement.act ?? null,
      speaker: statement.speaker ?? null,
      sourcing: sourcing === undefined ? null : { ...sourcing, chain: [...sourcing.chain] },
      allegations: (statement.allegations ?? []).map((allegation) => ({
        ...allegation,
        spans: allegation.spans as Record<string, (readonly [number, number])[]>,
        because: reasons(allegation.because),
      })),
      confidence,
      because: reasons(because),
      toldBy: toldBy(sourcing?.chain ?? [], (one) => names.get(one)),
      found: foundOf(found.get(id), ledger.corrections(key)),
      standing: standingOf(ledger, key, id),
      decisions: ledger.decisionsOf(key),
      related: relatedOf(room, kept, ref, relations),
    };
  });
}

/** A statement that a person added stands as decided by that person until somebody decides otherwise. */
function standingOf(ledger: Ledger, key: string, id: string): ReportStatement['standing'] {
  const standing = ledger.standing(key);
  const added = id.startsWith('a') && standing.state === 'open' ? ledger.get(Number(id.slice(1))) : undefined;
  if (added === undefined) return standing;
  const signed = ledger.signatureOf(added.number);
  return {
    ...standing,
    state: 'corrected',
    by: added.by,
    at: added.at,
    decision: added.number,
    signed:
      signed === undefined
        ? null
        : { by: signed.by, at: signed.at, agrees: signed.action === 'accept', why: signed.why, decision: signed.number },
  };
}

const reasons = (because: WireStatement['because']) => because.map(({ rule, note, at }) => ({ rule, note, at: [...at] }));

const neighbours = ({ db }: Case, article: number) => ({
  before: refOr(db.get<{ n: number | null }>('SELECT max(number) AS n FROM articles WHERE number < ?', article)?.n),
  after: refOr(db.get<{ n: number | null }>('SELECT min(number) AS n FROM articles WHERE number > ?', article)?.n),
});
const refOr = (number: number | null | undefined): string | null => (number == null ? null : `r${number}`);

export const report: Handlers<'report' | 'original' | 'reportFindings'> = {
  report({ kept, params, room }): ReportJson {
    const number = reportNumber(kept, params.report!);
    const ledger = room.ledger(kept);
    const relations = room.relations(kept);
    const stored = readArticle(kept, number);
    const current = currentAnalysis(kept, number);
    const found = current?.analysis;
    const now = found && inEffect(found, decidedById(reviewsOfArticle(kept, number), current.number));
    const { article, received } = stored;
    const { text } = article;
    const about = now?.article;
    const key = keyOfReport(number);
    return {
      ref: `r${number}`,
      id: article.id,
      title: about?.title ?? article.title ?? null,
      publisher: about?.publisher ?? article.publisher ?? null,
      published: about?.published ?? article.published ?? null,
      byline: about?.byline ?? article.byline ?? null,
      url: about?.url ?? article.url ?? null,
      version: versionOf(ledger, key),
      modified: article.modified ?? null,
      captured: article.captured ?? null,
      text,
      characters: text.length,
      textHash: article.textHash,
      sourceHash: article.sourceHash,
      credits: article.credits.map((credit) => ({ ...credit })),
      posts: (article.posts ?? []).map(({ at, network, url }) => ({ at, network: network ?? null, url: url ?? null })),
      pages: (article.pages ?? []).map((each) => ({ ...each })),
      headers: (article.headers ?? []).map((each) => ({ ...each })),
      received: {
        hash: received.hash,
        kind: received.kind,
        origin: received.origin,
        at: received.at,
        size: received.size,
        part: stored.part?.number ?? null,
      },
      original: originalOf(kept, number),
      engine: found === undefined ? null : { ...found.engine },
      statements:
        now === undefined ? [] : statementsOf(room, kept, number, { number: current!.number, found: found!, now }, { ledger, relations }),
      speakers: (now?.speakers ?? []).map((speaker) => {
        const own = keyInAnalysis(current!.number, speaker.id);
        const ref = `r${number}/${speaker.id}`;
        return {
          ...speaker,
          mentions: [...speaker.mentions],
          ref,
          version: versionOf(ledger, own),
          person: relations.personOf(ref)?.id ?? null,
          statements: now!.statements.filter((statement) => statement.speaker === speaker.id).map(({ id }) => id),
          standing: ledger.standing(own),
          decisions: ledger.decisionsOf(own),
        };
      }),
      missed: (now?.missed ?? []).map(({ at, why }) => ({ at, why, words: textOf(text, [at]) })),
      notices: (now?.notices ?? article.notices).map((notice) => ({ ...notice })),
      standing: ledger.standing(key),
      decisions: ledger.decisionsOf(key),
      ...neighbours(kept, number),
    };
  },
  original({ kept, params }) {
    const number = reportNumber(kept, params.report!);
    const bytes = readSource(kept, number);
    if (bytes === undefined)
      throw new Refusal('not-found', 'The bytes that this report was read from are not in the case: it came in as an analysis alone.');
    const { received } = readArticle(kept, number);
    return respond(bytes as Uint8Array<ArrayBuffer>, {
      headers: {
        // Never a type that a browser would show, whatever it is.
        'content-type': 'application/octet-stream',
        'content-disposition': disposition(`r${number}-${received.origin.split(/[\\/]/).at(-1) ?? ''}`),
        'content-length': String(bytes.length),
        'cache-control': 'no-store',
      },
    });
  },
  async reportFindings({ kept, params, room }) {
    const number = reportNumber(kept, params.report!);
    return findingsOf(room, kept, number);
  },
};

function originalOf({ db }: Case, number: number): ReportJson['original'] {
  const row = db.get<{ source: string }>('SELECT source FROM articles WHERE number = ?', number);
  if (row === undefined) throw new CaseError('unknown-id', `There is no report ${number} in this case.`);
  const kept = row.source !== 'elsewhere';
  return { kept, href: kept ? `/api/reports/r${number}/original` : null };
}

/** A file to be saved under a name, whatever signs it holds (RFC 6266). */
export function disposition(name: string): string {
  const plain = name.replace(/[^A-Za-z0-9._-]+/g, '_').slice(-100) || 'original';
  const whole = encodeURIComponent(name.replace(/\p{Cs}|\p{Cc}|[/\\]/gu, '_').slice(-200)).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
}
