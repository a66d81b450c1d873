import type { Failure } from '../../model/index.ts';
import { PrivateAddress } from './address-guard.ts';
import { type Exchange, type ExchangeOptions, exchange } from './exchange.ts';
import { type Robots, readRobots } from './robots.ts';
import { newRecordId, warcRecord } from './warc-record.ts';

export interface FetchOptions {
  /** The moment, ISO 8601 in UTC. */
  readonly now: () => string;
  /** True to ask addresses of this machine and of private networks too; false if not given. */
  readonly allowPrivate?: boolean | undefined;
  /** Redirects that are followed; 10 if not given. */
  readonly maxRedirects?: number | undefined;
  /** Bytes that an answer may have; 64 MiB if not given. */
  readonly maxBytes?: number | undefined;
  /** Milliseconds that an answer may take; 30,000 if not given. */
  readonly timeoutMs?: number | undefined;
  /** What asks for one address; `exchange` if not given. */
  readonly ask?: typeof exchange | undefined;
}

/** What was asked and answered on the way to a page, as a WARC. */
export interface Fetched {
  readonly bytes: Uint8Array;
  /** Of the last answer. */
  readonly status: number;
  readonly url: string;
}

const AGENT = 'hearsay';
const USER_AGENT = `${AGENT}/0.1 (reads news reports for their sources; asks once, on behalf of a person)`;
const ROBOTS_BYTES = 512 * 1024;

const failure = (code: Failure['code'], message: string): Failure => ({ code, message });
const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The records of one exchange: the request, and the answer that belongs to it. */
function recordsOf({ url, request, head, body }: Exchange, date: string): readonly Uint8Array[] {
  const [asked, answered] = [newRecordId(), newRecordId()];
  const about = { 'WARC-Target-URI': url };
  return [
    warcRecord({ type: 'request', id: asked, date, contentType: 'application/http; msgtype=request', head: request, headers: about }),
    warcRecord({
      type: 'response',
      id: answered,
      date,
      contentType: 'application/http; msgtype=response',
      headers: { ...about, 'WARC-Concurrent-To': asked },
      head,
      payload: body,
    }),
  ];
}

/** What a site lets be read: all where it has no robots.txt, nothing where it cannot say so. */
async function robotsOf(origin: string, ask: typeof exchange, options: ExchangeOptions): Promise<Robots> {
  let url = new URL('/robots.txt', origin);
  for (let hops = 0; hops < 5; hops++) {
    const { status, headers, body } = await ask(url, { ...options, maxBytes: ROBOTS_BYTES });
    if (status >= 300 && status < 400 && headers.location !== undefined) url = new URL(headers.location, url);
    else if (status >= 500) return { allows: () => false };
    else return status === 200 ? readRobots(plain(body), AGENT) : { allows: () => true };
    if (!/^https?:$/.test(url.protocol)) break;
  }
  return { allows: () => true };
}
const plain = (body: Uint8Array): string => new TextDecoder().decode(body);

/**
 * Asks for an address as a browser would, once: follows redirects, and at each step checks that the address may be asked and that the
 * site's robots.txt lets it be read. Nothing is circumvented: what the server does not give is not got.
 *
 * @returns a WARC with every request and answer on the way, or why there is none
 * @example await fetchUrl('https://courier.example/port', { now: () => new Date().toISOString() })
 */
export async function fetchUrl(address: string, options: FetchOptions): Promise<Fetched | Failure> {
  const { now, allowPrivate = false, maxRedirects = 10, maxBytes = 64 * 2 ** 20, timeoutMs = 30_000, ask = exchange } = options;
  const limits: ExchangeOptions = { allowPrivate, maxBytes, timeoutMs, userAgent: USER_AGENT };
  const robots = new Map<string, Robots>();
  const info = `software: hearsay\r\nformat: WARC File Format 1.1\r\nrobots: obey\r\n`;
  const records = [warcRecord({ type: 'warcinfo', id: newRecordId(), date: now(), contentType: 'application/warc-fields', head: info })];
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return failure('url-failed', `Expected a web address, found "${address.slice(0, 200)}".`);
  }
  try {
    for (let hops = 0; ; hops++) {
      if (!/^https?:$/.test(url.protocol))
        return failure('url-refused', `Expected an address of the web (http, https), found ${url.protocol} at ${url.href.slice(0, 200)}.`);
      url.username = '';
      url.password = '';
      url.hash = '';
      const rules = robots.get(url.origin) ?? (await robotsOf(url.origin, ask, limits));
      robots.set(url.origin, rules);
      if (!rules.allows(url.pathname + url.search)) {
        return failure(
          'url-refused',
          `Expected an address that may be read, found that robots.txt of ${url.origin} says no to ${url.pathname}. Save the page in a browser and add the file.`,
        );
      }
      const date = now();
      const answer = await ask(url, limits);
      records.push(...recordsOf(answer, date));
      const { status, headers } = answer;
      if (![301, 302, 303, 307, 308].includes(status) || headers.location === undefined) {
        return { bytes: Buffer.concat(records), status, url: url.href };
      }
      if (hops >= maxRedirects)
        return failure(
          'url-failed',
          `Expected a page after at most ${maxRedirects} redirects, found one more at ${url.href.slice(0, 200)}.`,
        );
      url = new URL(headers.location, url);
    }
  } catch (error) {
    if (error instanceof PrivateAddress) {
      return failure(
        'url-refused',
        `Expected an address of the open web, found that ${error.message}. hearsay add --allow-private asks it all the same.`,
      );
    }
    return failure('url-failed', `Expected an answer from ${url.href.slice(0, 200)}, found none (${reasonOf(error)}).`);
  }
}
