import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { checkHost, guardedLookup } from './address-guard.ts';

/** One request and what was answered, as they went over the wire. */
export interface Exchange {
  readonly url: string;
  /** The request's line and headers. */
  readonly request: string;
  readonly status: number;
  /** The answer's line and headers, in their order. */
  readonly head: string;
  readonly headers: IncomingMessage['headers'];
  /** The body as it was sent, packed if it was packed. */
  readonly body: Uint8Array;
}

export interface ExchangeOptions {
  readonly allowPrivate: boolean;
  /** Bytes that the answer may have. */
  readonly maxBytes: number;
  /** Milliseconds from the request to the answer's last byte. */
  readonly timeoutMs: number;
  readonly userAgent: string;
  /** What is sent along, and what is wanted for it; a page is asked for if not given. */
  readonly post?: { readonly type: string; readonly accept: string; readonly body: Uint8Array } | undefined;
}

const ACCEPT = 'text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.5';

const headOf = ({ httpVersion, statusCode, statusMessage, rawHeaders }: IncomingMessage): string => {
  const lines = [`HTTP/${httpVersion} ${statusCode} ${statusMessage ?? ''}`.trimEnd()];
  for (let i = 0; i + 1 < rawHeaders.length; i += 2) {
    // Chunks are joined by now; the header that says otherwise is kept under another name, as crawlers do.
    const name = /^transfer-encoding$/i.test(rawHeaders[i]!) ? 'X-Orig-Transfer-Encoding' : rawHeaders[i];
    lines.push(`${name}: ${rawHeaders[i + 1]}`);
  }
  return `${lines.join('\r\n')}\r\n\r\n`;
};

/**
 * Asks for one address and follows nothing. The connection goes to the very address that was checked.
 *
 * @throws PrivateAddress; or an error that says what went wrong, too large or too slow an answer included
 */
export function exchange(url: URL, options: ExchangeOptions): Promise<Exchange> {
  const { allowPrivate, maxBytes, timeoutMs, userAgent, post } = options;
  return new Promise((resolve, reject) => {
    if (!allowPrivate) checkHost(url);
    const wanted = post === undefined ? { Accept: ACCEPT, 'Accept-Encoding': 'gzip, br' } : { Accept: post.accept };
    const given = post === undefined ? {} : { 'Content-Type': post.type, 'Content-Length': String(post.body.length) };
    const headers = { Host: url.host, 'User-Agent': userAgent, ...wanted, ...given, Connection: 'close' };
    const method = post === undefined ? 'GET' : 'POST';
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
    const sent = `${method} ${url.pathname}${url.search} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`;
    const start = url.protocol === 'https:' ? requestHttps : requestHttp;
    const request = start(url, { method, headers, agent: false, ...(allowPrivate ? {} : { lookup: guardedLookup }) });
    const timer = setTimeout(() => request.destroy(new Error(`it took more than ${timeoutMs} ms`)), timeoutMs);
    const fail = (error: Error): void => {
      clearTimeout(timer);
      request.destroy();
      reject(error);
    };
    request.on('error', fail);
    request.on('response', (answer) => {
      const pieces: Buffer[] = [];
      let size = 0;
      answer.on('error', fail);
      answer.on('aborted', () => fail(new Error('the answer was cut off')));
      answer.on('data', (piece: Buffer) => {
        size += piece.length;
        if (size > maxBytes) fail(new Error(`the answer has more than ${maxBytes} bytes`));
        else pieces.push(piece);
      });
      answer.on('end', () => {
        clearTimeout(timer);
        const body = Buffer.concat(pieces);
        resolve({ url: url.href, request: sent, status: answer.statusCode ?? 0, head: headOf(answer), headers: answer.headers, body });
      });
    });
    request.end(post?.body);
  });
}
