import type { Decided, Review } from '../../casefile/index.ts';
import { excerpt, shown } from './shown.ts';
import type { Paint } from './style.ts';
import { DOT, dateInWords } from './wording.ts';
import { type Piece, wrap } from './wrap.ts';

const DONE: Readonly<Record<Review['action'], string>> = {
  accept: 'accepted',
  reject: 'rejected',
  correct: 'corrected',
  note: 'noted',
  merge: 'merged',
  split: 'split',
  undo: 'undone',
};
const SIGNS: Readonly<Record<Review['action'], string>> = {
  accept: '✓',
  reject: '✗',
  correct: '✎',
  note: '·',
  merge: '+',
  split: '÷',
  undo: '↶',
};

const valueInWords = (value: unknown): string => (value === null ? 'none' : typeof value === 'string' ? value : JSON.stringify(value));

/** What a decision says beside its action: "grade is named; speaker is p2". */
export function saysOf({ value, id, action }: Review): string {
  if (value?.set !== undefined)
    return Object.entries(value.set)
      .map(([field, now]) => `${field} is ${valueInWords(now)}`)
      .join('; ');
  if (action === 'merge')
    return `one person with ${(value?.persons ?? []).filter((person) => person !== id).join(', ') || `${value?.speakers?.length ?? 0} speakers`}`;
  if (action === 'split')
    return `another person: ${(value?.speakers ?? []).map(({ article, speaker }) => `${article}/${speaker}`).join(', ')}`;
  return '';
}

/** @example decisionPieces(review) // "✓ accepted by ada · 2 March 2026: the tape says so" */
export function decisionPieces(review: Review): readonly Piece[] {
  const { action, by, at, why, number } = review;
  const says = shown(saysOf(review));
  const pieces: Piece[] = [
    [`${SIGNS[action]} ${DONE[action]}`, action === 'reject' ? 'warning' : 'title'],
    [says === '' ? '' : `: ${says}`],
    [`${DOT}${shown(by)}${DOT}${dateInWords(at.slice(0, 10))}${DOT}decision ${number}`, 'quiet'],
    [why === null || why === '' ? '' : ` — ${excerpt(why)}`],
  ];
  return pieces.filter(([words]) => words !== '');
}

/** The decisions on one thing, a row or more each. */
export const decisionRows = (decided: Decided | undefined, columns: number, paint: Paint, indent = ''): readonly string[] =>
  (decided?.reviews ?? []).flatMap((review) =>
    wrap(decisionPieces(review), columns - indent.length, paint).map((row, i) => indent + (i === 0 ? row : `  ${row}`)),
  );
