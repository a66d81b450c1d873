import type { InputKind } from '../model/index.ts';

const EXTENSIONS: Readonly<Record<string, InputKind>> = {
  txt: 'text',
  md: 'text',
  html: 'html',
  htm: 'html',
  ndjson: 'ndjson',
  jsonl: 'ndjson',
};
const HTML =
  /^(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body|title|meta|article|main|div|section|p|h1)[\s>]/i;

/** The kind that a file's name tells, of the extensions .txt .md .html .htm .ndjson .jsonl; undefined for any other name. */
export const kindOfName = (name: string): InputKind | undefined => EXTENSIONS[/\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''];

/**
 * The kind that the first bytes of an input tell: NDJSON begins with an object, HTML with one of its tags, the rest is text.
 *
 * @param head the first 4096 bytes or so
 * @example sniffKind(new TextEncoder().encode('{"text": "…"}')) // 'ndjson'
 */
export function sniffKind(head: Uint8Array): InputKind {
  const text = new TextDecoder('utf-8').decode(head).trimStart();
  if (/^\{\s*"/.test(text)) return 'ndjson';
  return HTML.test(text) ? 'html' : 'text';
}
