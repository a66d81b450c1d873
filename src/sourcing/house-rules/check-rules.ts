import type { HouseProfile, RuleFinding } from '../../model/index.ts';
import type { Checked } from './check.ts';
import { CHECKS } from './checks.ts';

/**
 * Lists what does not meet which house rule, in the order of the text. Rules that are off are passed over.
 * @throws RangeError if a rule names a check that there is none of
 * @example checkRules(defaultProfile, checked)[0].message // 'does not meet rule S1 of profile default: …'
 */
export function checkRules(profile: HouseProfile, checked: Checked): readonly RuleFinding[] {
  const out: RuleFinding[] = [];
  const order = new Map(profile.rules.map((rule, i) => [rule.id, i]));
  for (const rule of profile.rules) {
    if (!rule.on) continue;
    const check = CHECKS.get(rule.check);
    if (check === undefined)
      throw new RangeError(`house rules: rule ${rule.id} names the check "${rule.check}"; there are ${[...CHECKS.keys()].join(', ')}`);
    for (const at of check(checked, rule))
      out.push({
        rule: rule.id,
        profile: profile.name,
        at,
        message: `does not meet rule ${rule.id} of profile ${profile.name}: ${rule.wording}`,
      });
  }
  return out.sort((a, b) => a.at[0] - b.at[0] || a.at[1] - b.at[1] || order.get(a.rule)! - order.get(b.rule)!);
}
