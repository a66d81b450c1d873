import type { InputKind } from '../model/index.ts';

const EXTENSIONS: Readonly<Record<string, InputKind>> = {
  txt: 'text',
  text: 'text',
  md: 'text',
  markdown: 'text',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  pdf: 'pdf',
  eml: 'mail',
  mbox: 'mbox',
  mht: 'mhtml',
  mhtml: 'mhtml',
  rss: 'feed',
  atom: 'feed',
  ndjson: 'ndjson',
  jsonl: 'ndjson',
  csv: 'csv',
  tsv: 'csv',
  warc: 'warc',
  wacz: 'wacz',
};
const HTML =
  /^(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body|title|meta|article|main|div|section|p|h1)[\s>]/i;
const FEED =
  /^(?:<\?xml[^>]{0,200}\?>\s*)?(?:<\?[^>]{0,300}\?>\s*|<!--[\s\S]{0,2000}?-->\s*|<!doctype[^>[]{0,300}>\s*)*<(?:rss|feed|rdf:RDF)[\s>]/i;
const JSON_FEED = /^\{(?:[^{}]{0,2000},)?\s*"version"\s*:\s*"https?:\/\/(?:www\.)?jsonfeed\.org\//;
const HEADER =
  /^(?:from|to|date|subject|received|return-path|delivered-to|message-id|mime-version|content-type|reply-to|x-[\w-]+|snapshot-content-location):/i;
const COLUMNS = /(?:^|[,;\t])"?(?:text|body|content|article|full[ _]?text)"?(?:[,;\t]|$)/i;

/** The kind that a file's name tells, by its extension (".warc.gz" too); undefined for any other name. */
export const kindOfName = (name: string): InputKind | undefined =>
  EXTENSIONS[/\.([a-z]+)$/i.exec(name.replace(/(\.warc)\.gz$/i, '$1'))?.[1]?.toLowerCase() ?? ''];

/** True if the first lines are headers of a mail: at least two that mails have, and nothing else. */
function looksLikeMail(text: string): boolean {
  let known = 0;
  for (const line of text.split(/\r?\n/).slice(0, 12)) {
    if (line === '' || /^[ \t]/.test(line)) continue;
    if (!/^[\w-]+:/.test(line)) return false;
    if (HEADER.test(line)) known++;
    if (known > 1) return true;
  }
  return false;
}

/** The kind that bytes are whatever they are called: those with marks that nothing else begins with. */
function markedKind(text: string): InputKind | undefined {
  if (text.slice(0, 1024).includes('%PDF-') && !HTML.test(text)) return 'pdf';
  if (/^WARC\/\d/.test(text)) return 'warc';
  return text.startsWith('PK\x03\x04') && /datapackage(?:-digest)?\.json|(?:archive|indexes|pages)\//.test(text) ? 'wacz' : undefined;
}

/**
 * The kind that the first bytes of an input tell: by marks such as "%PDF-", by the root of a feed, by the headers of a mail,
 * by the names in the first row of a table; NDJSON begins with an object, HTML with one of its tags, the rest is text.
 *
 * @param head the first 4096 bytes or so
 * @param named what the input's name tells; it counts unless the bytes bear a mark that no such input has
 * @example sniffKind(new TextEncoder().encode('{"text": "…"}')) // 'ndjson'
 */
export function sniffKind(head: Uint8Array, named?: InputKind): InputKind {
  const text = new TextDecoder('utf-8').decode(head).trimStart();
  const marked = markedKind(text);
  if (marked !== undefined) return marked;
  if (named !== undefined) return named;
  if (JSON_FEED.test(text) || FEED.test(text)) return 'feed';
  if (/^\{\s*"/.test(text)) return 'ndjson';
  if (HTML.test(text)) return 'html';
  if (/^From \S+/.test(text) && looksLikeMail(text.slice(text.indexOf('\n') + 1))) return 'mbox';
  if (looksLikeMail(text)) return /^(?:snapshot-content-location|from:\s*<saved by)/im.test(text) ? 'mhtml' : 'mail';
  const first = text.split(/\r?\n/, 1)[0]!;
  return /[,;\t]/.test(first) && COLUMNS.test(first) ? 'csv' : 'text';
}
