import { exchange } from '../url/exchange.ts';

const MAX_BYTES = 2 ** 20;
const TIMEOUT_MS = 30_000;
const USER_AGENT = 'hearsay/0.1 (asks for a timestamp, on behalf of a person)';

/**
 * Sends a request to a timestamp authority over HTTP (RFC 3161, 3.4); follows nothing.
 *
 * @param address http: or https:
 * @returns its answer, in DER, not looked at yet
 * @throws Error that says what went wrong
 */
export async function askAuthority(address: string, request: Uint8Array, allowPrivate: boolean): Promise<Uint8Array> {
  const url = new URL(address);
  const post = { type: 'application/timestamp-query', accept: 'application/timestamp-reply', body: request };
  const { status, headers, body } = await exchange(url, {
    allowPrivate,
    maxBytes: MAX_BYTES,
    timeoutMs: TIMEOUT_MS,
    userAgent: USER_AGENT,
    post,
  });
  const type = headers['content-type'] ?? 'nothing said';
  if (status === 200 && /^application\/timestamp-reply\b/i.test(type)) return body;
  throw new Error(
    `Expected a timestamp from ${url.host}, found the answer ${status} (${type}). Is it the address of a timestamp authority?`,
  );
}
