import type { Span } from '../../model/index.ts';
import { joinBytes } from '../byte-source.ts';
import { splitLines } from '../split-lines.ts';

/** One message of an mbox; without bytes if it is longer than the cap. */
export interface MboxMessage {
  /** 1 for the first. */
  readonly number: number;
  /** Where it stands: without the line "From …" before it and the blank line after it. */
  readonly at: Span;
  readonly bytes?: Uint8Array;
}

const FROM = [...'From '].map((sign) => sign.charCodeAt(0));
const END = Uint8Array.of(10);
/** "From - Thu Mar  4 08:00:00 2021": a sentence that begins with "From" has no time in it, or hardly ever. */
const isFrom = (line: Uint8Array): boolean =>
  FROM.every((byte, i) => line[i] === byte) && line.length < 300 && /^From \S+ .*\d:\d\d/.test(new TextDecoder('latin1').decode(line));
const isBlank = (line: Uint8Array | undefined): boolean =>
  line !== undefined && (line.length === 0 || (line.length === 1 && line[0] === 13));

/**
 * Cuts an mbox into its messages, at each line "From …" with a time in it that follows a blank line. Keeps one message in memory.
 *
 * @param most bytes that a message may have
 * @see RFC 4155
 */
export async function* splitMbox(chunks: AsyncIterable<Uint8Array>, most: number): AsyncGenerator<MboxMessage> {
  let lines: Uint8Array[] = [];
  let size = 0;
  let start = 0;
  let number = 0;
  let blank = true;
  const take = (): MboxMessage | undefined => {
    if (number === 0) return undefined;
    const last = isBlank(lines.at(-1)) ? lines.pop() : undefined;
    const length = size - (last === undefined ? 0 : last.length + 1);
    const at: Span = [start, start + Math.max(length, 0)];
    if (size > most) return { number, at };
    return { number, at, bytes: joinBytes(lines.flatMap((line) => [line, END])).subarray(0, Math.max(length, 0)) };
  };
  for await (const line of splitLines(chunks, most)) {
    if (blank && line.bytes !== undefined && isFrom(line.bytes)) {
      const message = take();
      if (message !== undefined) yield message;
      [lines, size, number, start] = [[], 0, number + 1, line.start + line.size + 1];
      blank = false;
      continue;
    }
    blank = isBlank(line.bytes);
    size += line.size + 1;
    if (line.bytes === undefined || size > most) lines = [];
    else lines.push(line.bytes);
  }
  const message = take();
  if (message !== undefined) yield message;
}
