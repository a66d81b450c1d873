import { readFileSync, writeFileSync } from 'node:fs';
import type { ReadTimestamp } from '../../casefile/index.ts';
import { askAuthority } from './ask-authority.ts';

/** Gets and reads timestamps of a hash. */
export interface Timestamps {
  readonly read: ReadTimestamp;
  /** Asks an authority over the web. @throws Error that says what went wrong */
  readonly ask: (address: string, hash: string, allowPrivate: boolean) => Promise<Uint8Array>;
  /** Writes a request to a file, which is made. */
  readonly writeRequest: (path: string, hash: string) => void;
  readonly readResponse: (path: string) => Uint8Array;
}

/**
 * Opens what gets and reads timestamps. Its packages are loaded here: few commands need them.
 *
 * @param trust a file with the certificates of authorities that are trusted, as PEM; those of Node if not given
 * @throws Error where that file cannot be read
 */
export async function openTimestamps(trust?: string): Promise<Timestamps> {
  const [{ readRoots, timestampReader }, { timestampRequest }] = await Promise.all([
    import('./read-timestamp.ts'),
    import('./timestamp-request.ts'),
  ]);
  const roots = trust === undefined ? undefined : readRoots(trust, readFileSync(trust, 'utf8'));
  return {
    read: timestampReader(roots),
    ask: (address, hash, allowPrivate) => askAuthority(address, timestampRequest(hash), allowPrivate),
    writeRequest: (path, hash) => writeFileSync(path, timestampRequest(hash), { flag: 'wx' }),
    readResponse: (path) => new Uint8Array(readFileSync(path)),
  };
}
