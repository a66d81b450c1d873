import { configure, Reader, ZipReader } from '@zip.js/zip.js';
import type { ByteSource } from '../../model/index.ts';

/** zip.js is named in this file alone. */
configure({ useWebWorkers: false });

/** A file within a ZIP archive. */
export interface ZipFile {
  readonly path: string;
  /** Bytes as the archive states them; what comes out may be more or fewer. */
  readonly packed: number;
  readonly size: number;
  /** Its bytes; breaks off with an error where they are damaged or more than may be. */
  readonly stream: () => AsyncIterable<Uint8Array>;
}

/** Bytes that a file may have, and how many times more than it has packed once it is large. */
export const ZIP_LIMITS = { files: 20_000, bytes: 8 * 2 ** 30, ratio: 200, large: 16 * 2 ** 20 } as const;

/** What is packed so tightly that it is no archive of pages. */
export class ZipTooLarge extends Error {}

class SourceReader extends Reader<ByteSource> {
  readonly #source: ByteSource;
  constructor(source: ByteSource) {
    super(source);
    this.#source = source;
    this.size = source.size;
  }
  override readUint8Array(offset: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
    return this.#source.read(offset, Math.min(offset + length, this.#source.size)) as Promise<Uint8Array<ArrayBuffer>>;
  }
}

type Pour = (into: WritableStream<Uint8Array>) => Promise<unknown>;

async function* poured(pour: Pour, packed: number): AsyncGenerator<Uint8Array> {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  let failure: { readonly error: unknown } | undefined;
  const pouring = pour(writable).catch((error: unknown) => {
    failure = { error };
    return writable.abort(error).catch(() => {});
  });
  const reader = readable.getReader();
  let size = 0;
  try {
    for (;;) {
      const next = await reader.read();
      if (next.done) break;
      size += next.value.length;
      if (size > ZIP_LIMITS.bytes || (size > ZIP_LIMITS.large && size > packed * ZIP_LIMITS.ratio)) {
        throw new ZipTooLarge(`more than ${size} bytes came out of ${packed}`);
      }
      yield next.value;
    }
  } catch (error) {
    throw failure?.error ?? error;
  } finally {
    await reader.cancel().catch(() => {});
    await pouring;
  }
  if (failure !== undefined) throw failure.error;
}

/**
 * Opens a ZIP archive in place: only its directory is read, and a file when it is asked for.
 *
 * @throws where the bytes are no ZIP archive or it is cut off
 */
export async function openZip(source: ByteSource): Promise<readonly ZipFile[]> {
  const zip = new ZipReader(new SourceReader(source));
  const entries = await zip.getEntries();
  if (entries.length > ZIP_LIMITS.files) throw new ZipTooLarge(`it has ${entries.length} files`);
  return entries.flatMap((entry) => {
    if (entry.directory || entry.encrypted) return [];
    const { filename: path, compressedSize: packed, uncompressedSize: size } = entry;
    const pour: Pour = (into) => entry.getData(into, { checkSignature: true });
    return [{ path, packed, size, stream: () => poured(pour, packed) }];
  });
}
