/** An HTTP response as it stands in a WARC. */
export interface HttpMessage {
  readonly status: number;
  /** Names in lower case; of a header that stands several times the last. */
  readonly headers: ReadonlyMap<string, string>;
  /** What follows the headers, as it was sent. */
  readonly body: Uint8Array;
}

const MOST_HEADER = 256 * 1024;
const latin = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);

/** Offset behind the blank line that ends the headers; -1 if there is none. */
function headerEnd(bytes: Uint8Array): number {
  for (let at = bytes.indexOf(10); at !== -1 && at < MOST_HEADER; at = bytes.indexOf(10, at + 1)) {
    if (bytes[at + 1] === 10) return at + 2;
    if (bytes[at + 1] === 13 && bytes[at + 2] === 10) return at + 3;
  }
  return -1;
}

/**
 * Reads the block of a response record.
 *
 * @returns undefined where it does not begin as an HTTP response does
 * @see RFC 9112
 */
export function readHttp(block: Uint8Array): HttpMessage | undefined {
  const end = headerEnd(block);
  const [first, ...lines] = latin(block.subarray(0, end === -1 ? Math.min(block.length, MOST_HEADER) : end))
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/);
  const status = /^HTTP\/\d(?:\.\d)? (\d{3})/.exec(first ?? '')?.[1];
  if (status === undefined) return undefined;
  const headers = new Map(
    lines.flatMap((line) => {
      const colon = line.indexOf(':');
      return colon < 1 ? [] : [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()] as const];
    }),
  );
  return { status: Number(status), headers, body: end === -1 ? new Uint8Array() : block.subarray(end) };
}

/** Takes the sizes of chunks out of a body; undefined where it is not in chunks: many crawlers take them out and keep the header. */
export function joinChunks(body: Uint8Array): Uint8Array | undefined {
  const whole = new Uint8Array(body.length);
  let size = 0;
  for (let at = 0; at < body.length; ) {
    const end = body.indexOf(10, at);
    if (end === -1 || end - at > 1024) return undefined;
    const length = /^([0-9a-f]{1,8})\s*(?:;.*)?\r?$/i.exec(latin(body.subarray(at, end)))?.[1];
    if (length === undefined) return undefined;
    const count = Number.parseInt(length, 16);
    if (count === 0) return whole.subarray(0, size);
    if (end + 1 + count > body.length) return undefined;
    whole.set(body.subarray(end + 1, end + 1 + count), size);
    size += count;
    at = end + 1 + count;
    if (body[at] === 13) at++;
    if (body[at] === 10) at++;
  }
  return undefined;
}

/** "text/html" and "utf-8" of a Content-Type. */
export function readContentType(value: string | undefined): { readonly type: string; readonly charset: string | undefined } {
  const [type = '', ...more] = (value ?? '').split(';');
  return { type: type.trim().toLowerCase(), charset: /charset\s*=\s*["']?([\w-]+)/i.exec(more.join(';'))?.[1] };
}
