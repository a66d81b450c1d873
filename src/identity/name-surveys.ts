import type { Character } from './character.ts';
import { surveyNouns } from './lexicon.ts';

/**
 * "A new poll shows … The Dunmore Institute poll shows": a survey that is first told without a name takes the name of the
 * first one of its kind that the report names.
 *
 * @param characters in the order in which they were met
 */
export function nameSurveys(characters: readonly Character[]): void {
  const named = new Map<string, Character>();
  for (const c of characters) {
    if (c.type !== 'document' || c.name === null) continue;
    for (const noun of c.traits) if (surveyNouns.has(noun) && !named.has(noun)) named.set(noun, c);
  }
  for (const c of characters) {
    if (c.type !== 'document' || c.name !== null) continue;
    for (const noun of c.traits) c.name ??= named.get(noun)?.name ?? null;
  }
}
