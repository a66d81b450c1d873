import { joinBytes } from './byte-source.ts';

/** A line of a stream; without bytes if it is longer than the cap. */
export interface StreamLine {
  /** 1 for the first. */
  readonly number: number;
  /** Bytes in the line, its line end not counted. */
  readonly size: number;
  /** Offset of its first byte in the stream. */
  readonly start: number;
  readonly bytes?: Uint8Array;
}

/**
 * Cuts a stream of bytes into lines at LF. No more than one line is held at a time, and of a line longer than `most` nothing.
 *
 * @param most bytes that a line may have
 * @example for await (const line of splitLines(stream, 64 * 2 ** 20)) line.number
 */
export async function* splitLines(chunks: AsyncIterable<Uint8Array>, most: number): AsyncGenerator<StreamLine> {
  let parts: Uint8Array[] = [];
  let size = 0;
  let number = 1;
  let start = 0;
  const add = (part: Uint8Array): void => {
    size += part.length;
    if (size > most) parts = [];
    else if (part.length > 0) parts.push(part);
  };
  const take = (): StreamLine => {
    const line = size > most ? { number, size, start } : { number, size, start, bytes: joinBytes(parts) };
    number++;
    start += size + 1;
    parts = [];
    size = 0;
    return line;
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, from)) {
      add(chunk.subarray(from, end));
      yield take();
      from = end + 1;
    }
    add(chunk.subarray(from));
  }
  if (size > 0) yield take();
}
