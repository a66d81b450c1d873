import { promisify } from 'node:util';
import { deflate, deflateSync, inflateSync, type ZlibOptions } from 'node:zlib';
import type { Packed, Tools } from '../casefile/index.ts';
import { hash, hasher } from './hash.ts';

/** Fast rather than small: between the levels lies a tenth of the size and half of the time. */
const LEVEL = 6;
/** What is shorter is hardly made smaller. */
const SHORTEST = 64;

function pack(bytes: Uint8Array): Packed {
  if (bytes.length < SHORTEST) return { size: bytes.length, bytes };
  const packed = deflateSync(bytes, { level: LEVEL });
  return { size: bytes.length, bytes: packed.length < bytes.length ? packed : bytes };
}

const deflateBeside = promisify<Uint8Array, ZlibOptions, Buffer>(deflate);

async function packBeside(bytes: Uint8Array): Promise<Packed> {
  if (bytes.length < SHORTEST) return { size: bytes.length, bytes };
  const packed = await deflateBeside(bytes, { level: LEVEL });
  return { size: bytes.length, bytes: packed.length < bytes.length ? packed : bytes };
}

function unpack({ size, bytes }: Packed): Uint8Array {
  if (bytes.length === size) return bytes;
  const whole = inflateSync(bytes, { maxOutputLength: Math.max(1, size) });
  if (whole.length !== size) throw new Error(`expected ${size} bytes, found ${whole.length}`);
  return whole;
}

/** What a case file needs of this machine: sha256, zlib, the clock. @param version of Hearsay */
export const caseTools = (version: string): Tools => ({
  hash,
  hasher,
  pack,
  packBeside,
  unpack,
  now: () => new Date().toISOString(),
  version,
});
