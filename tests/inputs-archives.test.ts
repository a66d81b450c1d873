import { execFileSync } from 'node:child_process';
import { createPrivateKey } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { packedWarc, responseRecord, waczFile, zipFile } from './inputs/archive-file.ts';
import { PAGE } from './inputs/formats.ts';
import { pdfFile, setPdf } from './inputs/pdf-file.ts';
import { brief, briefs, read } from './inputs/read-all.ts';
import { BREAKABLE, TITLE } from './inputs/report.ts';

const record = (n: number, more: Partial<Parameters<typeof responseRecord>[0]> = {}): Buffer =>
  responseRecord({ url: `https://courier.example/${n}`, type: 'text/html', body: PAGE.replaceAll(TITLE, `Title ${n}`), ...more });
const plain = (...parts: readonly Buffer[]): Buffer => Buffer.concat(parts);
const two = plain(record(1), record(2));
const packed = packedWarc([record(1), record(2)]);

describe('a WARC', () => {
  it.each<[string, Buffer, readonly string[]]>([
    ['that is whole', two, ['Title 1', 'Title 2']],
    ['that is whole and packed', packed, ['Title 1', 'Title 2']],
    ['packed as one', gzipSync(two), ['Title 1', 'Title 2']],
    ['cut within a block', two.subarray(0, -100), ['Title 1', '! record-cut']],
    ['cut within a header', two.subarray(0, record(1).length + 80), ['Title 1', '! record-cut']],
    ['cut within a packed record', packed.subarray(0, -60), ['Title 1', '! record-cut']],
    ['with bytes after the last record', plain(record(1), Buffer.from('and more that is no record at all')), ['Title 1', '! record-cut']],
    [
      'with a wrong digest of the payload',
      record(1, { headers: { 'WARC-Payload-Digest': 'sha1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' } }),
      ['Title 1 + digest-differs'],
    ],
    [
      'with a byte changed',
      Buffer.from(record(1).toString('latin1').replace('waiting', 'wanting'), 'latin1'),
      ['Title 1 + digest-differs + digest-differs'],
    ],
    ['with a digest of a kind that is not known', record(1, { headers: { 'WARC-Block-Digest': 'blake9:abc' } }), ['Title 1']],
    [
      'with a record that states no length',
      plain(record(1), Buffer.from('WARC/1.0\r\nWARC-Type: response\r\n\r\n')),
      ['Title 1', '! record-cut'],
    ],
    ['with a crawler’s own cut', record(1, { headers: { 'WARC-Truncated': 'length' } }), ['Title 1 + record-truncated']],
    ['with a redirect and a missing page', plain(record(1, { status: 302 }), record(2, { status: 404 })), ['note records-left-out']],
    ['with a picture', record(1, { type: 'image/png' }), ['note records-left-out']],
    ['with a PDF', record(1, { type: 'application/pdf', body: pdfFile(setPdf(BREAKABLE)) }), ['The harbour ']],
    ['with a page that is no response', record(1, { warcType: 'resource' }), ['Title 1']],
    ['with a packed body', record(1, { body: gzipSync(PAGE), httpHeaders: { 'Content-Encoding': 'gzip' } }), [TITLE]],
    ['with a body said to be packed that is not', record(1, { httpHeaders: { 'Content-Encoding': 'gzip' } }), ['Title 1']],
    [
      'with a body in chunks',
      record(1, {
        body: `5\r\n<html\r\n${(PAGE.length + 400).toString(16)}\r\n>${'<p>More was said of it.</p>'.padEnd(PAGE.length + 399)}\r\n0\r\n\r\n`,
        httpHeaders: { 'Transfer-Encoding': 'chunked' },
      }),
      ['More was sai'],
    ],
    ['with a body said to be in chunks that is not', record(1, { httpHeaders: { 'Transfer-Encoding': 'chunked' } }), ['Title 1']],
    ['with a body that cannot be unpacked', record(1, { body: 'no', httpHeaders: { 'Content-Encoding': 'br' } }), ['! body-unreadable']],
    ['that is none', Buffer.from('no record here\n'.repeat(20)), ['! warc-unreadable']],
    ['that is empty', Buffer.alloc(0), ['! warc-unreadable']],
  ])('%s', async (_edge, bytes, expected) => {
    expect(await briefs('warc', bytes)).toEqual(expected);
  });

  it('holds no bomb in memory: in a body, in a record, in the file', async () => {
    const zeros = gzipSync(Buffer.alloc(200 * 2 ** 20));
    const maxBytes = 2 ** 20;
    expect(await briefs('warc', record(1, { body: zeros, httpHeaders: { 'Content-Encoding': 'gzip' } }), { maxBytes })).toEqual([
      '! body-unreadable',
    ]);
    const large = packedWarc([record(1, { body: Buffer.alloc(80 * 2 ** 20) }), record(2)]);
    expect(await briefs('warc', large, { maxBytes })).toEqual(['! text-too-long', 'Title 2']);
  });

  it('points to each record, and names its address and its moment', async () => {
    const items = await read('warc', packed);
    for (const item of items) {
      if (item.kind !== 'article') throw new Error('expected articles');
      const again = await read('warc', packed.subarray(...item.part!.at!));
      expect(again.map(brief)).toEqual([brief(item)]);
      expect(item.article.captured).toBe('2021-03-05T08:00:00Z');
    }
  });
});

