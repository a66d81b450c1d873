// Damages bytes: each way takes the bytes, a die (0 to 1) and another well-formed file.

const place = (bytes, dice) => Math.floor(dice() * (bytes.length + 1));
const run = (bytes, dice, most) => {
  const start = place(bytes, dice);
  return [start, Math.min(bytes.length, start + 1 + Math.floor(dice() * most))];
};
/** What readers trip over: the ends of number types, signs of formats, half characters, marks that are never closed. */
const TRAPS = [
  ...[
    '\u0000',
    '\uFFFD',
    '\uFEFF',
    '"',
    '\n',
    '\r',
    '<',
    '</',
    '<!--',
    '<![CDATA[',
    ']]>',
    '&#x110000;',
    '&#0;',
    '<svg><style>',
    '<template>',
    '<table><td>',
  ],
  ...[
    '<script>',
    '%PDF-9.9',
    'endobj',
    'stream\r\n',
    '<<',
    '>>',
    '[',
    '/Length -1',
    '/Kids [1 0 R]',
    '999999999 0 R',
    '99999999999999999999',
    '-1',
    '1e999',
    'NaN',
  ],
  ...[
    'WARC/1.1\r\n',
    'Content-Length: 99999999999\r\n',
    'Content-Length: -5\r\n',
    '\r\n\r\n',
    'HTTP/1.1 200 OK\r\n',
    '--b1--',
    '=?utf-8?B?////?=',
    '=3D=',
    'From ',
  ],
  ...[
    '<!ENTITY a "b">',
    '<?xml version="9"?>',
    'encoding="utf-7"',
    'charset=utf-32',
    '{',
    '}',
    '{"text":',
    '\\uD800',
    '__proto__',
    'constructor',
    ';;;;',
    '\t\t',
  ],
].map((text) => Buffer.from(text));
for (const bytes of [
  [0xff],
  [0xc0, 0x80],
  [0xed, 0xa0, 0x80],
  [0xfe, 0xff],
  [0x1f, 0x8b, 8, 4],
  [0x50, 0x4b, 3, 4],
  [0x50, 0x4b, 5, 6],
  [0xff, 0xff, 0xff, 0xff],
  [0x80, 0, 0, 0],
])
  TRAPS.push(Buffer.from(bytes));

const splice = (bytes, start, end, put = Buffer.alloc(0)) => Buffer.concat([bytes.subarray(0, start), put, bytes.subarray(end)]);

/** Every way, by its name. */
export const WAYS = {
  'cut at its end': (bytes, dice) => bytes.subarray(0, place(bytes, dice)),
  'cut at its head': (bytes, dice) => bytes.subarray(place(bytes, dice)),
  'bits flipped': (bytes, dice) => {
    const out = Buffer.from(bytes);
    for (let left = 1 + Math.floor(dice() ** 3 * 60); left > 0 && out.length > 0; left--)
      out[Math.floor(dice() * out.length)] ^= 1 << Math.floor(dice() * 8);
    return out;
  },
  'bytes made up': (bytes, dice) => {
    const [start, end] = run(bytes, dice, 40);
    return splice(bytes, start, end, Buffer.from(Array.from({ length: end - start }, () => Math.floor(dice() * 256))));
  },
  'a part taken out': (bytes, dice) => splice(bytes, ...run(bytes, dice, 400)),
  'a part said again': (bytes, dice) => {
    const [start, end] = run(bytes, dice, 400);
    const part = bytes.subarray(start, end);
    return splice(bytes, end, end, Buffer.concat(Array.from({ length: 1 + Math.floor(dice() ** 4 * 400) }, () => part)));
  },
  'parts changed over': (bytes, dice) => {
    const at = place(bytes, dice);
    return Buffer.concat([bytes.subarray(at), bytes.subarray(0, at)]);
  },
  'traps put in': (bytes, dice) => {
    let out = bytes;
    for (let left = 1 + Math.floor(dice() * 6); left > 0; left--) {
      const at = place(out, dice);
      out = splice(out, at, dice() < 0.5 ? at : Math.min(out.length, at + 4), TRAPS[Math.floor(dice() * TRAPS.length)]);
    }
    return out;
  },
  'numbers changed': (bytes, dice) => {
    const text = bytes.toString('latin1');
    const numbers = [...text.matchAll(/\d+/g)];
    if (numbers.length === 0) return bytes.subarray(1);
    const { 0: number, index } = numbers[Math.floor(dice() * numbers.length)];
    const put = ['0', '-1', '4294967296', '9007199254740993', String(Number(number) + 1), number.repeat(8)][Math.floor(dice() * 6)];
    return splice(bytes, index, index + number.length, Buffer.from(put));
  },
  'nested in itself': (bytes, dice) => {
    let out = bytes;
    for (let left = 1 + Math.floor(dice() * 6); left > 0 && out.length < 4e6; left--) {
      const at = place(out, dice);
      out = splice(out, at, at, out);
    }
    return out;
  },
  'another format within': (bytes, dice, other) => {
    const at = place(bytes, dice);
    return splice(bytes, at, at, other);
  },
  'the end of another format': (bytes, dice, other) =>
    Buffer.concat([bytes.subarray(0, place(bytes, dice)), other.subarray(place(other, dice))]),
};
