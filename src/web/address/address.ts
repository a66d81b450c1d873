import { useSyncExternalStore } from 'react';

/** Where the window is: all that a page shows is told by it, so that it can be sent on. */
export interface Address {
  readonly path: string;
  readonly query: URLSearchParams;
}

const listeners = new Set<() => void>();
const tell = (): void => {
  for (const listener of listeners) listener();
};
window.addEventListener('popstate', tell);

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** A path in letters; as it stands where it is none of ours. */
function lettersOf(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

let seen = '';
let now: Address = { path: '/', query: new URLSearchParams() };
function current(): Address {
  const href = window.location.pathname + window.location.search;
  if (href !== seen) {
    seen = href;
    now = { path: lettersOf(window.location.pathname), query: new URLSearchParams(window.location.search) };
  }
  return now;
}

export const addressNow = current;
export const useAddress = (): Address => useSyncExternalStore(subscribe, current);

export type Query = Readonly<Record<string, string | number | null | undefined>>;

/** @example addressOf('/reports', { q: 'flood', sort: undefined }) // '/reports?q=flood' */
export function addressOf(path: string, query: Query = {}): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value != null && value !== '') params.set(name, String(value));
  const text = params.toString();
  return text === '' ? path : `${path}?${text}`;
}

export interface Going {
  /** True where "back" is not to lead here: while a person types, or moves along a list. */
  readonly replace?: boolean;
  /** True where the window stays scrolled as it is. */
  readonly still?: boolean;
}

export function go(to: string, { replace = false, still = replace }: Going = {}): void {
  if (to === window.location.pathname + window.location.search) return;
  if (replace) window.history.replaceState(null, '', to);
  else window.history.pushState(null, '', to);
  tell();
  if (!still) window.scrollTo(0, 0);
}

/** Changes some of the query and leaves the rest. */
export function patch(changes: Query, going: Going = { still: true }): void {
  const params = new URLSearchParams(window.location.search);
  for (const [name, value] of Object.entries(changes)) {
    if (value == null || value === '') params.delete(name);
    else params.set(name, String(value));
  }
  const text = params.toString();
  go(window.location.pathname + (text === '' ? '' : `?${text}`), { still: true, ...going });
}

/** Which of a few values the query names; the first where it names none, or one that there is not. */
export const oneOf = <T extends string>(query: URLSearchParams, name: string, values: readonly T[]): T =>
  values.find((value) => value === query.get(name)) ?? values[0]!;
