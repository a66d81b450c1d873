import { type Notice, notice } from '../model/index.ts';
import { looksLikeUtf16, nameBinary } from './binary.ts';

export interface Decoded {
  /** As decoded, a byte order mark included; the source that `Article.map` leads to. */
  readonly text: string;
  /** "utf-8", "utf-16le", "windows-1252", … or "binary". */
  readonly encoding: string;
  readonly notices: readonly Notice[];
}

/** 0x80 to 0x9F of windows-1252; own table, as some Node releases read these bytes as ISO 8859-1. */
const WINDOWS = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';
const CHUNK = 8192;

function fromUnits(count: number, unitAt: (index: number) => number): string {
  const pieces: string[] = [];
  for (let from = 0; from < count; from += CHUNK) {
    const units = Array.from({ length: Math.min(CHUNK, count - from) }, (_, i) => unitAt(from + i));
    pieces.push(String.fromCharCode(...units));
  }
  return pieces.join('');
}

const readWindows = (bytes: Uint8Array): string =>
  fromUnits(bytes.length, (i) => (bytes[i]! >= 0x80 && bytes[i]! < 0xa0 ? WINDOWS.charCodeAt(bytes[i]! - 0x80) : bytes[i]!));

/** By hand, since TextDecoder hides lone surrogates; a byte left over at the end becomes U+FFFD. */
function readUtf16(bytes: Uint8Array, little: boolean): string {
  const [low, high] = little ? [0, 1] : [1, 0];
  const text = fromUnits(bytes.length >> 1, (i) => bytes[2 * i + low]! | (bytes[2 * i + high]! << 8));
  return bytes.length % 2 === 0 ? text : `${text}\uFFFD`;
}

const readUtf8 = (bytes: Uint8Array, fatal: boolean): string => new TextDecoder('utf-8', { fatal, ignoreBOM: true }).decode(bytes);

function tryUtf8(bytes: Uint8Array): string | undefined {
  try {
    return readUtf8(bytes, true);
  } catch {
    return undefined;
  }
}

function readDeclared(bytes: Uint8Array, charset: string): Decoded | undefined {
  try {
    const decoder = new TextDecoder(charset.trim(), { ignoreBOM: true });
    const encoding = decoder.encoding;
    if (/^(utf-|x-user)/.test(encoding)) return undefined;
    return { text: encoding === 'windows-1252' ? readWindows(bytes) : decoder.decode(bytes), encoding, notices: [] };
  } catch {
    return undefined;
  }
}

/** True if there are more characters that only UTF-8 writes so than places that break it. */
function mostlyUtf8(text: string): boolean {
  let broken = 0;
  let whole = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0xfffd) broken++;
    else if (unit > 0x7f) whole++;
  }
  return whole > broken;
}

/**
 * Reads bytes as text: UTF-16 by its byte order mark, UTF-8 if the bytes hold to it, else the declared charset, else UTF-8
 * with its breaks marked U+FFFD where most of it is whole, else windows-1252. Never throws.
 *
 * @param charset what the HTTP header or the page declares
 * @returns the text with the notices 'wrong-encoding', or 'binary-bytes' and an empty text
 * @see https://encoding.spec.whatwg.org/
 * @example decode(new Uint8Array([0x93, 0x4e, 0x6f, 0x94])).text // '“No”', with a notice
 */
export function decode(bytes: Uint8Array, charset?: string): Decoded {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: readUtf16(bytes, true), encoding: 'utf-16le', notices: [] };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: readUtf16(bytes, false), encoding: 'utf-16be', notices: [] };
  const wrong = (text: string, encoding: string, found: string): Decoded => {
    const message = `Expected UTF-8, found ${found}; read as ${encoding}. Save the file as UTF-8 if letters look wrong.`;
    return { text, encoding, notices: [notice('wrong-encoding', message)] };
  };
  const unmarked = looksLikeUtf16(bytes);
  if (unmarked !== undefined) return wrong(readUtf16(bytes, unmarked === 'utf-16le'), unmarked, 'UTF-16 without a byte order mark');
  const binary = nameBinary(bytes);
  if (binary !== undefined) {
    const message = `Expected text, found ${binary}; nothing was read. Extract its text first and give that.`;
    return { text: '', encoding: 'binary', notices: [notice('binary-bytes', message)] };
  }
  const text = tryUtf8(bytes);
  if (text !== undefined) return { text, encoding: 'utf-8', notices: [] };
  const declared = charset === undefined ? undefined : readDeclared(bytes, charset);
  if (declared !== undefined) return declared;
  const lenient = readUtf8(bytes, false);
  if (mostlyUtf8(lenient)) return wrong(lenient, 'utf-8', 'bytes that break it in places (each marked U+FFFD)');
  return wrong(readWindows(bytes), 'windows-1252', 'bytes that are not');
}

/** The charset that a page declares in its first 1024 bytes. */
export function declaredCharset(bytes: Uint8Array): string | undefined {
  const start = Math.min(bytes.length, 1024);
  const head = fromUnits(start, (i) => bytes[i]!);
  return /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1];
}
