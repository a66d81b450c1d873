import type { Database } from './database.ts';

/** Bytes as they stand in the file: packed where that is shorter. */
export interface Packed {
  /** Length unpacked. */
  readonly size: number;
  readonly bytes: Uint8Array;
}

/** What a case file needs of the machine. */
export interface Tools {
  /** sha256 as "sha256:…". */
  readonly hash: (bytes: Uint8Array) => string;
  /** The same for bytes that come in pieces: add them in order, then ask. */
  readonly hasher: () => { readonly add: (bytes: Uint8Array) => void; readonly hash: () => string };
  /** Packs with zlib (RFC 1950); gives the bytes themselves where that is not shorter. */
  readonly pack: (bytes: Uint8Array) => Packed;
  /** The same beside other work. */
  readonly packBeside: (bytes: Uint8Array) => Promise<Packed>;
  /** @throws where the bytes are not what `pack` gave */
  readonly unpack: (packed: Packed) => Uint8Array;
  /** The moment: ISO 8601, UTC. */
  readonly now: () => string;
  /** The version of Hearsay. */
  readonly version: string;
}

/** An open case file. */
export interface Case {
  readonly db: Database;
  readonly tools: Tools;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** UTF-8. */
export const encode = (text: string): Uint8Array => encoder.encode(text);
/** @throws where the bytes are no UTF-8 */
export const decode = (bytes: Uint8Array): string => decoder.decode(bytes);

const LONE = /\p{Cs}/gu;

/** A text as SQLite can keep it: half characters, which UTF-8 has no form for, replaced by U+FFFD. */
export const wellFormed = <T extends string | null | undefined>(text: T): T =>
  typeof text === 'string' ? (text.replace(LONE, '\uFFFD') as T) : text;

/** A value as JSON, with its hash, packed. */
export interface Recorded extends Packed {
  readonly hash: string;
}

/** A value as it is kept: JSON in UTF-8, hashed, packed. */
export function record({ tools }: Case, value: unknown): Recorded {
  const bytes = encode(JSON.stringify(value));
  return { hash: tools.hash(bytes), ...tools.pack(bytes) };
}

/** The same, packed beside other work. */
export async function recordBeside({ tools }: Case, value: unknown): Promise<Recorded> {
  const bytes = encode(JSON.stringify(value));
  return { hash: tools.hash(bytes), ...(await tools.packBeside(bytes)) };
}

/** The value that `record` kept. */
export const recorded = <T>({ tools }: Case, packed: Packed): T => JSON.parse(decode(tools.unpack(packed))) as T;
