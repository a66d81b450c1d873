import { ACTS, CHANNELS, GRADES, SOURCE_TYPES, STATUSES, WRONGS } from '../../model/index.ts';

/** Fields in which words are looked for, and what they look at. */
export const TEXT_FIELDS = {
  speaker: 'who said it: the name and role, and the words that name the source',
  accused: 'who is said to have done a wrong',
  content: 'what was said',
  publisher: 'who published the report',
  title: "the report's title",
} as const;
export type TextField = keyof typeof TEXT_FIELDS;

/** Fields that hold one of a few codes, and those codes. */
export const CODE_FIELDS = {
  wrong: Object.keys(WRONGS),
  status: Object.keys(STATUSES),
  grade: Object.keys(GRADES),
  channel: Object.keys(CHANNELS),
  act: Object.keys(ACTS),
  type: Object.keys(SOURCE_TYPES),
  form: ['direct', 'indirect', 'mixed'],
  reviewed: ['yes', 'no'],
} as const satisfies Record<string, readonly string[]>;
export type CodeField = keyof typeof CODE_FIELDS;

/** Every name that may stand before a colon. */
export const FIELD_NAMES: readonly string[] = [...Object.keys(TEXT_FIELDS), ...Object.keys(CODE_FIELDS), 'date', 'sort'];

export const isTextField = (name: string): name is TextField => Object.hasOwn(TEXT_FIELDS, name);
export const isCodeField = (name: string): name is CodeField => Object.hasOwn(CODE_FIELDS, name);

/** Fields that belong to a report as a whole; all others belong to a statement. */
export const OF_REPORT: ReadonlySet<string> = new Set(['publisher', 'title', 'date']);

/**
 * The one of the names that was most likely meant: the only one that begins so, or the only one at most two slips away.
 * Undefined where none or several can be meant.
 *
 * @example closest('anonimous', ['anonymous', 'named']) // 'anonymous'
 */
export function closest(typed: string, names: readonly string[]): string | undefined {
  if (typed.length < 2) return undefined;
  const begun = names.filter((name) => name.startsWith(typed));
  if (begun.length === 1) return begun[0];
  const most = typed.length < 5 ? 1 : 2;
  const near = names.filter((name) => slips(typed, name) <= most);
  return near.length === 1 ? near[0] : undefined;
}

/** Letters to add, drop or change to come from one word to the other (Levenshtein). */
function slips(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3;
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length]!;
}

/** What was made of the value of a field that holds codes: none where nothing was. */
export interface ReadCodes {
  readonly codes: readonly string[];
  readonly repair?: string;
}

/**
 * Reads a code as a person types it: in any case, with spaces, with a slip, or with a star for all that begin so.
 * @example readCodes('channel', 'Social media').codes // ['social-media']
 */
export function readCodes(field: CodeField, typed: string): ReadCodes {
  const known: readonly string[] = CODE_FIELDS[field];
  const asked = typed.toLowerCase().replace(/[\s_]+/g, '-');
  if (known.includes(asked)) return { codes: [asked] };
  const begun = asked.endsWith('*') ? known.filter((code) => code.startsWith(asked.slice(0, -1))) : [];
  if (begun.length > 0) return { codes: begun };
  const code = closest(asked, known);
  if (code !== undefined) return { codes: [code], repair: `There is no ${field} "${typed}"; "${code}" was taken to be meant.` };
  return { codes: [], repair: `There is no ${field} "${typed}"; it was left out. Known: ${known.join(', ')}.` };
}
