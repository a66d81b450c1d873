import type { Header, Origin, PageStart, Post } from '../model/index.ts';

/** Gives the sha256 of bytes as "sha256:…" in hexadecimal; handed in, since only `node` may reach a crypto module. */
export type Hash = (bytes: Uint8Array) => string;

/** What the caller knows of a report; it goes before what the page or the text says of itself. */
export interface Known {
  /** The caller's own name for the report; without one it is the sha256 of the bytes. */
  readonly id?: string | undefined;
  readonly title?: string | undefined;
  readonly publisher?: string | undefined;
  readonly byline?: string | undefined;
  /** Any form that `readPublished` reads. */
  readonly published?: string | undefined;
  readonly url?: string | undefined;
  /** When it was last changed, in the forms of `published`. */
  readonly modified?: string | undefined;
  /** When it was got from its address: ISO 8601, UTC. */
  readonly captured?: string | undefined;
  readonly origin?: Origin | undefined;
  readonly posts?: readonly Post[] | undefined;
  readonly pages?: readonly PageStart[] | undefined;
  readonly headers?: readonly Header[] | undefined;
  /** The charset that came with the bytes (the HTTP header); used where the bytes are not UTF-8. */
  readonly charset?: string | undefined;
}
