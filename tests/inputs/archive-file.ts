import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';

/** Writes WARC and WACZ files for tests. */

export const DATE = '2021-03-05T08:00:00Z';
const sha = (name: 'sha1' | 'sha256', bytes: Uint8Array | string): Buffer => createHash(name).update(bytes).digest();
export const sha256 = (bytes: Uint8Array | string): string => `sha256:${sha('sha256', bytes).toString('hex')}`;

/** The digest of RFC 4648 that most WARCs bear. */
function base32(bytes: Uint8Array): string {
  let value = 0n;
  for (const byte of bytes) value = (value << 8n) | BigInt(byte);
  let written = '';
  for (let left = (bytes.length * 8) / 5; left > 0; left--) {
    written = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[Number(value & 31n)] + written;
    value >>= 5n;
  }
  return written;
}

export interface Response {
  readonly url: string;
  readonly type: string;
  readonly body: Uint8Array | string;
  readonly status?: number;
  readonly httpHeaders?: Readonly<Record<string, string>>;
  /** WARC headers put in the place of those that are right. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly warcType?: string;
}

/** One record with a response; sha1 digests in base 32. */
export function responseRecord({ url, type, body, status = 200, httpHeaders = {}, headers = {}, warcType = 'response' }: Response): Buffer {
  const payload = Buffer.from(body);
  const http = Object.entries({ 'Content-Type': type, ...httpHeaders }).map(([name, value]) => `${name}: ${value}\r\n`);
  const head = warcType === 'response' ? `HTTP/1.1 ${status} OK\r\n${http.join('')}\r\n` : '';
  const block = Buffer.concat([Buffer.from(head), payload]);
  const lines = Object.entries({
    'WARC-Type': warcType,
    'WARC-Target-URI': url,
    'WARC-Date': DATE,
    'WARC-Record-ID': `<urn:test:${url}>`,
    'Content-Type': warcType === 'response' ? 'application/http; msgtype=response' : type,
    'WARC-Block-Digest': `sha1:${base32(sha('sha1', block))}`,
    'WARC-Payload-Digest': `sha1:${base32(sha('sha1', payload))}`,
    'Content-Length': String(block.length),
    ...headers,
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([Buffer.from(`WARC/1.0\r\n${lines.join('')}\r\n`), block, Buffer.from('\r\n\r\n')]);
}

/** A WARC packed record by record, as crawlers write it. */
export const packedWarc = (records: readonly Buffer[]): Buffer => Buffer.concat(records.map((record) => gzipSync(record)));

export async function zipFile(files: Readonly<Record<string, Uint8Array | string>>, level = 0): Promise<Uint8Array> {
  const zip = new ZipWriter(new Uint8ArrayWriter(), { level, useWebWorkers: false, extendedTimestamp: false });
  for (const [path, bytes] of Object.entries(files)) await zip.add(path, new Uint8ArrayReader(new Uint8Array(Buffer.from(bytes))));
  return zip.close();
}

export interface WaczOptions {
  /** Signs the list of files; `der` writes the signature as servers do, else as browsers do. */
  readonly sign?: 'anonymous' | 'anonymous-der' | { readonly key: KeyObject; readonly certificate: string; readonly domain: string };
  /** Changes the files after they were listed and signed. */
  readonly after?: (files: Record<string, Uint8Array | string>) => void;
}

/** A WACZ that holds a WARC, lists it with its hash, and may be signed. */
export async function waczFile(warc: Uint8Array, { sign: how, after }: WaczOptions = {}): Promise<Uint8Array> {
  const files: Record<string, Uint8Array | string> = {
    'archive/data.warc.gz': warc,
    'pages/pages.jsonl': '{"format":"json-pages-1.0","id":"pages","title":"All pages"}\n',
  };
  const resources = Object.entries(files).map(([path, bytes]) => ({
    name: path.split('/').at(-1),
    path,
    hash: sha256(bytes),
    bytes: Buffer.from(bytes).length,
  }));
  const list = JSON.stringify({ profile: 'data-package', wacz_version: '1.1.1', software: 'made for a test', created: DATE, resources });
  files['datapackage.json'] = list;
  if (how !== undefined) {
    const hash = sha256(list);
    const own = typeof how === 'string' ? generateKeyPairSync('ec', { namedCurve: 'P-384' }) : undefined;
    const dsaEncoding = how === 'anonymous' ? 'ieee-p1363' : 'der';
    const key = typeof how === 'string' ? own!.privateKey : how.key;
    const signature = sign('sha256', Buffer.from(hash), { key, dsaEncoding }).toString('base64');
    const who =
      typeof how === 'string'
        ? { publicKey: own!.publicKey.export({ type: 'spki', format: 'der' }).toString('base64') }
        : { domain: how.domain, domainCert: how.certificate, timeSignature: 'none', timestampCert: 'none' };
    const signedData = { hash, signature, created: DATE, software: 'made for a test', version: '0.1.0', ...who };
    files['datapackage-digest.json'] = JSON.stringify({ path: 'datapackage.json', hash, signedData });
  }
  after?.(files);
  return zipFile(files);
}
