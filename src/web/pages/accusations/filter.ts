import { addressOf, type Query } from '../../address/address.ts';
import { daysOf, searchOf } from '../../words/search-terms.ts';

/** Names of the filters in the address, the same as those of the server. */
export const FILTERS = ['wrong', 'status', 'grade', 'place', 'from', 'to', 'speaker', 'reviewed'] as const;

export const filterOf = (query: URLSearchParams): Query => Object.fromEntries(FILTERS.map((name) => [name, query.get(name)]));

export const isNarrowed = (query: URLSearchParams): boolean => FILTERS.some((name) => query.has(name));

/** The same page without its filters: the view and its order stay. */
export const withoutFilter = (query: URLSearchParams): string =>
  addressOf('/accusations', { view: query.get('view'), sort: query.get('sort') });

/** The search that finds the reports of these accusations, as near as a search can say it: a place and one speaker are looked for as words. */
export function searchOfFilter(query: URLSearchParams, speakerName: string | undefined): string {
  const value = (name: string) => query.get(name) ?? '';
  const party =
    query.has('speaker') && speakerName !== undefined
      ? `(${searchOf({ speaker: speakerName })} OR ${searchOf({ accused: speakerName })})`
      : '';
  const codes = (name: string, none = '') => {
    const some = (value(name) || none).split(',');
    return some.length > 1 ? `${name}:(${some.join(' OR ')})` : searchOf({ [name]: some[0] });
  };
  const other = searchOf({ reviewed: value('reviewed'), content: value('place') });
  return [codes('wrong', '*'), codes('status'), codes('grade'), other, party, daysOf(value('from'), value('to'))]
    .filter((part) => part !== '')
    .join(' ');
}
