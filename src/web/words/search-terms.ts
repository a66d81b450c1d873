/** A value as the search takes it in quotation marks. */
const quoted = (text: string): string => `"${text.replaceAll('"', ' ')}"`;

/**
 * Fields as a search that asks for all of them; those without a value are left out.
 * @example searchOf({ speaker: 'Ada Lorn', wrong: 'killing', place: null }) // 'speaker:"Ada Lorn" wrong:killing'
 */
export function searchOf(fields: Readonly<Record<string, string | null | undefined>>): string {
  return Object.entries(fields)
    .filter((field): field is [string, string] => field[1] != null && field[1] !== '')
    .map(([name, value]) => `${name}:${/^[\w*-]+$/.test(value) ? value : quoted(value)}`)
    .join(' ');
}

/**
 * Days as the search takes them, to both ends; an open end goes on for ever.
 * @example daysOf('2024-05-08', '') // 'date:[2024-05-08 TO *]'
 */
export const daysOf = (from: string, to: string): string => (from === '' && to === '' ? '' : `date:[${from || '*'} TO ${to || '*'}]`);
