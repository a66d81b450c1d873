// Files that are small and unpack to much, or that lie deep, wide or in circles. Each gives its name and the bytes of its file.
import { constants, crc32, createGzip, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';

const MANY = 2 ** 30;

/** A gigabyte of one sign, packed with gzip, between a head and a tail. */
async function packed(sign, head = '', tail = '', size = MANY) {
  const gzip = createGzip({ level: constants.Z_BEST_SPEED });
  const parts = [];
  gzip.on('data', (part) => parts.push(part));
  const ended = new Promise((resolve, reject) => gzip.on('end', resolve).on('error', reject));
  const block = Buffer.alloc(2 ** 22, sign);
  gzip.write(head);
  for (let left = size; left > 0; left -= block.length) if (!gzip.write(block)) await new Promise((resolve) => gzip.once('drain', resolve));
  gzip.end(tail);
  await ended;
  return Buffer.concat(parts);
}

/** A zip of entries that are packed already. `said` is the size that it says an entry has. */
function zip(entries) {
  const parts = [];
  const list = [];
  let at = 0;
  for (const { name, data, method = 8, size, sum = 0 } of entries) {
    const head = Buffer.alloc(30 + name.length);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(20, 4);
    head.writeUInt16LE(method, 8);
    head.writeUInt32LE(sum, 14);
    head.writeUInt32LE(data.length, 18);
    head.writeUInt32LE(size, 22);
    head.writeUInt16LE(name.length, 26);
    head.write(name, 30);
    const entry = Buffer.alloc(46 + name.length);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(20, 6);
    head.copy(entry, 10, 8, 30);
    entry.writeUInt32LE(at, 42);
    entry.write(name, 46);
    parts.push(head, data);
    list.push(entry);
    at += head.length + data.length;
  }
  const directory = Buffer.concat(list);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length & 0xffff, 8);
  end.writeUInt16LE(entries.length & 0xffff, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, directory, end]);
}

const warcHead = (length, more = '') =>
  `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://courier.example/\r\nWARC-Date: 2021-03-05T08:00:00Z\r\nWARC-Record-ID: <urn:uuid:0>\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${length}\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html\r\n${more}\r\n`;
const HTTP = 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n';

