import type { ReadPage } from './ingest-html.ts';
import type { Hash } from './known.ts';
import type { ReadPdf } from './pdf/ingest-pdf.ts';

/** What reading needs of the machine, and how much it may take. */
export interface Tools {
  readonly hash: Hash;
  /** Reads web pages; `extractPage`, here and now, if not given. */
  readonly readPage?: ReadPage | undefined;
  /** Reads PDFs; `extractPdf`, here and now, if not given. */
  readonly readPdf?: ReadPdf | undefined;
  /** Ids met so far; an id that is met again gives the notice 'duplicate-id'. */
  readonly seen?: Set<string> | undefined;
  /** Bytes that one report may have; 64 MiB if not given. */
  readonly maxBytes?: number | undefined;
  /** Bytes that a line or row of a batch may have; 64 MiB if not given. */
  readonly maxLineBytes?: number | undefined;
}

export const MAX_BYTES = 64 * 2 ** 20;
