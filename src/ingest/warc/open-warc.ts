import { WARCParser } from 'warcio';

/** warcio is named in this file alone. */

/** One record of a WARC; its block must be read before the next record is asked for. */
export interface WarcRecord {
  /** A header's value; undefined where the record has none of the name. */
  readonly header: (name: string) => string | undefined;
  /** The block, unpacked, in pieces. */
  readonly block: AsyncIterable<Uint8Array>;
  /** Once the block is read: the record's first byte and its length, in the file as it is. */
  readonly place: () => { readonly offset: number; readonly length: number };
}

/** How often the library may ask on after the last byte; where a file is cut within a header, it would ask for ever. */
const ASKED_ON = 64;

/** Counts the bytes that go by, and ends a parser that does not see that there are no more. */
function createFeed(stream: AsyncIterable<Uint8Array>) {
  const pieces = stream[Symbol.asyncIterator]();
  let size = 0;
  let asked = 0;
  let failed = false;
  const next = async (): Promise<IteratorResult<Uint8Array>> => {
    failed = true;
    const piece = await pieces.next();
    failed = false;
    if (piece.done !== true) size += piece.value.length;
    else if (++asked > ASKED_ON) throw new EndOfFile();
    return piece;
  };
  return { size: () => size, failed: () => failed, close: () => pieces.return?.(), source: { [Symbol.asyncIterator]: () => ({ next }) } };
}

class EndOfFile extends Error {}

/** What is left when the last record is read. */
export interface WarcEnd {
  /** Bytes at the end that belong to no record: a record that was cut off, or something that is none. */
  readonly unread: number;
  /** Why reading broke off, if it did. */
  readonly broken?: string;
}

const TRAILING = 8;

/**
 * Parts a WARC, packed record by record or not, into its records. What the library does not tell is told at the end: how many
 * bytes no record accounts for.
 *
 * @throws what the stream throws
 * @see ISO 28500:2017
 */
export async function* openWarc(stream: AsyncIterable<Uint8Array>): AsyncGenerator<WarcRecord, WarcEnd> {
  const feed = createFeed(stream);
  let known = 0;
  let broken: string | undefined;
  try {
    const parser = new WARCParser(feed.source, { parseHttp: false });
    for (let record = await parser.parse(); record !== null; record = await parser.parse()) {
      const { warcHeaders, reader } = record;
      // The library takes any line for the beginning of a record.
      if (!/^WARC\/\d/.test(warcHeaders.statusline)) break;
      const header = (name: string): string | undefined => warcHeaders.headers.get(name) ?? undefined;
      yield { header, block: reader as AsyncIterable<Uint8Array>, place: () => ({ offset: parser.offset, length: parser.recordLength }) };
      for await (const _ of reader as AsyncIterable<Uint8Array>); // what nobody read
      known = Math.max(known, parser.offset + parser.recordLength);
    }
  } catch (error) {
    if (feed.failed()) throw error;
    if (!(error instanceof EndOfFile)) broken = error instanceof Error ? error.message : String(error);
  }
  // What the parser did not take is read, so that its size is known.
  try {
    for (
      let piece = await feed.source[Symbol.asyncIterator]().next();
      piece.done !== true;
      piece = await feed.source[Symbol.asyncIterator]().next()
    );
  } catch (error) {
    if (!(error instanceof EndOfFile)) throw error;
  } finally {
    await feed.close();
  }
  const unread = feed.size() - known;
  return { unread: unread > TRAILING ? unread : 0, ...(broken === undefined ? {} : { broken }) };
}
