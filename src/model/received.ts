import type { Article } from './article.ts';
import type { Notice, NoticeCode } from './notice.ts';
import type { Span } from './span.ts';
import type { Analysis } from './wire.ts';

/** What a received thing is, as its name or its first bytes tell. */
export const INPUT_KINDS = ['text', 'html', 'pdf', 'mail', 'mbox', 'mhtml', 'feed', 'ndjson', 'csv', 'warc', 'wacz'] as const;
export type InputKind = (typeof INPUT_KINDS)[number];

/** Bytes that can be read more than once, in a stream or in part. */
export interface ByteSource {
  /** In bytes. */
  readonly size: number;
  /** All bytes from the first, in pieces of any size; breaks off with an error where they cannot be read. */
  readonly stream: () => AsyncIterable<Uint8Array>;
  /** The bytes from `start` (inclusive) to `end` (exclusive). */
  readonly read: (start: number, end: number) => Promise<Uint8Array>;
}

/** One thing as it came in: a file, an address, standard input. */
export interface Received {
  /** The path as found, the address as asked for, "-" for standard input. */
  readonly from: string;
  /** When it came in: ISO 8601, UTC, by the clock of whoever asked for it. */
  readonly when: string;
  readonly kind: InputKind;
  /** sha256 of all bytes: "sha256:" and what `sha256sum` prints. */
  readonly hash: string;
  /** The bytes as received, to be kept; of an address a WARC with every request and response that led to it. */
  readonly source: ByteSource;
  /**
   * What it holds, in its order, read as it is asked for; may be asked for again. Never throws: whatever cannot be read is an
   * item that says so, and the rest goes on.
   */
  readonly items: () => AsyncIterable<Item>;
}

/** Where in a received thing an item stands; an item that is the whole thing has none. */
export interface Part {
  /** A line of NDJSON, a row of CSV, a record of a WARC, an item of a feed, a message of an mbox, something attached to a mail. */
  readonly kind: 'line' | 'row' | 'record' | 'item' | 'message' | 'attachment';
  /** 1 for the first; of a CSV as a table shows it, so that its header is row 1. */
  readonly number: number;
  /** The name that it bears itself: WARC-Record-ID, a feed item's guid, Message-ID. */
  readonly id?: string;
  /** The path of the WARC within a WACZ; the name of an attachment. */
  readonly file?: string;
  /** Its bytes in the received thing, or in `file`; of an attachment its mail's in an mbox; of a thing packed with gzip as a whole, in what was packed. */
  readonly at?: Span;
}

/** Why something gave no article. */
export interface Failure {
  readonly code: NoticeCode;
  /** What was expected, what was found, what to do. */
  readonly message: string;
}

/** A report. */
export interface ArticleItem {
  readonly kind: 'article';
  readonly article: Article;
  /** The bytes that `article.sourceHash` is the hash of: the whole thing, or what of it the report was read from. */
  readonly bytes: Uint8Array;
  readonly part?: Part;
  /** What was read in it, where it came with that: a line that `hearsay read` or `hearsay export` wrote. */
  readonly analysis?: Analysis;
}

/** A report that is only pointed to: a feed's item without its text. Nothing is fetched. */
export interface LinkItem {
  readonly kind: 'link';
  readonly url: string;
  readonly title?: string;
  readonly publisher?: string;
  readonly byline?: string;
  readonly published?: string;
  readonly modified?: string;
  /** The teaser, as text. */
  readonly summary?: string;
  readonly part?: Part;
}

/** A part, or the whole, that gave nothing; the rest goes on. */
export interface FailureItem extends Failure {
  readonly kind: 'failure';
  readonly part?: Part;
}

/** Something about the thing as a whole, or about a part that is no report. */
export interface NoticeItem {
  readonly kind: 'notice';
  readonly notice: Notice;
  readonly part?: Part;
}

/** What came of checking the signature of a WACZ. */
export interface SignatureItem {
  readonly kind: 'signature';
  /**
   * valid: the signature and every hash under it hold. invalid: one of them does not. unproved: they hold, but who signed
   * cannot be proved here (a certificate whose issuer is not known offline). missing: there is none.
   */
  readonly status: 'valid' | 'invalid' | 'unproved' | 'missing';
  /** The domain of the certificate, or "key sha256:…" of an anonymous signer's public key. */
  readonly signer?: string;
  /** When it was signed, as the file says: ISO 8601. */
  readonly signed?: string;
  /** What made the file, as it says. */
  readonly software?: string;
  /** What was checked, and what was found. */
  readonly because: readonly string[];
}

/** What a received thing holds. */
export type Item = ArticleItem | LinkItem | FailureItem | NoticeItem | SignatureItem;
