import { createHash, X509Certificate } from 'node:crypto';
import { rootCertificates } from 'node:tls';
import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate, inflateRaw } from 'node:zlib';
import type { Certificate, Tools } from '../ingest/index.ts';
import { hash } from './hash.ts';

const UNPACK = {
  gzip: promisify(gunzip),
  br: promisify(brotliDecompress),
  inflate: promisify(inflate),
  raw: promisify(inflateRaw),
} as const;

async function unpack(encoding: string, bytes: Uint8Array, most: number): Promise<Uint8Array> {
  const limit = { maxOutputLength: most };
  if (encoding === 'gzip' || encoding === 'x-gzip') return UNPACK.gzip(bytes, limit);
  if (encoding === 'br') return UNPACK.br(bytes, limit);
  if (encoding !== 'deflate') throw new Error(`"${encoding.slice(0, 40)}" is no packing that is known`);
  // By the standard it is wrapped in zlib's header; some servers send it bare.
  return (bytes[0]! & 0x0f) === 8 ? UNPACK.inflate(bytes, limit) : UNPACK.raw(bytes, limit);
}

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+?-----END CERTIFICATE-----/g;
const MOST_CERTIFICATES = 8;

/**
 * Reads a chain of certificates, the one that counts first.
 *
 * @throws where there is none
 */
export function readCertificate(pem: string): Certificate {
  const chain = (pem.match(CERTIFICATE) ?? []).slice(0, MOST_CERTIFICATES).map((one) => new X509Certificate(one));
  const [own] = chain;
  if (own === undefined) throw new Error('no certificate in PEM form');
  const last = chain.at(-1)!;
  const signedBy = (one: X509Certificate, other: X509Certificate): boolean => one.checkIssued(other) && one.verify(other.publicKey);
  const roots = rootCertificates.map((root) => new X509Certificate(root));
  const names = (own.subjectAltName ?? '').split(',').map((name) => name.trim().replace(/^DNS:/, ''));
  const common = /^CN=(.+)$/m.exec(own.subject)?.[1];
  return {
    domains: [...new Set([...names, ...(common === undefined ? [] : [common])])].filter((name) => name !== ''),
    from: new Date(own.validFrom).toISOString(),
    to: new Date(own.validTo).toISOString(),
    publicKey: own.publicKey.export({ type: 'spki', format: 'der' }),
    chained: chain.every((one, i) => chain[i + 1] === undefined || signedBy(one, chain[i + 1]!)),
    trusted: roots.some((root) => root.fingerprint256 === last.fingerprint256 || signedBy(last, root)),
  };
}

/** What ingest needs of this machine: digests, unpacking, certificates. */
export const machineTools: Pick<Tools, 'hash' | 'startDigest' | 'unpack' | 'readCertificate'> = {
  hash,
  startDigest: (name) => {
    const digest = createHash(name);
    return { update: (bytes) => void digest.update(bytes), done: () => digest.digest() };
  },
  unpack,
  readCertificate,
};
