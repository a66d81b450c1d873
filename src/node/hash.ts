import { createHash } from 'node:crypto';

/** sha256 of bytes. @example hash(new Uint8Array()) // 'sha256:e3b0c442…' */
export const hash = (bytes: Uint8Array): string => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

/** sha256 of bytes that come in pieces. */
export function hasher(): { readonly add: (bytes: Uint8Array) => void; readonly hash: () => string } {
  const digest = createHash('sha256');
  return { add: (bytes) => void digest.update(bytes), hash: () => `sha256:${digest.digest('hex')}` };
}
