import { createHash } from 'node:crypto';

/** sha256 of bytes. @example hash(new Uint8Array()) // 'sha256:e3b0c442…' */
export const hash = (bytes: Uint8Array): string => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
