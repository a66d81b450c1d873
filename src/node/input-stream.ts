import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';

/** The bytes of a file; those that were packed, for a file named .gz. The stream breaks off with the error of either. */
export function openFile(path: string): AsyncIterable<Uint8Array> {
  const file = createReadStream(path);
  if (!/\.gz$/i.test(path)) return file;
  return pipeline(file, createGunzip(), () => {});
}

/** The first bytes of a stream, and the whole stream with them. */
export interface Opened {
  readonly head: Uint8Array;
  readonly all: AsyncIterable<Uint8Array>;
}

/** Reads ahead until `count` bytes are known or the stream ends. */
export async function readAhead(stream: AsyncIterable<Uint8Array>, count: number): Promise<Opened> {
  const chunks = stream[Symbol.asyncIterator]();
  const read: Uint8Array[] = [];
  let size = 0;
  while (size < count) {
    const next = await chunks.next();
    if (next.done === true) break;
    read.push(next.value);
    size += next.value.length;
  }
  async function* all(): AsyncGenerator<Uint8Array> {
    try {
      yield* read.splice(0);
      for (let next = await chunks.next(); next.done !== true; next = await chunks.next()) yield next.value;
    } finally {
      await chunks.return?.();
    }
  }
  return { head: Buffer.concat(read).subarray(0, count), all: all() };
}

/** All bytes of a stream; undefined, and the rest unread, where it has more than `most`. */
export async function gather(stream: AsyncIterable<Uint8Array>, most: number): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > most) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}
