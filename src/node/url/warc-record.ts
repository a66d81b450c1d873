import { createHash, randomUUID } from 'node:crypto';

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The sha256 of bytes in base 32, as WARC tools write it. */
function digestOf(bytes: Uint8Array): string {
  let bits = '';
  for (const byte of createHash('sha256').update(bytes).digest()) bits += byte.toString(2).padStart(8, '0');
  return `sha256:${(bits.match(/.{1,5}/g) ?? []).map((five) => BASE32[Number.parseInt(five.padEnd(5, '0'), 2)]).join('')}`;
}

export const newRecordId = (): string => `<urn:uuid:${randomUUID()}>`;

/** What a record of a WARC says and holds. */
export interface RecordParts {
  readonly type: 'warcinfo' | 'request' | 'response';
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly date: string;
  readonly contentType: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly head: string;
  readonly payload?: Uint8Array;
}

/**
 * Writes one record of a WARC, with its length and digests.
 *
 * @see ISO 28500:2017
 */
export function warcRecord({ type, id, date, contentType, headers = {}, head, payload }: RecordParts): Uint8Array {
  const block = Buffer.concat([Buffer.from(head, 'latin1'), payload ?? new Uint8Array()]);
  const lines = Object.entries({
    'WARC-Type': type,
    'WARC-Record-ID': id,
    'WARC-Date': date,
    ...headers,
    'WARC-Block-Digest': digestOf(block),
    ...(payload === undefined ? {} : { 'WARC-Payload-Digest': digestOf(payload) }),
    'Content-Type': contentType,
    'Content-Length': String(block.length),
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([Buffer.from(`WARC/1.1\r\n${lines.join('')}\r\n`), block, Buffer.from('\r\n\r\n')]);
}
