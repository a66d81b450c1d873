import { type Case, readArticle, readSetting } from '../../casefile/index.ts';
import { defaultProfile, parseProfile } from '../../engine/index.ts';
import { type HouseProfile, lineAt, textAt } from '../../model/index.ts';
import type { Room } from '../room.ts';
import type { FindingJson } from '../schema/sourcing.ts';

/** The house rules of the case: its own, or the shipped ones. */
export function rulesOf(kept: Case): { readonly profile: HouseProfile; readonly own: boolean; readonly event: number } {
  const setting = readSetting(kept, RULES);
  if (setting === undefined) return { profile: defaultProfile, own: false, event: 0 };
  const { profile } = JSON.parse(setting.value) as { readonly profile: unknown };
  return profile === null
    ? { profile: defaultProfile, own: false, event: setting.event }
    : { profile: parseProfile(profile), own: true, event: setting.event };
}
export const RULES = 'house-rules';

interface Held {
  readonly profile: string;
  readonly findings: readonly FindingJson[];
}

/** What was found in the reports so far; a report need not be read again for as long as the rules are the same. */
const heldOf = (room: Room): Map<number, Held> => room.keep('findings', '', () => new Map<number, Held>());

/** The findings of a report, if it was held against these rules already. */
export const knownFindings = (room: Room, kept: Case, number: number, profile = JSON.stringify(rulesOf(kept).profile)) => {
  const held = heldOf(room).get(number);
  return held?.profile === profile ? held.findings : undefined;
};

/** Where a report does not meet the house rules; it is read again for that where it was not yet. */
export async function findingsOf(room: Room, kept: Case, number: number): Promise<{ profile: string; items: FindingJson[] }> {
  const { profile } = rulesOf(kept);
  const stamp = JSON.stringify(profile);
  const known = knownFindings(room, kept, number, stamp);
  if (known !== undefined) return { profile: profile.name, items: [...known] };
  const { article } = readArticle(kept, number);
  const { findings } = await (await room.reader()).check(article, profile);
  const { title = null, publisher = null, published = null } = article;
  const placeOf = lineAt(article.text);
  const items = findings.map(({ rule, at, message }): FindingJson => {
    const { line, column } = placeOf(at[0]);
    return { report: { ref: `r${number}`, title, publisher, published }, rule, at, line, column, words: textAt(article.text, at), message };
  });
  heldOf(room).set(number, { profile: stamp, findings: items });
  return { profile: profile.name, items };
}
