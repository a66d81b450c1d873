import { SAYING } from './lexicon.generated.ts';

const IRREGULAR: Readonly<Record<string, string>> = {
  said: 'say',
  told: 'tell',
  wrote: 'write',
  written: 'write',
  thought: 'think',
  swore: 'swear',
  pled: 'plead',
  foretold: 'tell',
};
const FORMS = new Set(['tell', 'speak', ...SAYING]);

/**
 * True if the word is a form of a verb or noun of saying in lexicon/en/saying.txt.
 * @example isSaying('denied') // true
 */
export function isSaying(word: string): boolean {
  const low = word.toLowerCase();
  if (FORMS.has(low) || FORMS.has(IRREGULAR[low] ?? '')) return true;
  return stems(low).some((stem) => FORMS.has(stem));
}

function stems(word: string): string[] {
  if (word.endsWith('ied')) return [`${word.slice(0, -3)}y`];
  if (word.endsWith('ies')) return [`${word.slice(0, -3)}y`];
  if (word.endsWith('ing')) return bare(word.slice(0, -3));
  if (word.endsWith('ed')) return bare(word.slice(0, -2));
  if (word.endsWith('es')) return [word.slice(0, -1), word.slice(0, -2)];
  return word.endsWith('s') ? [word.slice(0, -1)] : [];
}

/** "claim", "urge", "admit" behind "claim-ing", "urg-ing", "admitt-ing". */
const bare = (stem: string): string[] => [stem, `${stem}e`, stem.slice(0, -1)];
