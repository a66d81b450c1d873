import type { Notice } from './notice.ts';
import type { Span } from './span.ts';

/** The text of one report with what is known of it. */
export interface Article {
  /** The caller's id, else "sha256:…" of the bytes. */
  readonly id: string;
  readonly text: string;
  readonly title?: string;
  readonly publisher?: string;
  readonly byline?: string;
  /** ISO 8601, as exact as the source tells: "2020", "2020-07-02", "2020-07-02T10:00:00Z". */
  readonly published?: string;
  readonly url?: string;
  /** When it was last changed, as the source says; in the form of `published`. */
  readonly modified?: string;
  /** When a crawler or Hearsay itself got it from its address: ISO 8601, UTC. */
  readonly captured?: string;
  /** Where the text has it from: the `<source>` of a feed's item. */
  readonly origin?: Origin;
  /** Posts of social networks that stand in the text as the page embeds them, in the order of the text. */
  readonly posts?: readonly Post[];
  /** Where in the text each page begins, ascending, the first at 0; of a PDF. */
  readonly pages?: readonly PageStart[];
  /** The headers of a mail in their order, decoded. */
  readonly headers?: readonly Header[];
  /** Credit lines as they stand in the text: "(With inputs from agencies)". */
  readonly credits: readonly Credit[];
  /** sha256 of the bytes as received: "sha256:…". */
  readonly sourceHash: string;
  /** sha256 of the text in UTF-8: "sha256:…". */
  readonly textHash: string;
  readonly map: TextMap;
  readonly notices: readonly Notice[];
}

export interface Credit {
  readonly text: string;
  readonly at: Span;
}

export interface Origin {
  readonly title?: string;
  readonly url?: string;
}

/** An embedded post. */
export interface Post {
  /** Its words, with the line that signs it. */
  readonly at: Span;
  /** The network, as its address tells: "twitter", "facebook", …; left out where it is not known. */
  readonly network?: string;
  readonly url?: string;
}

/** All characters from `at` to the next entry stand on this page, 1 for the first of the file. */
export interface PageStart {
  readonly page: number;
  readonly at: number;
}

export interface Header {
  readonly name: string;
  readonly value: string;
}

/**
 * From the text back to its source: runs of the text, each with where it began in the decoded source.
 * Between two entries text and source run side by side, code unit by code unit.
 */
export interface TextMap {
  /** Offsets into `article.text` at which a run begins, ascending; the first is 0. */
  readonly text: readonly number[];
  /** The offset into the decoded source at which the run begins; -1 where the run was put in by us (a paragraph break). */
  readonly source: readonly number[];
}
