import { ACTS, CHANNELS, GRADES, SOURCE_TYPES, type Span } from '../../model/index.ts';
import type { Case } from '../case.ts';
import type { Decision } from './keep-review.ts';
import { readReview } from './read-reviews.ts';
import type { AddedStatement } from './review.ts';

type Field = 'text' | 'date' | 'spans' | 'speaker' | readonly string[];

const codes = (vocabulary: object): readonly string[] => Object.keys(vocabulary);

/** What can be corrected, and what it can be. */
export const CORRECTABLE: Readonly<Record<'article' | 'statement' | 'speaker', Readonly<Record<string, Field>>>> = {
  article: { title: 'text', publisher: 'text', byline: 'text', published: 'date', url: 'text' },
  statement: {
    speaker: 'speaker',
    act: codes(ACTS),
    type: codes(SOURCE_TYPES),
    grade: codes(GRADES),
    channel: codes(CHANNELS),
    outlet: 'text',
    addressee: 'text',
    said: 'date',
    source: 'spans',
    cue: 'spans',
    content: 'spans',
  },
  speaker: { name: 'text', role: 'text', type: codes(SOURCE_TYPES) },
};

const DATE = /^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?)?)?$/;

const isSpan = (span: unknown, length: number): boolean =>
  Array.isArray(span) && span.length === 2 && span.every(Number.isInteger) && span[0] >= 0 && span[0] < span[1] && span[1] <= length;

/** What is wrong with the value of a field; undefined where nothing is. */
function checkValue(
  kept: Case,
  { article, analysis }: Decision,
  field: string,
  kind: Field,
  value: string | null | readonly Span[],
): string | undefined {
  if (kind === 'spans') {
    const { characters = 0 } =
      kept.db.get<{ characters: number }>(
        'SELECT t.characters FROM articles AS a JOIN texts AS t ON t.number = a.text WHERE a.number = ?',
        article,
      ) ?? {};
    const good = Array.isArray(value) && value.length > 0 && value.every((span) => isSpan(span, characters));
    return good
      ? undefined
      : `Expected spans within the ${characters} characters of the text as "${field}", [[start,end],…], found ${JSON.stringify(value)}.`;
  }
  if (value === null) return undefined;
  if (typeof value !== 'string') return `Expected a text as "${field}", found a list.`;
  if (kind === 'text') return undefined;
  if (kind === 'date')
    return DATE.test(value) ? undefined : `Expected a date such as 2020, 2020-07 or 2020-07-02 as "${field}", found "${value}".`;
  if (kind === 'speaker') {
    const there = kept.db.get('SELECT 1 AS there FROM speakers WHERE analysis = ? AND id = ?', analysis, value) !== undefined;
    return there ? undefined : `Expected a speaker of the report as "${field}" (p1, p2, …), found "${value}".`;
  }
  return kind.includes(value) ? undefined : `Expected one of ${kind.join(', ')} as "${field}", found "${value}".`;
}

/** What is wrong with a statement that is to be added to a report; undefined where nothing is. */
function checkAdded(kept: Case, decision: Decision, added: AddedStatement): string | undefined {
  if (decision.about !== 'article') return `A statement is added to a report, and this is a ${decision.about}.`;
  const place = kept.db.get<{ number: number }>('SELECT number FROM current_analyses WHERE article = ?', decision.article);
  const within: Decision = { ...decision, analysis: place?.number ?? null };
  for (const field of ['content', 'source', 'cue', 'speaker', 'act'] as const) {
    const value = added[field];
    if (field !== 'content' && (value === undefined || value?.length === 0)) continue;
    const wrong = checkValue(kept, within, field, CORRECTABLE.statement[field]!, value ?? null);
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}

function checkCorrection(kept: Case, decision: Decision): string | undefined {
  const { about, value } = decision;
  if (value?.add !== undefined) return checkAdded(kept, decision, value.add);
  const fields = about === 'article' || about === 'statement' || about === 'speaker' ? CORRECTABLE[about] : undefined;
  if (fields === undefined) return `A ${about} cannot be corrected; a report, a statement or a speaker can.`;
  const set = Object.entries(value?.set ?? {});
  if (set.length === 0)
    return `Expected what is to be corrected (--set FIELD=VALUE), found nothing. Of a ${about}: ${Object.keys(fields).join(', ')}.`;
  for (const [field, given] of set) {
    const kind = Object.hasOwn(fields, field) ? fields[field] : undefined;
    if (kind === undefined) return `There is no "${field}" of a ${about} to be corrected; there is ${Object.keys(fields).join(', ')}.`;
    const wrong = checkValue(kept, decision, field, kind, given);
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}

function checkUndo(kept: Case, { undoes }: Decision): string | undefined {
  const undone = undoes === null ? undefined : readReview(kept, undoes);
  if (undone === undefined) return `There is no decision ${undoes} to be undone. hearsay review CASE lists them.`;
  if (undone.action === 'undo') return `Decision ${undoes} undid decision ${undone.undoes}. Decide again instead of undoing that.`;
  const before = kept.db.get<{ number: number }>('SELECT number FROM reviews WHERE undoes = ?', undoes);
  return before === undefined ? undefined : `Decision ${undoes} was undone already, by decision ${before.number}.`;
}

const DECIDING: readonly string[] = ['accept', 'reject', 'correct'];

/** A second reader's word on a decision: its number is the id. */
function checkSignature(kept: Case, { id, by }: Decision): string | undefined {
  const signed = /^\d{1,15}$/.test(id) ? readReview(kept, Number(id)) : undefined;
  if (signed === undefined) return `There is no decision ${id} to be signed off. hearsay review CASE lists them.`;
  if (!DECIDING.includes(signed.action) || signed.about === 'review')
    return `Decision ${id} is a ${signed.action}${signed.about === 'review' ? ' of a decision' : ''}; what can be signed off accepts, rejects or corrects something.`;
  const gone = kept.db.get('SELECT 1 AS one FROM reviews WHERE undoes = ?', signed.number) !== undefined;
  if (gone) return `Decision ${id} was taken back; there is nothing to be signed off.`;
  if (signed.by === by.trim()) return `${signed.by} made decision ${id}; a second reader signs it off, not the first.`;
  const before = kept.db.get<{ by: string }>("SELECT by FROM standing_reviews WHERE about = 'review' AND id = ? AND by = ?", id, by.trim());
  return before === undefined ? undefined : `${by.trim()} gave a word on decision ${id} already. Take that back first.`;
}

/** What is wrong with a decision; undefined where nothing is. */
export function checkReview(kept: Case, decision: Decision): string | undefined {
  const { action, about, by, why, value } = decision;
  if (by.trim() === '') return 'Expected who decides (--by NAME), found nobody.';
  if (about === 'review' && action !== 'undo') {
    if (action === 'accept' || action === 'reject') return checkSignature(kept, decision);
    return `A decision can be accepted or rejected by a second reader, or undone, and this would ${action} it.`;
  }
  if (action === 'correct') return checkCorrection(kept, decision);
  if (action === 'undo') return checkUndo(kept, decision);
  if (action === 'note') return why === null || why.trim() === '' ? 'Expected the words of the note (--why TEXT), found none.' : undefined;
  if (action === 'merge' || action === 'split') {
    if (about !== 'person') return `Only persons can be merged or split, and this is a ${about}.`;
    if ((value?.speakers ?? []).length === 0) return 'Expected speakers (r1/p2), found none.';
  }
  return undefined;
}
