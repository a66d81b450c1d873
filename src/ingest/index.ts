/** Ingest: takes bytes and what is known of them, gives an Article with the way back to its source. */
export { bytesSource, gather, joinBytes } from './byte-source.ts';
export { findCredits } from './credits.ts';
export { type Decoded, declaredCharset, decode } from './decode.ts';
export { extractPage } from './extract-page.ts';
export { PAGE_LIMITS, type PageLimits } from './html-size.ts';
export { type BatchItem, type BatchOptions, ingestBatch, MAX_LINE_BYTES, noteDuplicate } from './ingest-batch.ts';
export { ingestHtml, type ReadPage } from './ingest-html.ts';
export { ingestText } from './ingest-text.ts';
export type { Hash, Known } from './known.ts';
export { type Normalised, normalise } from './normalise.ts';
export { type Page, stripPage } from './page.ts';
export { readPublished } from './published.ts';
export { readItems } from './read-items.ts';
export { readLine } from './read-line.ts';
export { kindOfName, sniffKind } from './sniff.ts';
export { composeMaps, sourceOffset, sourceSpan } from './text-map.ts';
export type { MappedText } from './text-writer.ts';
export { MAX_BYTES, type Tools } from './tools.ts';
