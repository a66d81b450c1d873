import { Refusal } from './refusal.ts';

/** The headers of a request: null for one that there is not. */
export interface AskedHeaders {
  readonly get: (name: string) => string | null;
}

export interface Gate {
  /** Secret of this run of the server: 32 random bytes at least, as text of [A-Za-z0-9_-]. */
  readonly token: string;
  /** The port that it listens on; asked at each request, since it may be chosen late. */
  readonly port: () => number;
}

const cookieName = (port: number): string => `hearsay-${port}`;

/** True if two texts are the same; takes as long whether they differ early or late. */
function same(a: string, b: string): boolean {
  let differs = a.length ^ b.length;
  for (let i = 0; i < b.length; i++) differs |= (a.charCodeAt(i) || 0) ^ b.charCodeAt(i);
  return differs === 0;
}

const hostsOf = (port: number): readonly string[] => [`127.0.0.1:${port}`, `localhost:${port}`];

/**
 * Refuses requests that name another host (a foreign name that was made to lead here) or come from another page.
 *
 * @throws Refusal 'wrong-host', 'wrong-origin'
 */
export function checkSource(headers: AskedHeaders, { port }: Gate): void {
  const hosts = hostsOf(port());
  const host = headers.get('host') ?? '';
  if (!hosts.includes(host))
    throw new Refusal(
      'wrong-host',
      `Expected a request to ${hosts[0]}, found one to "${host.slice(0, 100)}". Open the address that hearsay serve printed.`,
    );
  const origin = headers.get('origin');
  if (origin !== null && !hosts.some((known) => origin === `http://${known}`))
    throw new Refusal(
      'wrong-origin',
      `Expected a request by the workbench itself, found one by ${origin.slice(0, 100)}. Other pages may not ask.`,
    );
  const site = headers.get('sec-fetch-site');
  const mode = headers.get('sec-fetch-mode');
  if (origin === null && site !== null && site !== 'same-origin' && site !== 'none' && mode !== 'navigate')
    throw new Refusal('wrong-origin', 'Expected a request by the workbench itself, found one by another site. Other pages may not ask.');
}

/** True if the request carries this run's secret: as a cookie, or for scripts as "Authorization: Bearer". */
export function hasSession(headers: AskedHeaders, { token, port }: Gate): boolean {
  const bearer = /^Bearer (.+)$/.exec(headers.get('authorization') ?? '')?.[1];
  if (bearer !== undefined) return same(bearer, token);
  const name = `${cookieName(port())}=`;
  const cookie = (headers.get('cookie') ?? '').split(/; */).find((one) => one.startsWith(name));
  return cookie !== undefined && same(cookie.slice(name.length), token);
}

/** True if the address carries this run's secret. */
export const opensSession = (url: URL, { token }: Gate): boolean => {
  const given = url.searchParams.get('token');
  return given !== null && same(given, token);
};

/** The header that begins a session. */
export const sessionCookie = ({ token, port }: Gate): string => `${cookieName(port())}=${token}; Path=/; HttpOnly; SameSite=Strict`;
