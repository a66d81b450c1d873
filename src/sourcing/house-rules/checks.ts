import type { Check } from './check.ts';
import { agencyCredit } from './rules/agency-credit.ts';
import { bareSource } from './rules/bare-source.ts';
import { documentObtained } from './rules/document-obtained.ts';
import { lateSpeaker } from './rules/late-speaker.ts';
import { namedAndUnnamed } from './rules/named-and-unnamed.ts';
import { reasonUnnamed } from './rules/reason-unnamed.ts';
import { renewedAttribution } from './rules/renewed-attribution.ts';
import { secondSource } from './rules/second-source.ts';
import { unnamedAttack } from './rules/unnamed-attack.ts';
import { unsourcedClaim } from './rules/unsourced-claim.ts';

/** Every check that a rule can run, by the name that a profile gives it. */
export const CHECKS: ReadonlyMap<string, Check> = new Map(
  Object.entries({
    'bare-source': bareSource,
    'reason-unnamed': reasonUnnamed,
    'unnamed-attack': unnamedAttack,
    'late-speaker': lateSpeaker,
    'renewed-attribution': renewedAttribution,
    'unsourced-claim': unsourcedClaim,
    'named-and-unnamed': namedAndUnnamed,
    'document-obtained': documentObtained,
    'agency-credit': agencyCredit,
    'second-source': secondSource,
  }),
);
