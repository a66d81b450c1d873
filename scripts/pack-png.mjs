// Packs a PNG picture smaller without loss. Chromium filters its rows for photographs; pictures of pages, flat and full of equal letters, are
// often smaller without filters (PNG, ISO/IEC 15948).
import { crc32, deflateSync, inflateSync } from 'node:zlib';

/** The parts of a PNG file, each with its kind. */
function* chunksOf(png) {
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    yield { kind: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) };
    at += 12 + length;
  }
}

function chunk(kind, data) {
  const out = Buffer.alloc(data.length + 12);
  out.writeUInt32BE(data.length, 0);
  out.write(kind, 4, 'latin1');
  data.copy(out, 8);
  out.writeUInt32BE(crc32(out.subarray(4, 8 + data.length)), 8 + data.length);
  return out;
}

function paeth(left, up, corner) {
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

/** Rows as they are seen, each behind a zero: no filter. */
function unfiltered(raw, width, height, size) {
  const row = width * size;
  const out = Buffer.alloc(height * (row + 1));
  for (let y = 0; y < height; y++) {
    const from = y * (row + 1) + 1;
    const filter = raw[from - 1];
    for (let x = 0; x < row; x++) {
      const left = x < size ? 0 : out[from + x - size];
      const up = y === 0 ? 0 : out[from + x - row - 1];
      const corner = x < size || y === 0 ? 0 : out[from + x - row - 1 - size];
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter];
      out[from + x] = (raw[from + x] + guess) & 255;
    }
  }
  return out;
}

/** The same picture, smaller; as it came where it is of another kind than those of Chromium (RGB or RGBA, eight bits, not interlaced). */
export function packed(png) {
  const chunks = [...chunksOf(png)];
  const head = chunks.find(({ kind }) => kind === 'IHDR').data;
  const [width, height, bits, colours, , , interlaced] = [head.readUInt32BE(0), head.readUInt32BE(4), ...head.subarray(8)];
  const size = { 2: 3, 6: 4 }[colours];
  if (size === undefined || bits !== 8 || interlaced !== 0) return png;
  const raw = inflateSync(Buffer.concat(chunks.filter(({ kind }) => kind === 'IDAT').map(({ data }) => data)));
  const [data] = [raw, unfiltered(raw, width, height, size)]
    .map((rows) => deflateSync(rows, { level: 9, memLevel: 9 }))
    .sort((a, b) => a.length - b.length);
  return Buffer.concat([png.subarray(0, 8), chunk('IHDR', head), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]);
}
