const LF = 10;
const latin = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);

/** Offset of the first `needle` at the start of a line, from `from` on; -1 if there is none. */
function lineStart(bytes: Uint8Array, needle: Uint8Array, from: number): number {
  let at = from;
  do {
    if (needle.every((byte, i) => bytes[at + i] === byte)) return at;
    at = bytes.indexOf(LF, at) + 1;
  } while (at > 0 && at < bytes.length);
  return -1;
}

/**
 * Cuts a saved page (MHTML) down to its headers and its first part, which is the page itself; what follows are pictures,
 * styles and frames. Bytes that are not built so come back whole.
 *
 * @see RFC 2557
 */
export function pageOfSaved(bytes: Uint8Array): Uint8Array {
  const head = latin(bytes.subarray(0, 65_536));
  const boundary = /^content-type:\s*multipart\/related(?:[^\n]|\n[ \t])*?\bboundary\s*=\s*(?:"([^"\n]+)"|([^\s;]+))/im.exec(head);
  const name = boundary?.[1] ?? boundary?.[2];
  if (name === undefined) return bytes;
  const mark = Uint8Array.from(`--${name}`, (sign) => sign.charCodeAt(0));
  const first = lineStart(bytes, mark, 0);
  const second = first === -1 ? -1 : lineStart(bytes, mark, bytes.indexOf(LF, first) + 1);
  return second === -1 ? bytes : bytes.subarray(0, second);
}

/** The address that a saved page names as its own. */
export function addressOfSaved(bytes: Uint8Array): string | undefined {
  const head = latin(bytes.subarray(0, 65_536));
  const found =
    /^snapshot-content-location:[ \t]*((?:https?):\/\/\S+)/im.exec(head) ?? /^content-location:[ \t]*((?:https?):\/\/\S+)/im.exec(head);
  return found?.[1];
}
