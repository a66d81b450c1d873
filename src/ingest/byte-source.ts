import type { ByteSource } from '../model/index.ts';

/** A source of bytes that are in memory. */
export function bytesSource(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.length,
    stream: async function* () {
      yield bytes;
    },
    read: async (start, end) => bytes.subarray(start, end),
  };
}

/** Joins pieces into one; a single piece comes back as it is. */
export function joinBytes(pieces: readonly Uint8Array[]): Uint8Array {
  if (pieces.length === 1) return pieces[0]!;
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** All bytes of a stream; undefined, and the rest unread, where it has more than `most`. */
export async function gather(stream: AsyncIterable<Uint8Array>, most: number): Promise<Uint8Array | undefined> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of stream) {
    size += piece.length;
    if (size > most) return undefined;
    pieces.push(piece);
  }
  return joinBytes(pieces);
}
