import type { Act, Analysis, Form, Speaker, WireStatement } from '../../model/index.ts';
import type { Review } from './review.ts';

/** What people decided about one thing, all told. */
export interface Decided {
  /** The last word on it: accepted, rejected, corrected; undefined where there are only notes. */
  readonly state: 'accepted' | 'rejected' | 'corrected' | undefined;
  /** All decisions that stand, in their order. */
  readonly reviews: readonly Review[];
}

const STATES = { accept: 'accepted', reject: 'rejected', correct: 'corrected' } as const;

/**
 * The decisions on each thing of an analysis, by its id; those on the report itself under its own id. What second readers said of
 * decisions is not among them.
 */
export function decidedById(reviews: readonly Review[], analysis: number): ReadonlyMap<string, Decided> {
  const map = new Map<string, Decided>();
  for (const review of reviews) {
    if (review.about === 'review' || (review.analysis !== null && review.analysis !== analysis)) continue;
    const before = map.get(review.id);
    const decides = review.action in STATES && review.value?.add === undefined;
    const state = decides ? STATES[review.action as keyof typeof STATES] : before?.state;
    map.set(review.id, { state, reviews: [...(before?.reviews ?? []), review] });
  }
  return map;
}

/** The fields of a thing that people corrected, each as it is now. */
export const corrections = (decided: Decided | undefined): Readonly<Record<string, unknown>> =>
  Object.assign({}, ...(decided?.reviews ?? []).map(({ value }) => value?.set ?? {}));

const SOURCING = ['type', 'grade', 'channel', 'outlet', 'addressee', 'said'] as const;

function corrected(statement: WireStatement, set: Readonly<Record<string, unknown>>): WireStatement {
  if (Object.keys(set).length === 0) return statement;
  const sourcing = Object.fromEntries(SOURCING.filter((field) => field in set).map((field) => [field, set[field]]));
  const own = Object.fromEntries(Object.entries(set).filter(([field]) => !SOURCING.some((name) => name === field)));
  const unknown = { type: 'none', grade: 'none', channel: 'unknown', outlet: null, addressee: null, said: null, chain: [] } as const;
  return {
    ...statement,
    ...own,
    ...(Object.keys(sourcing).length === 0 ? {} : { sourcing: { ...unknown, ...statement.sourcing, ...sourcing } }),
  } as WireStatement;
}

const OPENING = /[\u201C\u2018"\u00AB]\s*$/;

/** The statements that people added to a report, in the order in which they did. */
function addedStatements({ article }: Analysis, decided: Decided | undefined): readonly WireStatement[] {
  return (decided?.reviews ?? []).flatMap(({ number, by, value }) => {
    if (value?.add === undefined) return [];
    const { content, source = [], cue = [], speaker = null, act = 'state' } = value.add;
    const form: Form = OPENING.test(article.text.slice(0, content[0]?.[0] ?? 0)) ? 'direct' : 'indirect';
    const because = [{ rule: 'added', at: content, note: `added by ${by}, decision ${number}` }];
    const added = { id: `a${number}`, source, cue, content, form, within: null, act: act as Act, speaker };
    return [{ ...added, allegations: [], confidence: 1, because }];
  });
}

/**
 * The analysis as it stands after what people decided: corrections in place of what the machine found, and statements
 * that people added behind its own. What was rejected is still there: whoever shows it says so. The finding itself is never changed.
 */
export function inEffect(analysis: Analysis, decided: ReadonlyMap<string, Decided>): Analysis {
  const article = corrections(decided.get(analysis.id));
  return {
    ...analysis,
    article: { ...analysis.article, ...article },
    statements: [...analysis.statements, ...addedStatements(analysis, decided.get(analysis.id))].map((statement) =>
      corrected(statement, corrections(decided.get(statement.id))),
    ),
    speakers: analysis.speakers.map((speaker) => ({ ...speaker, ...corrections(decided.get(speaker.id)) }) as Speaker),
  };
}
