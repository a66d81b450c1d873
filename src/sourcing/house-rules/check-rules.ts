import type { Span } from '../../model/index.ts';
import type { Check, Checked } from './check.ts';
import type { HouseProfile } from './profile.ts';
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
export const CHECKS: Readonly<Record<string, Check>> = {
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
};

/** A place that does not meet a rule. */
export interface Finding {
  readonly rule: string;
  readonly profile: string;
  readonly at: Span;
  /** "does not meet rule S2 of profile default: …"; never a judgement of the report. */
  readonly message: string;
}

/**
 * Lists what does not meet which house rule, in the order of the text. Rules that are off are passed over.
 * @throws RangeError if a rule names a check that there is none of
 * @example checkRules(defaultProfile, checked)[0].message // 'does not meet rule S1 of profile default: …'
 */
export function checkRules(profile: HouseProfile, checked: Checked): readonly Finding[] {
  const out: Finding[] = [];
  const order = profile.rules.map((rule) => rule.id);
  for (const rule of profile.rules) {
    if (!rule.on) continue;
    const check = CHECKS[rule.check];
    if (check === undefined)
      throw new RangeError(`house rules: rule ${rule.id} names the check "${rule.check}"; there are ${Object.keys(CHECKS).join(', ')}`);
    for (const at of check(checked, rule))
      out.push({
        rule: rule.id,
        profile: profile.name,
        at,
        message: `does not meet rule ${rule.id} of profile ${profile.name}: ${rule.wording}`,
      });
  }
  return out.sort((a, b) => a.at[0] - b.at[0] || a.at[1] - b.at[1] || order.indexOf(a.rule) - order.indexOf(b.rule));
}
