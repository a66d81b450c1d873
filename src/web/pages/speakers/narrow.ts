import type { PersonStatement } from '../../../server/index.ts';
import { shown } from '../../words/codes.ts';
import { counted } from '../../words/counts.ts';

/** What one speaker's statements are narrowed down by; the names are those of the address. */
export const NARROWINGS = ['act', 'through', 'to'] as const;
export type Narrowing = (typeof NARROWINGS)[number];

/** Value of statements that no teller stands before. */
const ITSELF = 'itself';

/** Those through whom a statement came, the nearest to the first voice first; the first of the chain is the speaker. */
export const tellersOf = ({ toldBy }: PersonStatement): readonly string[] => toldBy.slice(1).map(({ name }) => name);

const VALUES: Readonly<Record<Narrowing, (statement: PersonStatement) => readonly string[]>> = {
  act: ({ act }) => (act === null ? [] : [act]),
  through: (statement) => {
    const tellers = tellersOf(statement);
    return tellers.length === 0 ? [ITSELF] : tellers;
  },
  to: ({ addressee }) => (addressee === null ? [] : [addressee]),
};

const WORDS: Readonly<Record<Narrowing, { readonly label: string; readonly all: string; readonly one: (value: string) => string }>> = {
  act: { label: 'Act', all: 'all that was said', one: (act) => shown('act', act) },
  through: {
    label: 'Through whom',
    all: 'through anybody',
    one: (teller) => (teller === ITSELF ? 'through nobody else' : `through ${teller}`),
  },
  to: { label: 'To whom', all: 'to anybody', one: (addressee) => `to ${addressee}` },
};

/** Choices of one narrowing, the most frequent first; none where there is nothing to choose from. */
export function choicesOf(
  narrowing: Narrowing,
  statements: readonly PersonStatement[],
  chosen: string,
): (readonly [value: string, words: string])[] {
  const counts = new Map<string, number>();
  for (const statement of statements)
    for (const value of new Set(VALUES[narrowing](statement))) counts.set(value, (counts.get(value) ?? 0) + 1);
  if (chosen !== '' && !counts.has(chosen)) counts.set(chosen, 0);
  const { all, one } = WORDS[narrowing];
  const least = narrowing === 'to' ? 1 : 2;
  if (counts.size < least && chosen === '') return [];
  return [
    ['', all],
    ...[...counts].sort((a, b) => b[1] - a[1]).map(([value, n]) => [value, `${one(value)} (${counted(n, 'time')})`] as const),
  ];
}

export const labelOf = (narrowing: Narrowing): string => WORDS[narrowing].label;

/** The statements that the address leaves. */
export const narrowed = (statements: readonly PersonStatement[], query: URLSearchParams): readonly PersonStatement[] =>
  NARROWINGS.reduce((left, narrowing) => {
    const wanted = query.get(narrowing) ?? '';
    return wanted === '' ? left : left.filter((statement) => VALUES[narrowing](statement).includes(wanted));
  }, statements);
