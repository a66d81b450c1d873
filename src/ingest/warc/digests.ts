import { DIGESTS, type Digest, type DigestName, type Tools } from '../tools.ts';

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Bytes in the forms in which a WARC may write a digest: base 32, base 16, base 64. */
function formsOf(bytes: Uint8Array): readonly string[] {
  let bits = '';
  for (const byte of bytes) bits += byte.toString(2).padStart(8, '0');
  const base32 = (bits.match(/.{1,5}/g) ?? []).map((five) => BASE32[Number.parseInt(five.padEnd(5, '0'), 2)]).join('');
  const base16 = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [base32, base16, btoa(String.fromCharCode(...bytes))];
}

/** A digest that a record states: "sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ". */
export interface StatedDigest {
  readonly name: DigestName;
  readonly value: string;
}

/** Reads a stated digest; undefined where there is none, or none of a kind that is known. */
export function readDigest(written: string | undefined): StatedDigest | undefined {
  const [, label, value] = /^\s*([a-z]+-?\d+):\s*([A-Za-z0-9+/=_-]+)\s*$/i.exec(written ?? '') ?? [];
  const name = DIGESTS.find((one) => one === label?.toLowerCase().replace('-', ''));
  return name === undefined || value === undefined ? undefined : { name, value };
}

/** True if the digest of some bytes is the one that is stated, in whichever form it is written. */
export const isStated = (stated: StatedDigest, found: Uint8Array): boolean => {
  const value = stated.value.replace(/=+$/, '');
  const [base32, base16, base64] = formsOf(found);
  return value.toUpperCase() === base32 || value.toLowerCase() === base16 || value === base64!.replace(/=+$/, '');
};

export function digestOf(bytes: Uint8Array, { name }: StatedDigest, start: (name: DigestName) => Digest): Uint8Array {
  const digest = start(name);
  digest.update(bytes);
  return digest.done();
}

export type StartDigest = NonNullable<Tools['startDigest']>;
