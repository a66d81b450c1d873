import { type Case, CaseError, type Decision, findThing, keepReview, type Review, type ReviewValue } from '../../casefile/index.ts';
import type { Handlers } from '../ask.ts';
import { keyInAnalysis, keyOfReport, type Ledger, type ThingKey } from '../known/ledger.ts';
import { pageOf } from '../list.ts';
import { Refusal } from '../refusal.ts';
import type { Room } from '../room.ts';
import type { Decide, DecidedJson } from '../schema/decision.ts';
import type { Decisions } from '../schema/review.ts';
import { checkVersion, versionOf } from '../version.ts';

type About = Pick<Decision, 'about' | 'article' | 'analysis' | 'id'>;

/** What a decision is about, and its key. @throws CaseError 'unknown-id' */
function aboutOf(kept: Case, ref: string): { readonly about: About; readonly key: ThingKey } {
  const thing = findThing(kept, ref);
  if (thing.kind === 'article') {
    return { about: { about: 'article', article: thing.article, analysis: null, id: thing.id }, key: keyOfReport(thing.article) };
  }
  if (thing.kind === 'person' || thing.kind === 'cluster')
    return { about: { about: thing.kind, article: null, analysis: null, id: thing.id }, key: `${thing.kind} ${thing.id}` };
  const { kind, article, analysis, id } = thing;
  return { about: { about: kind, article, analysis, id }, key: keyInAnalysis(analysis, id) };
}

function reviewValue(body: Decide): ReviewValue | null {
  if (body.action === 'correct') return { set: body.set };
  if (body.action !== 'add') return null;
  const { content, source = [], cue = [], speaker = null, act = 'state' } = body.statement;
  return { add: { content, source, cue, speaker, act } };
}

const decided = (ledger: Ledger, kept: Case, review: Review): DecidedJson => {
  ledger.refresh(kept);
  const key = ledger.keyOf(review);
  return {
    decision: ledger.json(review),
    version: key === undefined ? '' : versionOf(ledger, key),
    standing: key === undefined ? null : ledger.standing(key),
  };
};

/** The decision that an address names. @throws CaseError */
function decisionOf(ledger: Ledger, number: string): Review {
  const review = /^\d{1,15}$/.test(number) ? ledger.get(Number(number)) : undefined;
  if (review === undefined)
    throw new CaseError('unknown-id', `There is no decision "${number.slice(0, 40)}" in this case; /api/decisions lists them.`);
  return review;
}

/** Keeps a decision in one transaction with the check that allows it, so that of two windows one is told. */
function keep(room: Room, kept: Case, make: (ledger: Ledger) => Decision): DecidedJson {
  const review = kept.db.transaction(() => keepReview(kept, make(room.ledger(kept))));
  return decided(room.ledger(kept), kept, review);
}

export const decisions: Handlers<'decide' | 'decisions' | 'sign' | 'undo' | 'redo'> = {
  decide: ({ kept, body, match, room }): DecidedJson =>
    keep(room, kept, (ledger) => {
      const { about, key } = aboutOf(kept, body.ref);
      checkVersion(ledger, key, match);
      const action = body.action === 'add' ? 'correct' : body.action;
      return { ...about, action, by: body.by, why: body.why ?? null, value: reviewValue(body), undoes: null };
    }),
  decisions({ kept, query, room }): Decisions {
    const ledger = room.ledger(kept);
    const { by, report, stands } = query;
    const wanted = [...ledger.all()]
      .reverse()
      .filter(
        (review) =>
          (by === undefined || review.by === by) &&
          (report === undefined || `r${review.article}` === report) &&
          (stands === undefined || (review.action !== 'undo' && ledger.stands(review) === (stands === 'yes'))),
      );
    const { items, ...page } = pageOf(wanted, ({ number }) => number, query);
    return { ...page, items: items.map(ledger.json) };
  },
  sign: ({ kept, params, body, match, room }): DecidedJson =>
    keep(room, kept, (ledger) => {
      const signed = decisionOf(ledger, params.decision!);
      const key = ledger.keyOf(signed);
      if (key === undefined) throw new Refusal('not-allowed', 'This decision is about nothing that can be signed off.');
      checkVersion(ledger, key, match);
      const { article, analysis, number } = signed;
      const about = { about: 'review', article, analysis, id: String(number) } as const;
      return { ...about, action: body.agrees ? 'accept' : 'reject', by: body.by, why: body.why ?? null, value: null, undoes: null };
    }),
  undo: ({ kept, params, body, room }): DecidedJson =>
    keep(room, kept, (ledger) => {
      const { number, article, analysis } = decisionOf(ledger, params.decision!);
      const about = { about: 'review', article, analysis, id: String(number) } as const;
      return { ...about, action: 'undo', by: body.by, why: body.why ?? null, value: null, undoes: number };
    }),
  redo: ({ kept, params, body, room }): DecidedJson =>
    keep(room, kept, (ledger) => {
      const review = decisionOf(ledger, params.decision!);
      if (ledger.stands(review) || review.action === 'undo')
        throw new Refusal(
          'not-allowed',
          `Decision ${review.number} stands, or is an undoing itself; only what was taken back can be made again.`,
        );
      const { number: _, at: __, by: ___, why, ...same } = review;
      return { ...same, by: body.by, why: body.why ?? why };
    }),
};
