import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { ByteSource } from '../model/index.ts';
import { isPacked } from './input-files.ts';

/** What a stream was packed in, unpacked; the stream breaks off with the error of either. */
export const gunzip = (stream: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> => pipeline(stream, createGunzip(), () => {});

/** The bytes of a file, opened anew for each reading, so that no handle stays open between. */
export async function fileSource(path: string): Promise<ByteSource> {
  const { size } = await stat(path);
  return {
    size,
    stream: () => createReadStream(path),
    read: async (start, end) => {
      const file = await open(path);
      try {
        const bytes = new Uint8Array(Math.max(0, Math.min(end, size) - start));
        let filled = 0;
        while (filled < bytes.length) {
          const { bytesRead } = await file.read(bytes, filled, bytes.length - filled, start + filled);
          if (bytesRead === 0) throw new Error('the file became shorter while it was read');
          filled += bytesRead;
        }
        return bytes;
      } finally {
        await file.close();
      }
    },
  };
}

/** The bytes of a file, unpacked where it is packed as a whole (.gz). */
export async function openFile(path: string): Promise<AsyncIterable<Uint8Array>> {
  const stream = (await fileSource(path)).stream();
  return isPacked(path) ? gunzip(stream) : stream;
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
