import type { ReadPage } from './ingest-html.ts';
import type { Hash } from './known.ts';
import type { ReadPdf } from './pdf/ingest-pdf.ts';

/** A digest that is computed piece by piece. */
export interface Digest {
  readonly update: (bytes: Uint8Array) => void;
  readonly done: () => Uint8Array;
}

export const DIGESTS = ['md5', 'sha1', 'sha256', 'sha384', 'sha512'] as const;
export type DigestName = (typeof DIGESTS)[number];

/** What a certificate says, and what of it could be proved on this machine. */
export interface Certificate {
  /** Names of the domains that it is for. */
  readonly domains: readonly string[];
  /** ISO 8601, UTC. */
  readonly from: string;
  readonly to: string;
  /** The key in SPKI form. */
  readonly publicKey: Uint8Array;
  /** True if each certificate of the chain is signed by the next. */
  readonly chained: boolean;
  /** True if the last one is signed by a root that this machine trusts. */
  readonly trusted: boolean;
}

/** What reading needs of the machine, and how much it may take. */
export interface Tools {
  readonly hash: Hash;
  /** Starts a digest; without it the digests of archives are not checked, and a notice says so. */
  readonly startDigest?: ((name: DigestName) => Digest) | undefined;
  /** Unpacks what an HTTP response was packed in ("gzip", "deflate", "br"); rejects if it is damaged or over `most` bytes. */
  readonly unpack?: ((encoding: string, bytes: Uint8Array, most: number) => Promise<Uint8Array>) | undefined;
  /** Reads a chain of certificates in PEM form; throws if it is none. */
  readonly readCertificate?: ((pem: string) => Certificate) | undefined;
  /** Reads web pages; `readPage` of this room, here and now, if not given. */
  readonly readPage?: ReadPage | undefined;
  /** Reads PDFs; `extractPdf`, here and now, if not given. */
  readonly readPdf?: ReadPdf | undefined;
  /** Ids met so far; an id that is met again gives the notice 'duplicate-id'. */
  readonly seen?: Set<string> | undefined;
  /** Bytes that one report may have; 64 MiB if not given. */
  readonly maxBytes?: number | undefined;
  /** Bytes that a line of a batch may have; 64 MiB if not given. */
  readonly maxLineBytes?: number | undefined;
}

export const MAX_BYTES = 64 * 2 ** 20;
/** Bytes that a web page may have, whatever else is allowed: to know each character's place takes many times its size. */
export const MAX_PAGE_BYTES = 24 * 2 ** 20;
/** Bytes that a table may have, which is held whole and decoded. */
export const MAX_TABLE_BYTES = 128 * 2 ** 20;
/** Bytes that an archive that comes as a stream may have, since it is held whole. */
export const MAX_ARCHIVE_BYTES = 256 * 2 ** 20;