const pdf = (objects, more = '') => {
  let text = '%PDF-1.7\n';
  const at = objects.map((body, i) => {
    const start = Buffer.byteLength(text, 'latin1');
    text += `${i + 1} 0 obj\n${body}\nendobj\n`;
    return start;
  });
  const xref = Buffer.byteLength(text, 'latin1');
  const rows = at.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 ${at.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${at.length + 1} /Root 1 0 R ${more} >>\nstartxref\n${xref}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
};
const CATALOG = '<< /Type /Catalog /Pages 2 0 R >>';
const PAGES = '<< /Type /Pages /Count 1 /Kids [3 0 R] >>';
const PAGE =
  '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>';
const stream = (bytes, more = '') => `<< /Length ${bytes.length} ${more} >>\nstream\n${bytes.toString('latin1')}\nendstream`;
const deflated = (size, sign = ' ') => deflateSync(Buffer.alloc(size, sign), { level: 9 });

const page = (body) =>
  Buffer.from(
    `<!doctype html><html><head><title>Bomb</title></head><body><article><p>The harbour was closed on Thursday, the master said.</p>${body}</article></body></html>`,
  );
const laughs = () => {
  const names = 'abcdefghij'.split('');
  const entities = names.map((name, i) => `<!ENTITY ${name} "${i === 0 ? 'ha' : `&${names[i - 1]};`.repeat(10)}">`).join('');
  return Buffer.from(
    `<?xml version="1.0"?><!DOCTYPE rss [${entities}]><rss version="2.0"><channel><title>&j;</title><item><title>&j;</title><description>&j;</description></item></channel></rss>`,
  );
};

/** @type {Readonly<Record<string, { file: string, make: () => Buffer | Promise<Buffer> }>>} */
export const BOMBS = {
  'a packed page of a gigabyte': { file: 'a.html.gz', make: () => packed('a', '<p>') },
  'a packed text of a gigabyte': { file: 'a.txt.gz', make: () => packed(' ') },
  'a packed line of a gigabyte': { file: 'a.ndjson.gz', make: () => packed('a', '{"text":"', '"}\n') },
  'a packed table of a gigabyte': { file: 'a.csv.gz', make: () => packed(',', 'title,text\n') },
  'gzip within gzip, six times': {
    file: 'a.txt.gz',
    make: async () => Array.from({ length: 5 }).reduce((bytes) => gzipSync(bytes), await packed('a', '', '', 2 ** 28)),
  },
  'a WARC with a response of a gigabyte': { file: 'a.warc.gz', make: () => packed('a', warcHead(MANY + 47)) },
  'a WARC whose response is a gzip bomb': {
    file: 'a.warc',
    make: async () => {
      const body = await packed('a');
      const http = Buffer.from(`${HTTP}Content-Encoding: gzip\r\n\r\n`);
      return Buffer.concat([Buffer.from(warcHead(http.length + body.length).split('HTTP/')[0]), http, body, Buffer.from('\r\n\r\n')]);
    },
  },
  'a WARC of empty records': { file: 'a.warc', make: () => Buffer.from('WARC/1.0\r\nContent-Length: 0\r\n\r\n\r\n\r\n'.repeat(200_000)) },
  'a WARC with headers without end': { file: 'a.warc', make: () => Buffer.from(`WARC/1.0\r\n${'X-Head: y\r\n'.repeat(1_500_000)}`) },
  'a WACZ that unpacks to a gigabyte': {
    file: 'a.wacz',
    make: () => {
      const block = deflateRawSync(Buffer.alloc(2 ** 26), { level: 9 });
      return zip(
        ['archive/a.warc', 'archive/b.warc', 'datapackage.json', 'datapackage-digest.json'].map((name) => ({
          name,
          data: block,
          size: 2 ** 26,
        })),
      );
    },
  },
  'a WACZ that says its entries are small': {
    file: 'a.wacz',
    make: async () => zip([{ name: 'archive/a.warc.gz', data: (await packed('a', warcHead(MANY))).subarray(10, -8), size: 10 }]),
  },
  'a WACZ of a hundred thousand entries': {
    file: 'a.wacz',
    make: () => zip(Array.from({ length: 60_000 }, (_, i) => ({ name: `archive/${i}.warc`, data: Buffer.alloc(0), method: 0, size: 0 }))),
  },
  'a WACZ whose entries are all one': {
    file: 'a.wacz',
    make: () => {
      const data = Buffer.from(warcHead(50));
      return zip(Array.from({ length: 2000 }, () => ({ name: 'archive/a.warc', data, method: 0, size: data.length, sum: crc32(data) })));
    },
  },
  'a page 300,000 deep': { file: 'a.html', make: () => page('<div>'.repeat(300_000)) },
  'a page of 300,000 unclosed marks': { file: 'a.html', make: () => page('<b><i>x'.repeat(300_000)) },
  'a page of tables in tables': { file: 'a.html', make: () => page('<table><tr><td>'.repeat(30_000)) },
  'a page with an element of 300,000 attributes': {
    file: 'a.html',
    make: () => page(`<p ${Array.from({ length: 300_000 }, (_, i) => `a${i}="b"`).join(' ')}>x</p>`),
  },
  'a page of a million references': { file: 'a.html', make: () => page(`<p>${'&amp;&#x41;&nosuch;'.repeat(400_000)}</p>`) },
  'a page of comments that never end': { file: 'a.html', make: () => page('<!--'.repeat(500_000)) },
  'a page of half marks': { file: 'a.html', make: () => page('<a <a </'.repeat(500_000)) },
  'a page with a class of ten megabytes': { file: 'a.html', make: () => page(`<p class="${'related '.repeat(1_300_000)}">x</p>`) },
  'a page with a title of ten megabytes': { file: 'a.html', make: () => Buffer.from(`<title>${'a | '.repeat(2_500_000)}</title><p>x`) },
  'a page with JSON-LD a million deep': {
    file: 'a.html',
    make: () => page(`<script type="application/ld+json">${'['.repeat(1_000_000)}</script>`),
  },
  'a page of sixty megabytes': {
    file: 'a.html',
    make: () => page('<p>The harbour was closed, the master said, and nobody knew why.</p>'.repeat(950_000)),
  },
  'a text of one line of ten megabytes': { file: 'a.txt', make: () => Buffer.alloc(1e7, 'a') },
  'a text of sixty megabytes of spaces': { file: 'a.txt', make: () => Buffer.alloc(6e7, ' ') },
  'a text of quotation marks': { file: 'a.txt', make: () => Buffer.from('“'.repeat(3_000_000)) },
  'a text of marks on one letter': { file: 'a.txt', make: () => Buffer.from(`e${'\u0301'.repeat(4_000_000)}`) },
  'NDJSON of one line of ten megabytes': { file: 'a.ndjson', make: () => Buffer.from(JSON.stringify({ id: 'a', text: 'a '.repeat(5e6) })) },
  'NDJSON a million deep': { file: 'a.ndjson', make: () => Buffer.from(`{"text":${'['.repeat(1e6)}\n{"id":"b","text":"Yes, he said."}\n`) },
  'NDJSON of a million empty lines': { file: 'a.ndjson', make: () => Buffer.from('{}\n'.repeat(400_000)) },
  'a table with a cell of ten megabytes': { file: 'a.csv', make: () => Buffer.from(`title,text\r\n"A","${'a '.repeat(5e6)}"\r\n`) },
  'a table whose quotation mark is never closed': { file: 'a.csv', make: () => Buffer.from(`title,text\r\n"A,${'b\r\n'.repeat(3e6)}`) },
  'a table of a million columns': { file: 'a.csv', make: () => Buffer.from(`title,text${',x'.repeat(1e6)}\r\nA,B${',1'.repeat(1e6)}\r\n`) },
  'a table of half a million rows': { file: 'a.csv', make: () => Buffer.from(`title,text\r\n${'A,\r\n'.repeat(500_000)}`) },
  'a feed of a billion laughs': { file: 'a.rss', make: laughs },
  'a feed 100,000 deep': { file: 'a.rss', make: () => Buffer.from(`<rss version="2.0"><channel>${'<item>'.repeat(100_000)}`) },
  'a feed of 200,000 items': {
    file: 'a.rss',
    make: () =>
      Buffer.from(`<rss version="2.0"><channel><title>x</title>${'<item><title>a</title></item>'.repeat(200_000)}</channel></rss>`),
  },
  'a JSON feed a million deep': {
    file: 'feed.json',
    make: () => Buffer.from(`{"version":"https://jsonfeed.org/version/1.1","items":${'['.repeat(1e6)}`),
  },
  'a mail 5,000 parts deep': {
    file: 'a.eml',
    make: () =>
      Buffer.from(
        `From: a@b.example\r\nSubject: x\r\nMIME-Version: 1.0\r\n${Array.from({ length: 5000 }, (_, i) => `Content-Type: multipart/mixed; boundary="b${i}"\r\n\r\n--b${i}\r\n`).join('')}`,
      ),
  },
  'a mail of mails 3,000 deep': {
    file: 'a.eml',
    make: () => Buffer.from('From: a@b.example\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: message/rfc822\r\n\r\n'.repeat(3000)),
  },
  'a mail with 400,000 headers': {
    file: 'a.eml',
    make: () => Buffer.from(`From: a@b.example\r\nSubject: x\r\n${'X-A: b\r\n'.repeat(400_000)}\r\nNo, he said.`),
  },
  'a mail with a subject of ten megabytes': {
    file: 'a.eml',
    make: () => Buffer.from(`From: a@b.example\r\nSubject: ${'=?utf-8?B?YQ==?= '.repeat(600_000)}\r\n\r\nNo.`),
  },
  'a mail of 50,000 parts': {
    file: 'a.eml',
    make: () =>
      Buffer.from(
        `From: a@b.example\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\nContent-Type: text/plain\r\n\r\nx\r\n'.repeat(50_000)}--b--`,
      ),
  },
  'an mbox of 200,000 messages': {
    file: 'a.mbox',
    make: () => Buffer.from('From a@b.example Thu Mar  4 08:00:00 2021\n\nx\n\n'.repeat(200_000)),
  },
  'a saved page that is base64 of sixty megabytes': {
    file: 'a.mhtml',
    make: () =>
      Buffer.from(
        `From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b; type="text/html"\r\n\r\n--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n${'PHA+eDwvcD48'.repeat(3_500_000)}\r\n--b--`,
      ),
  },
  'a PDF with a stream of a gigabyte': {
    file: 'a.pdf',
    make: async () => pdf([CATALOG, PAGES, PAGE, stream(zlibOf(await packed(' ')), '/Filter /FlateDecode')]),
  },
  'a PDF with a stream packed many times': {
    file: 'a.pdf',
    make: () =>
      pdf([CATALOG, PAGES, PAGE, stream(deflateSync(deflateSync(deflated(2 ** 27))), '/Filter [/FlateDecode /FlateDecode /FlateDecode]')]),
  },
  'a PDF of arrays 200,000 deep': { file: 'a.pdf', make: () => pdf([CATALOG, PAGES, PAGE, '['.repeat(200_000)]) },
  'a PDF whose pages go in a circle': { file: 'a.pdf', make: () => pdf([CATALOG, '<< /Type /Pages /Count 9 /Kids [2 0 R 2 0 R] >>']) },
  'a PDF that says it has a billion pages': {
    file: 'a.pdf',
    make: () => pdf([CATALOG, '<< /Type /Pages /Count 1000000000 /Kids [3 0 R] >>', PAGE, stream(Buffer.from('BT ET'))]),
  },
  'a PDF whose references go in a circle': {
    file: 'a.pdf',
    make: () => pdf([CATALOG, PAGES, PAGE, '<< /Length 4 0 R >>\nstream\nx\nendstream', '6 0 R', '5 0 R'], '/Info 5 0 R'),
  },
  'a PDF that draws a million words': {
    file: 'a.pdf',
    make: () =>
      pdf([
        CATALOG,
        PAGES,
        PAGE,
        stream(deflateSync(Buffer.from(`BT /F1 9 Tf ${'1 0 0 1 9 9 Tm (word) Tj '.repeat(300_000)}ET`)), '/Filter /FlateDecode'),
      ]),
  },
  'a PDF of 20,000 pages': {
    file: 'a.pdf',
    make: () =>
      pdf([
        CATALOG,
        `<< /Type /Pages /Count 20000 /Kids [${'3 0 R '.repeat(20_000)}] >>`,
        PAGE,
        stream(Buffer.from('BT /F1 9 Tf (x) Tj ET')),
      ]),
  },
  'a PDF that draws itself': {
    file: 'a.pdf',
    make: () =>
      pdf([
        CATALOG,
        PAGES,
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >> >>',
        stream(Buffer.from('/X Do')),
        stream(Buffer.from('/X Do /X Do'), '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 5 0 R >> >>'),
      ]),
  },
  'bytes without any order': {
    file: 'a',
    make: () => Buffer.from(Array.from({ length: 3e6 }, (_, i) => (Math.imul(i, 2654435761) >>> 13) & 255)),
  },
  nothing: { file: 'a.html', make: () => Buffer.alloc(0) },
};

/** The deflate stream of a gzip file in the clothes of zlib; its checksum is left wrong. */
const zlibOf = (gzip) => Buffer.concat([Buffer.from([0x78, 0x01]), gzip.subarray(10, -8), Buffer.alloc(4)]);
