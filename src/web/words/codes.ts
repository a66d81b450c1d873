import { ACTS, CHANNELS, GRADES, SOURCE_TYPES, STATUSES, WRONGS } from '../../model/index.ts';

const MEANINGS = { act: ACTS, channel: CHANNELS, grade: GRADES, type: SOURCE_TYPES, status: STATUSES, wrong: WRONGS } as const;
export type CodeKind = keyof typeof MEANINGS;

const SHOWN: Readonly<Record<string, string>> = {
  'grade described': 'unnamed, described',
  'grade bare': 'unnamed, bare',
  'grade none': 'nobody named',
  'grade author': 'the reporter',
  'type none': 'nobody',
  'type unnamed': 'unnamed',
  'channel unknown': 'place not told',
  'act state': 'says',
  'act accuse': 'accuses',
  'act criticise': 'criticises',
  'act deny': 'denies',
  'act admit': 'admits',
  'act demand': 'demands',
  'act promise': 'promises',
  'act warn': 'warns',
  'act support': 'supports',
  'act ask': 'asks',
  'act believe': 'believes',
  'act decide': 'decides',
  'act decline': 'declines to comment',
};

/** A code as people read it. @example shown('wrong', 'attack-on-civilians') // 'attack on civilians' */
export const shown = (kind: CodeKind, code: string): string => SHOWN[`${kind} ${code}`] ?? code.replaceAll('-', ' ');

/** What a code means, in the words of the vocabulary. */
export const meaning = (kind: CodeKind, code: string): string => (MEANINGS[kind] as Readonly<Record<string, string>>)[code] ?? code;

export const codesOf = (kind: CodeKind): readonly string[] => Object.keys(MEANINGS[kind]);

/** Grades of voices that a reader cannot check by name. */
export const isUnnamed = (grade: string | null | undefined): boolean => grade === 'described' || grade === 'collective' || grade === 'bare';

const LEVELS: readonly (readonly [least: number, words: string, dots: number])[] = [
  [0.9, 'sure', 4],
  [0.75, 'fairly sure', 3],
  [0.5, 'unsure', 2],
  [0, 'doubtful', 1],
];

/** How sure a reading is: in words, in dots of four, and as a number that is never rounded up. */
export function sureness(confidence: number): { readonly words: string; readonly dots: number; readonly number: string } {
  const [, words, dots] = LEVELS.find(([least]) => confidence >= least) ?? LEVELS.at(-1)!;
  return { words, dots, number: (Math.floor(confidence * 100 + 1e-9) / 100).toFixed(2) };
}
