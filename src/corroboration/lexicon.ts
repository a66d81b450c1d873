import { foldWord } from './fold.ts';
import {
  COMMON_WORDS,
  CORRECTION_WORDS,
  FUNCTION_WORDS,
  GIVEN_NAME_FORMS,
  GOVERNMENTS,
  PUBLISHER_FAMILIES,
  SPELLINGS,
  STATE_WORDS,
} from './lexicon.generated.ts';

/** The form under which the spellings of one word are compared. */
export const spellings: ReadonlyMap<string, string> = new Map(
  SPELLINGS.flatMap((line) => {
    const [first = '', ...variants] = line.split(' ').map(foldWord);
    return variants.map((variant) => [variant, first] as const);
  }),
);

/** Words that tell little of what a content is about. */
export const functionWords: ReadonlySet<string> = new Set(FUNCTION_WORDS.map((line) => line.split(' ')[0]!));
/** Words that turn a content into its opposite. */
export const negations: ReadonlySet<string> = new Set(
  FUNCTION_WORDS.filter((line) => line.endsWith(' not')).map((line) => line.split(' ')[0]!),
);
export const commonWords: readonly string[] = COMMON_WORDS;

export type StateWord = 'office' | 'body' | 'never';
export const stateWords: ReadonlyMap<string, StateWord> = new Map(
  STATE_WORDS.map((line) => line.split(' ') as [string, StateWord]).map(([word, kind]) => [word.replace('-', ' '), kind]),
);

/** Openings by which a report or a speaker takes something back. */
export const corrections: readonly { readonly kind: 'correction' | 'retraction'; readonly words: string }[] = CORRECTION_WORDS.map(
  (line) => ({ kind: line.startsWith('retraction') ? 'retraction' : 'correction', words: line.slice(line.indexOf(':') + 2) }),
);

/** The house of a title, by the title's folded name. */
export const families: ReadonlyMap<string, string> = new Map(
  PUBLISHER_FAMILIES.flatMap((line) => {
    const titles = line.split(' = ');
    return titles.map((title) => [title, titles[0]!] as const);
  }),
);

/** States by their names, peoples and capitals: "chinese" gives "china". */
export const states: ReadonlyMap<string, string> = new Map(
  GOVERNMENTS.flatMap((line) => {
    const [, ties = ''] = line.split(' = ');
    const names = ties.split(' ').map((tie) => tie.replaceAll('-', ' ').replaceAll('.', ''));
    return names.map((name) => [name, names[0]!] as const);
  }),
);
/** Capitals that stand for a government: "beijing" gives "china". */
export const capitals: ReadonlyMap<string, string> = new Map(
  GOVERNMENTS.map((line) => {
    const [capital = '', ties = ''] = line.split(' = ');
    return [capital.replaceAll('-', ' '), ties.split(' ')[0]!.replaceAll('-', ' ')];
  }),
);

const forms = new Map<string, Set<string>>();
for (const line of GIVEN_NAME_FORMS) {
  const group = line.split(' ');
  for (const name of group) forms.set(name, new Set([...(forms.get(name) ?? []), ...group]));
}
/** True if two given names are long and short forms of one. */
export const formsOfOne = (a: string, b: string): boolean => forms.get(a)?.has(b) === true;
/** First letters of a given name and of its other forms: "bill" gives b and w. */
export const initialsOfForms = (given: string): readonly string[] => [
  ...new Set([given, ...(forms.get(given) ?? [])].map((name) => name[0] ?? '')),
];
