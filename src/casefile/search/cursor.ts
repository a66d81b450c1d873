import { CaseError } from '../case-error.ts';
import type { Value } from '../database.ts';

/** Where a list goes on: which part of it, and the keys of the last hit that was given. */
export interface Place {
  readonly leg: number;
  readonly keys: readonly Value[];
}

/** A place as a text for addresses and command lines; it is of no use with another search. */
export const cursorOf = ({ leg, keys }: Place, search: string): string =>
  btoa(encodeURIComponent(JSON.stringify([leg, fingerprint(search), ...keys])))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

/** @throws CaseError 'not-allowed' where the text is no cursor of this search */
export function placeOf(cursor: string, search: string): Place {
  try {
    const [leg, print, ...keys] = JSON.parse(decodeURIComponent(atob(cursor.replaceAll('-', '+').replaceAll('_', '/')))) as [
      number,
      string,
      ...Value[],
    ];
    const known = keys.every((key) => typeof key === 'string' || (typeof key === 'number' && Number.isFinite(key)));
    if (Number.isInteger(leg) && print === fingerprint(search) && known) return { leg, keys };
  } catch {
    // What is no JSON is no cursor either.
  }
  throw new CaseError('not-allowed', 'Expected a cursor that this very search gave, found another. Begin again without one.');
}

/** FNV-1a, to tell one search from another; it keeps nothing secret. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(36);
}
