const MAGIC: readonly (readonly [name: string, at: number, bytes: string])[] = [
  ['a PDF file', 0, '%PDF-'],
  ['a PNG image', 0, '\x89PNG'],
  ['a JPEG image', 0, '\xff\xd8\xff'],
  ['a GIF image', 0, 'GIF87a'],
  ['a GIF image', 0, 'GIF89a'],
  ['a WebP image', 8, 'WEBP'],
  ['a sound file', 8, 'WAVEfmt'],
  ['an MP4 file', 4, 'ftyp'],
  ['a ZIP archive (DOCX, ODT and EPUB are such)', 0, 'PK\x03\x04'],
  ['an empty ZIP archive', 0, 'PK\x05\x06'],
  ['a gzip file', 0, '\x1f\x8b'],
  ['an xz file', 0, '\xfd7zXZ'],
  ['a zstd file', 0, '\x28\xb5\x2f\xfd'],
  ['a 7z archive', 0, '7z\xbc\xaf'],
  ['an old Office file', 0, '\xd0\xcf\x11\xe0'],
  ['an SQLite database', 0, 'SQLite format 3\0'],
  ['a program', 0, '\x7fELF'],
];
const SAMPLE = 65_536;
const LEAST = 8;

const begins = (bytes: Uint8Array, at: number, magic: string): boolean =>
  [...magic].every((sign, i) => bytes[at + i] === sign.charCodeAt(0));

/** 1 for each byte that stands in no text: a control other than tab, line end, form feed and escape. */
const CONTROLS = Uint8Array.from({ length: 256 }, (_, byte) =>
  (byte < 0x20 && (byte < 0x09 || byte > 0x0d) && byte !== 0x1b) || byte === 0x7f ? 1 : 0,
);

/**
 * Says what bytes are if they are no text: by the marks of common formats, else by more than one control byte in ten.
 *
 * @returns undefined for text
 * @example nameBinary(pdf) // 'a PDF file'
 */
export function nameBinary(bytes: Uint8Array): string | undefined {
  const known = MAGIC.find(([, at, magic]) => begins(bytes, at, magic));
  if (known !== undefined) return known[0];
  const length = Math.min(bytes.length, SAMPLE);
  let controls = 0;
  for (let i = 0; i < length; i++) controls += CONTROLS[bytes[i]!]!;
  return controls >= LEAST && controls * 10 > length ? 'bytes that are no text' : undefined;
}

/** True if every second byte is mostly NUL, as in UTF-16 text that has no byte order mark; says which half. */
export function looksLikeUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const pairs = Math.min(bytes.length >> 1, SAMPLE >> 1);
  if (pairs < LEAST) return undefined;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < pairs * 2; i += 2) {
    if (bytes[i] === 0) even++;
    if (bytes[i + 1] === 0) odd++;
  }
  if (odd * 10 > pairs * 4 && even * 20 < pairs) return 'utf-16le';
  return even * 10 > pairs * 4 && odd * 20 < pairs ? 'utf-16be' : undefined;
}
