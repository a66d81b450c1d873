import { extractPdf, type Page, type PdfText, readPage } from '../ingest/index.ts';

/** What a thread is asked to take apart. */
export type ExtractOrder =
  | { readonly kind: 'page'; readonly html: string; readonly fragment?: boolean }
  | { readonly kind: 'pdf'; readonly bytes: Uint8Array };

/** What comes of an order. */
export type Extracted = Page | PdfText;

/** Takes a page or file apart, here and now. */
export const extract = async (order: ExtractOrder): Promise<Extracted> =>
  order.kind === 'page' ? readPage(order.html, order.fragment) : extractPdf(order.bytes);
