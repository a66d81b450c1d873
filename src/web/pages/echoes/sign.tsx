import type { ClusterJson } from '../../../server/index.ts';

type Standing = ClusterJson['members'][number]['standing'];

/** What standings are called. */
export const STANDINGS: Readonly<Record<Standing, { readonly words: string; readonly legend: string }>> = {
  origin: { words: 'Earliest', legend: 'earliest in this case' },
  echo: { words: 'Echo', legend: 'echo: passes another one on' },
  independent: { words: 'Independent', legend: 'independent: another first voice, or told to another reporter' },
};

const FORMS: Readonly<Record<Standing, string>> = {
  origin: 'M2 2h10v10H2z',
  echo: 'M7 1.500a5.500 5.500 0 1 0 0 11 5.500 5.500 0 0 0 0-11z',
  independent: 'M7 .5L13 7l-6 6.500L1 7z',
};

/** The sign of a standing, as the tree draws it. */
export const Sign = ({ standing }: { readonly standing: Standing }) => (
  <svg className={`standing-sign ${standing}`} width="14" height="14" viewBox="0 0 14 14" aria-hidden="true" focusable="false">
    <path d={FORMS[standing]} strokeWidth="1.8" />
  </svg>
);