describe('a WACZ', () => {
  const status = async (bytes: Uint8Array): Promise<readonly string[]> => {
    const [first] = await read('wacz', bytes);
    return first?.kind === 'signature' ? [first.status, ...first.because] : [brief(first!)];
  };
  it.each(['anonymous', 'anonymous-der'] as const)('with the signature of a key (%s)', async (sign) => {
    const [first, ...rest] = await read('wacz', await waczFile(packed, { sign }));
    expect(first).toMatchObject({ kind: 'signature', status: 'valid', signed: '2021-03-05T08:00:00Z', software: 'made for a test' });
    expect(first).toMatchObject({ signer: expect.stringMatching(/^key sha256:[0-9a-f]{64}$/) });
    expect(rest.map(brief)).toEqual(['Title 1', 'Title 2']);
    expect(rest[0]).toMatchObject({ part: { file: 'archive/data.warc.gz', number: 1 } });
  });

  it('without a signature', async () => {
    expect((await briefs('wacz', await waczFile(packed))).slice(0, 2)).toEqual(['signature missing', 'Title 1']);
  });

  it.each<[string, (files: Record<string, Uint8Array | string>) => void, string]>([
    [
      'whose pages were changed',
      (files) => {
        files['archive/data.warc.gz'] = packedWarc([record(3)]);
      },
      'archive/data.warc.gz has ',
    ],
    [
      'that has a WARC too many',
      (files) => {
        files['archive/more.warc'] = record(3);
      },
      'archive/more.warc is there and not listed',
    ],
    [
      'that lacks a file',
      (files) => {
        delete files['pages/pages.jsonl'];
      },
      'pages/pages.jsonl is listed and not there',
    ],
    [
      'whose list was changed',
      (files) => {
        files['datapackage.json'] = String(files['datapackage.json']).replace('made for', 'made by');
      },
      'not the list of files of this archive',
    ],
    [
      'whose signature was changed',
      (files) => {
        files['datapackage-digest.json'] = String(files['datapackage-digest.json']).replace(
          /"signature":"(.)/,
          (_, sign) => `"signature":"${sign === 'A' ? 'B' : 'A'}`,
        );
      },
      'was not made with the key',
    ],
    [
      'whose signature is none',
      (files) => {
        files['datapackage-digest.json'] = String(files['datapackage-digest.json']).replace(/"signature":"[^"]+"/, '"signature":"?"');
      },
      'no signature that can be read',
    ],
    [
      'whose key is none',
      (files) => {
        files['datapackage-digest.json'] = String(files['datapackage-digest.json']).replace(/"publicKey":"[^"]+"/, '"publicKey":"AAAA"');
      },
      'no public key that can be read',
    ],
  ])('%s is found out', async (_edge, after, why) => {
    const found = await status(await waczFile(packed, { sign: 'anonymous', after }));
    expect(found[0]).toBe('invalid');
    expect(found.join('; ')).toContain(why);
  });

  it('with the certificate of a domain: the signature holds, who signed is not proved', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'hearsay-certificate-'));
    try {
      const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
      const subject = ['-subj', '/CN=archive.example', '-addext', 'subjectAltName=DNS:archive.example'];
      execFileSync(
        'openssl',
        [
          'req',
          '-x509',
          '-newkey',
          'ec',
          '-pkeyopt',
          'ec_paramgen_curve:prime256v1',
          '-nodes',
          '-days',
          '2',
          '-keyout',
          key,
          '-out',
          certificate,
          ...subject,
        ],
        { stdio: 'ignore' },
      );
      const signer = { key: createPrivateKey(readFileSync(key)), certificate: readFileSync(certificate, 'utf8') };
      const found = await read('wacz', await waczFile(packed, { sign: { ...signer, domain: 'archive.example' } }));
      expect(found[0]).toMatchObject({ status: 'unproved', signer: 'archive.example' });
      const because = found[0]?.kind === 'signature' ? found[0].because.join('; ') : '';
      for (const doubt of ['no root that is known', 'certificate held from', 'time stamp was not checked'])
        expect(because).toContain(doubt);
      expect((await status(await waczFile(packed, { sign: { ...signer, domain: 'other.example' } }))).join()).toContain(
        'not for other.example',
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it.each<[string, () => Promise<Uint8Array>, readonly string[]]>([
    ['that is cut', async () => (await waczFile(packed)).subarray(0, 900), ['! archive-unreadable']],
    ['that is no archive', async () => new TextEncoder().encode('PK\x03\x04 no'), ['! archive-unreadable']],
    ['that has no WARC', () => zipFile({ 'a.txt': 'a' }), ['! archive-unreadable']],
    ['that has no list', () => zipFile({ 'archive/a.warc': record(1) }), ['signature missing', 'Title 1']],
    [
      'that is a bomb',
      () => zipFile({ 'archive/a.warc': Buffer.concat([record(1), Buffer.alloc(64 * 2 ** 20)]) }, 9),
      ['signature missing', 'Title 1', '! archive-too-large'],
    ],
  ])('%s', async (_edge, make, expected) => {
    expect(await briefs('wacz', await make())).toEqual(expected);
  });
});
