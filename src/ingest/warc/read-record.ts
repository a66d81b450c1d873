import { type Failure, type Notice, notice } from '../../model/index.ts';
import { joinBytes } from '../byte-source.ts';
import { MAX_BYTES, type Tools } from '../tools.ts';
import { digestOf, isStated, readDigest, type StatedDigest } from './digests.ts';
import { type HttpMessage, joinChunks, readHttp } from './http-message.ts';
import type { WarcRecord } from './open-warc.ts';

/** A record that was read to its end. */
export interface ReadRecord {
  readonly http: HttpMessage | undefined;
  /** What it holds as it was sent: a response's body, a resource itself. */
  readonly payload: Uint8Array;
  readonly notices: readonly Notice[];
}

const stated = ({ name, value }: StatedDigest): string => `${name}:${value}`;

/**
 * Reads the block of a record and checks what the record states of it: its length, the digest of its block and that of its
 * payload (either as sent or with the sizes of chunks taken out: crawlers differ).
 *
 * @returns why it gives nothing: it is cut off, or over the cap
 */
export async function readRecord(record: WarcRecord, tools: Tools): Promise<ReadRecord | Failure> {
  const most = tools.maxBytes ?? MAX_BYTES;
  const { startDigest } = tools;
  const ofBlock = readDigest(record.header('WARC-Block-Digest'));
  const ofPayload = readDigest(record.header('WARC-Payload-Digest'));
  const digest = ofBlock === undefined ? undefined : startDigest?.(ofBlock.name);
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of record.block) {
    size += piece.length;
    digest?.update(piece);
    // Copied, since the library may use its buffer again.
    if (size <= most) pieces.push(piece.slice());
    else pieces.length = 0;
  }
  const length = Number(record.header('Content-Length'));
  if (!Number.isInteger(length) || size < length) {
    const expected = Number.isInteger(length) ? `${length} bytes` : 'a record that states its length';
    return {
      code: 'record-cut',
      message: `Expected ${expected}, found ${size}: the file is cut off or damaged here; nothing of the record was read.`,
    };
  }
  if (size > most) {
    return { code: 'text-too-long', message: `Expected a record of at most ${most} bytes, found one of ${size}; it was passed over.` };
  }
  const notices: Notice[] = [];
  const differs = (what: string, one: StatedDigest): void => {
    const message = `Expected the ${what} whose digest the record states (${stated(one)}), found another: it was changed after it was recorded, or recorded wrongly.`;
    notices.push(notice('digest-differs', message));
  };
  if (ofBlock !== undefined && digest !== undefined && !isStated(ofBlock, digest.done())) differs('block', ofBlock);
  const block = joinBytes(pieces);
  const http =
    record.header('WARC-Type') === 'response' || /application\/http/i.test(record.header('Content-Type') ?? '')
      ? readHttp(block)
      : undefined;
  const payload = http?.body ?? block;
  if (ofPayload !== undefined && startDigest !== undefined) {
    const forms = [payload, joinChunks(payload)].filter((form) => form !== undefined);
    if (!forms.some((form) => isStated(ofPayload, digestOf(form, ofPayload, startDigest)))) differs('payload', ofPayload);
  }
  const cut = record.header('WARC-Truncated');
  if (cut !== undefined) {
    notices.push(notice('record-truncated', `The crawler says that it did not keep all of the response (${cut}); the text may end early.`));
  }
  return { http, payload, notices };
}
