import type { Wrong } from '../model/index.ts';

/** Wrongs that are done to somebody's life, body, liberty or goods: who suffers one by the syntax hardly did it. */
export const HARMS: ReadonlySet<Wrong> = new Set<Wrong>([
  'genocide',
  'killing',
  'torture',
  'sexual-violence',
  'enforced-disappearance',
  'attack-on-civilians',
  'excessive-force',
  'forced-labour',
  'forced-displacement',
  'population-control',
  'arbitrary-detention',
  'unfair-trial',
  'denying-needs',
  'suppressing-religion',
  'suppressing-protest',
  'censorship',
  'surveillance',
  'discrimination',
  'aggression',
  'property-crime',
]);
