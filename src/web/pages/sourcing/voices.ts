import type { ShareRow } from '../../../server/index.ts';

export type Voice = 'named' | 'described' | 'collective' | 'bare' | 'other';

/** How voices are told apart, the best checkable first, with what each is called and which grades it takes. */
export const VOICES: readonly { readonly voice: Voice; readonly words: string; readonly meaning: string; readonly grades: string }[] = [
  { voice: 'named', words: 'named', meaning: 'persons, bodies and documents that are named', grades: 'grade:(named OR document)' },
  { voice: 'described', words: 'described', meaning: 'unnamed, but with a role', grades: 'grade:described' },
  { voice: 'collective', words: 'groups', meaning: 'groups that speak as one: “villagers”', grades: 'grade:collective' },
  { voice: 'bare', words: 'anonymous', meaning: 'unnamed and without a role: “sources”', grades: 'grade:bare' },
  { voice: 'other', words: 'no voice', meaning: 'the reporter, or nobody named', grades: 'grade:(author OR none)' },
];

export const BY = [
  ['', 'by publisher'],
  ['day', 'by day'],
  ['month', 'by month'],
  ['year', 'by year'],
  ['publisher-day', 'by publisher and day'],
  ['publisher-month', 'by publisher and month'],
] as const;

/** Of voices that a reader could ask for a name: those who are unnamed. */
export const unnamedOf = ({ described, collective, bare }: ShareRow): number => described + collective + bare;

/** The search that finds the statements of one number of the table. */
export function searchOfShare(q: string, { publisher, period }: ShareRow, grades: string): string | undefined {
  // What has no publisher or no date cannot be asked for.
  if (publisher === '' || period === '') return undefined;
  const parts = [
    q === '' ? '' : `(${q})`,
    publisher === null ? '' : `publisher:"${publisher.replaceAll('"', ' ')}"`,
    period === null ? '' : `date:[${period} TO ${period}]`,
    grades,
  ];
  return parts.filter((part) => part !== '').join(' ');
}

type Order = (a: ShareRow, b: ShareRow) => number;
const share =
  (voice: Voice): Order =>
  (a, b) =>
    b[voice] / Math.max(1, b.statements) - a[voice] / Math.max(1, a.statements) || b[voice] - a[voice];
const ORDERS: Readonly<Record<string, Order>> = {
  statements: (a, b) => b.statements - a.statements,
  reports: (a, b) => b.reports - a.reports,
  named: share('named'),
  described: share('described'),
  collective: share('collective'),
  bare: share('bare'),
  other: share('other'),
};

/** Rows by one of their columns, the largest share first; as the server gives them where none is asked for. */
export const sortShares = (rows: readonly ShareRow[], by: string): readonly ShareRow[] => {
  const order = ORDERS[by];
  return order === undefined ? rows : [...rows].sort(order);
};
