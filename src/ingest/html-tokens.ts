/** A piece of a page: a run of text, what stands in a script or style, or a tag. */
export interface HtmlToken {
  readonly kind: 'text' | 'raw' | 'open' | 'close';
  /** The tag's name in lower case; of 'raw' the element it stands in; empty for text. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** True for `<br/>`. */
  readonly selfClosing: boolean;
}

const RAW = new Set(['script', 'style', 'title', 'textarea']);
const NAME = /[a-z][^\s/>]{0,60}/iy;

/** Where a tag that begins at `start` ends: past its ">", one within quotation marks not counted. */
function tagEnd(html: string, start: number, lastOf: Readonly<Record<string, number>>): number {
  let at = start;
  while (at < html.length) {
    const sign = html[at]!;
    if (sign === '>') return at + 1;
    if ((sign === '"' || sign === "'") && html[at - 1] === '=' && lastOf[sign]! > at) at = html.indexOf(sign, at + 1);
    at++;
  }
  return html.length;
}

/**
 * Cuts a page into tags and text, in one pass and without a tree, so that no page is too deep or too broken for it. Comments
 * and declarations are left out.
 *
 * @example [...htmlTokens('<p>No.</p>')].map((token) => token.kind) // ['open', 'text', 'close']
 */
export function* htmlTokens(html: string): Generator<HtmlToken> {
  const lastOf = { '"': html.lastIndexOf('"'), "'": html.lastIndexOf("'") };
  let text = 0;
  let at = html.indexOf('<');
  while (at !== -1) {
    const next = html[at + 1] ?? '';
    const closing = next === '/';
    NAME.lastIndex = at + (closing ? 2 : 1);
    const name = NAME.exec(html)?.[0].toLowerCase();
    if (name === undefined && next !== '!' && next !== '?' && !closing) {
      at = html.indexOf('<', at + 1);
      continue;
    }
    if (at > text) yield { kind: 'text', name: '', start: text, end: at, selfClosing: false };
    let end: number;
    if (name === undefined) {
      const comment = html.startsWith('<!--', at);
      const found = html.indexOf(comment ? '-->' : '>', at + 2);
      end = found === -1 ? html.length : found + (comment ? 3 : 1);
    } else {
      end = tagEnd(html, NAME.lastIndex, lastOf);
      yield { kind: closing ? 'close' : 'open', name, start: at, end, selfClosing: html[end - 2] === '/' };
      if (!closing && RAW.has(name)) {
        const close = new RegExp(`</${name}`, 'gi');
        close.lastIndex = end;
        const found = close.exec(html)?.index ?? html.length;
        if (found > end) yield { kind: 'raw', name, start: end, end: found, selfClosing: false };
        end = found;
      }
    }
    text = end;
    at = html.indexOf('<', end);
  }
  if (text < html.length) yield { kind: 'text', name: '', start: text, end: html.length, selfClosing: false };
}
