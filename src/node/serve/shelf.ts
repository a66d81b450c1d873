import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Arrival, receive } from '../receive.ts';

class TooLarge extends Error {
  override readonly name = 'TooLarge';
}

/** The endings of a name that tell what a file is: ".html", ".ndjson.gz". */
const endingOf = (name: string): string => /(?:\.[A-Za-z0-9]{1,8}){1,2}$/.exec(name)?.[0].toLowerCase() ?? '';

async function* limited(stream: AsyncIterable<Uint8Array>, most: number, count: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > most) throw new TooLarge(`more than ${most} bytes`);
    count(size);
    yield chunk;
  }
}

/**
 * A folder of its own for files that come in by the workbench, which only this user can read. A file lies there under a number:
 * the name that it came with is remembered, and is never a path of this machine.
 *
 * @example const shelf = await createShelf(); await shelf.put('clips/a.html', stream, 1_000_000);
 */
export async function createShelf() {
  const folder = await mkdtemp(join(tmpdir(), 'hearsay-upload-'));
  const names = new Map<string, string>();
  let count = 0;
  return {
    async put(name: string, stream: ReadableStream<Uint8Array> | null, most: number): Promise<number> {
      const path = join(folder, `${String(++count).padStart(6, '0')}${endingOf(name)}`);
      let size = 0;
      const source = limited((stream ?? Readable.from([])) as AsyncIterable<Uint8Array>, most, (bytes) => {
        size = bytes;
      });
      try {
        await pipeline(source, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
      } catch (error) {
        await unlink(path).catch(() => {});
        throw error;
      }
      names.set(path, name);
      return size;
    },
    async *arrivals(): AsyncGenerator<Arrival> {
      const paths = [...names].sort((a, b) => (a[1] < b[1] ? -1 : a[1] > b[1] ? 1 : a[0] < b[0] ? -1 : 1)).map(([path]) => path);
      for await (const arrival of receive(paths)) {
        if (arrival.kind === 'received') {
          const { received } = arrival;
          yield { kind: 'received', received: { ...received, from: names.get(received.from) ?? received.from } };
        } else {
          const name = names.get(arrival.from) ?? arrival.from;
          yield { ...arrival, from: name, message: arrival.message.replaceAll(arrival.from, name) };
        }
      }
    },
    drop: (): Promise<void> => rm(folder, { recursive: true, force: true }),
  };
}
