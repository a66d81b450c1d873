import type { SpeakerFact } from './facts.ts';
import { foldWords } from './fold.ts';

/**
 * Why a speaker may be another person than the rest that were joined: another kind of source, or no word of the name in common.
 * Roles alone decide nothing, since they change. A proposal to look, never a finding.
 */
export function oddnessOf(speaker: SpeakerFact, all: readonly SpeakerFact[]): string[] {
  const others = all.filter((other) => other !== speaker);
  if (others.length === 0) return [];
  const why: string[] = [];
  const sameType = others.filter(({ type }) => type === speaker.type).length;
  if (sameType === 0) why.push(`this report takes it for ${speaker.type}, the others for ${others[0]!.type}`);
  const words = new Set(foldWords(speaker.name ?? ''));
  const named = others.filter(({ name }) => name !== null);
  const shares = (other: SpeakerFact): boolean => foldWords(other.name ?? '').some((word) => words.has(word));
  if (words.size > 0 && named.length > 0 && !named.some(shares))
    why.push(`"${speaker.name}" shares no word with the names in the other reports`);
  const first = (name: string | null): string | undefined => (foldWords(name ?? '').length > 1 ? foldWords(name ?? '')[0] : undefined);
  const own = first(speaker.name);
  const firsts = named.map(({ name }) => first(name)).filter((name) => name !== undefined);
  if (own !== undefined && firsts.length > 0 && !firsts.some((name) => name.startsWith(own[0]!)))
    why.push(`the first name here is "${own}", elsewhere "${firsts[0]}"`);
  return why;
}
