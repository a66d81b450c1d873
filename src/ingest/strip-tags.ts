import { decodeEntity } from './entities.ts';
import { htmlTokens } from './html-tokens.ts';
import { createTextWriter, type MappedText } from './text-writer.ts';

/** Elements that run on within a line; any other tag ends a paragraph. */
export const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr q rp rt ruby s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);
const PIECE = /&#?[a-z0-9]{1,31};|[ \t\n\r\f]+|[^& \t\n\r\f]+|&/gi;
const BREAKS = ['', ' ', '\n', '\n\n'] as const;

/**
 * All text of a page without its tags, paragraphs joined by a blank line; scripts, styles and the page's title are left
 * out, nothing else. One pass, no tree.
 *
 * @returns the text and its map to `html`
 * @example stripTags('<p>“No,”<p>she&nbsp;said.').text // '“No,”\n\nshe said.'
 */
export function stripTags(html: string): MappedText {
  const writer = createTextWriter();
  let pending = 0;
  let spaceAt = -1;
  const write = (piece: string, from: number): void => {
    if (writer.length > 0 && pending === 1 && spaceAt !== -1) writer.copy(' ', spaceAt);
    else if (writer.length > 0) writer.put(BREAKS[pending]!);
    pending = 0;
    writer.copy(piece, from);
  };
  for (const token of htmlTokens(html)) {
    if (token.kind === 'open' || token.kind === 'close') {
      if (token.name === 'br') pending = Math.max(pending, 2);
      else if (!INLINE.has(token.name)) pending = 3;
    }
    if (token.kind !== 'text') continue;
    for (const found of html.slice(token.start, token.end).matchAll(PIECE)) {
      const piece = found[0];
      const from = token.start + found.index;
      if (/^[ \t\n\r\f]/.test(piece)) {
        if (pending === 0) {
          pending = 1;
          spaceAt = from;
        }
      } else write(piece.startsWith('&') && piece.length > 1 ? decodeEntity(piece) : piece, from);
    }
  }
  return writer.done();
}
