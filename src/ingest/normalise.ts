import { type Notice, notice, type Span } from '../model/index.ts';
import { createTextWriter, type MappedText } from './text-writer.ts';

/** Line ends with a carriage return, control characters other than tab and line feed, surrogates without their other half. */
const ALTERED = /\r\n?|(?![\t\n])\p{Cc}|\p{Cs}/gu;
/** Control characters that stand for white space: vertical tab, form feed, U+001C to U+001F, next line. */
const BLANK = new Set([0x0b, 0x0c, 0x1c, 0x1d, 0x1e, 0x1f, 0x85]);

export interface Normalised extends MappedText {
  readonly notices: readonly Notice[];
}

/**
 * Makes the text that all other rooms read; the only place where text is altered. A byte order mark at the start goes, CRLF
 * and CR become LF, a surrogate without its other half becomes U+FFFD, control characters go (those that stand for white
 * space become a space). Everything else stays as it is, no-break spaces, soft hyphens and leading white space included: a
 * text that needs no change comes out identical.
 *
 * @param source decoded text, UTF-16
 * @returns the text, its map to `source`, and the notices 'control-characters' and 'lone-surrogate'
 * @example normalise('“Yes,”\r\nhe said.').text // '“Yes,”\nhe said.'
 */
export function normalise(source: string): Normalised {
  const writer = createTextWriter();
  let done = source.startsWith('\uFEFF') ? 1 : 0;
  let controls = 0;
  let surrogates = 0;
  let firstControl: Span = [0, 0];
  let firstSurrogate: Span = [0, 0];
  for (const match of source.matchAll(ALTERED)) {
    const found = match[0];
    writer.copy(source.slice(done, match.index), done);
    done = match.index + found.length;
    const at = writer.length;
    const code = found.charCodeAt(0);
    if (code === 0x0d) writer.copy('\n', match.index);
    else if (code >= 0xd800) {
      writer.copy('\uFFFD', match.index);
      if (surrogates++ === 0) firstSurrogate = [at, at + 1];
    } else {
      if (BLANK.has(code)) writer.copy(' ', match.index);
      if (controls++ === 0) firstControl = [at, writer.length];
    }
  }
  writer.copy(source.slice(done), done);
  const notices: Notice[] = [];
  if (controls > 0) {
    const message = `Expected text, found ${controls} control character(s); they were taken out, those that stand for white space made a space.`;
    notices.push(notice('control-characters', message, firstControl));
  }
  if (surrogates > 0) {
    const message = `Found ${surrogates} half character(s) (surrogates without their other half); each was made U+FFFD.`;
    notices.push(notice('lone-surrogate', message, firstSurrogate));
  }
  return { ...writer.done(), notices };
}
