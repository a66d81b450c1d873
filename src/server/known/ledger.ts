import { type Case, type Review, reviewsAfter } from '../../casefile/index.ts';
import type { DecisionJson, StandingJson } from '../schema/decision.ts';

/** What can be decided about: a key that tells it from all else in the case. */
export type ThingKey = string;

/** The key of a statement or speaker of an analysis; a statement that a person added belongs to no analysis. */
export const keyInAnalysis = (analysis: number | null, id: string): ThingKey => (id.startsWith('a') ? `+${id}` : `${analysis}/${id}`);
export const keyOfReport = (article: number): ThingKey => `r${article}`;

const keyOf = ({ about, article, analysis, id }: Review): ThingKey | undefined => {
  if (about === 'statement' || about === 'speaker') return keyInAnalysis(analysis, id);
  if (about === 'article') return keyOfReport(article!);
  return about === 'review' ? undefined : `${about} ${id}`;
};

interface Thing {
  readonly own: Review[];
  /** Number of the last decision that touched it: its own, a second reader's, one that took back. */
  last: number;
}

const STATE_OF = { accept: 'accepted', reject: 'rejected', correct: 'corrected' } as const;
const decides = ({ action, value }: Review): boolean => action in STATE_OF && value?.add === undefined;

/** The decisions of a case, kept ready by what they are about; brought up to date as more are made. */
export function createLedger() {
  const byNumber = new Map<number, Review>();
  const things = new Map<ThingKey, Thing>();
  const ofReport = new Map<number, Set<ThingKey>>();
  const undone = new Map<number, number>();
  const signatures = new Map<number, Review[]>();
  let last = 0;
  let lastOfPersons = 0;

  const keyOfAny = (review: Review): ThingKey | undefined => {
    const key = keyOf(review);
    if (key !== undefined) return key;
    const of = byNumber.get(review.undoes ?? Number(review.id));
    return of === undefined || of === review ? undefined : keyOfAny(of);
  };
  const thingAt = (key: ThingKey): Thing => {
    let thing = things.get(key);
    if (thing === undefined) {
      thing = { own: [], last: 0 };
      things.set(key, thing);
    }
    return thing;
  };
  const take = (review: Review): void => {
    byNumber.set(review.number, review);
    last = review.number;
    if (review.undoes !== null) undone.set(review.undoes, review.number);
    else if (review.about === 'review') {
      const of = Number(review.id);
      signatures.set(of, [...(signatures.get(of) ?? []), review]);
    }
    const key = keyOfAny(review);
    if (key === undefined) return;
    const thing = thingAt(key);
    thing.last = review.number;
    if (key.startsWith('person ')) lastOfPersons = review.number;
    if (review.about !== 'review') thing.own.push(review);
    if (review.article !== null) {
      const keys = ofReport.get(review.article) ?? new Set();
      ofReport.set(review.article, keys.add(key));
    }
  };
  const stands = (review: Review): boolean => !undone.has(review.number);
  const deciding = (key: ThingKey): Review | undefined => things.get(key)?.own.findLast((review) => stands(review) && decides(review));
  const signatureOf = (decision: number): Review | undefined => signatures.get(decision)?.findLast(stands);

  return {
    /** Reads what was decided since. */
    refresh(kept: Case): void {
      for (const review of reviewsAfter(kept, last)) take(review);
    },
    last: (): number => last,
    /** The last decision about any person. */
    lastOfPersons: (): number => lastOfPersons,
    get: (number: number): Review | undefined => byNumber.get(number),
    all: (): IterableIterator<Review> => byNumber.values(),
    stands,
    keyOf: keyOfAny,
    lastOf: (key: ThingKey): number => things.get(key)?.last ?? 0,
    stateOf: (key: ThingKey): StandingJson['state'] => {
      const by = deciding(key);
      return by === undefined ? 'open' : STATE_OF[by.action as keyof typeof STATE_OF];
    },
    deciding,
    signatureOf,
    /** What stands in place of what was found: field by field. */
    corrections: (key: ThingKey): Readonly<Record<string, unknown>> | undefined => {
      const sets = (things.get(key)?.own ?? []).filter((review) => stands(review) && review.value?.set !== undefined);
      return sets.length === 0 ? undefined : Object.assign({}, ...sets.map(({ value }) => value!.set));
    },
    standing: (key: ThingKey): StandingJson => {
      const by = deciding(key);
      const signed = by && signatureOf(by.number);
      return {
        state: by === undefined ? 'open' : STATE_OF[by.action as keyof typeof STATE_OF],
        by: by?.by ?? null,
        at: by?.at ?? null,
        decision: by?.number ?? null,
        signed:
          signed === undefined
            ? null
            : { by: signed.by, at: signed.at, agrees: signed.action === 'accept', why: signed.why, decision: signed.number },
        notes: (things.get(key)?.own ?? []).filter((review) => stands(review) && review.action === 'note').length,
      };
    },
    reviewsOf: (key: ThingKey): readonly Review[] => things.get(key)?.own ?? [],
    /** The decisions on a thing that stand, as the pages show them. */
    decisionsOf: (key: ThingKey): DecisionJson[] =>
      (things.get(key)?.own ?? []).filter(stands).map((review) => toJson(review, stands(review))),
    json: (review: Review): DecisionJson => toJson(review, stands(review)),
    /** Things of a report that were decided about. */
    thingsOf: (article: number): ReadonlySet<ThingKey> => ofReport.get(article) ?? new Set(),
    /** All things of a kind that stand decided. */
    *decided(): Generator<readonly [ThingKey, Review]> {
      for (const key of things.keys()) {
        const by = deciding(key);
        if (by !== undefined) yield [key, by];
      }
    },
  };
}
export type Ledger = ReturnType<typeof createLedger>;

function toJson(review: Review, stands: boolean): DecisionJson {
  const { number, at, by, why, action, about, article, id, value, undoes } = review;
  const report = article === null ? null : `r${article}`;
  const inside = about === 'statement' || about === 'speaker';
  return {
    number,
    at,
    by,
    why,
    action,
    about,
    ref: inside ? `${report}/${id}` : about === 'article' ? report : id,
    report,
    value,
    undoes,
    stands,
    redoable: !stands && action !== 'undo',
  };
}
