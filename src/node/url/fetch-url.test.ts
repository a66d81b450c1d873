import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Item } from '../../model/index.ts';
import { receive } from '../receive.ts';
import { checkHost, guardedLookup, isPrivate, PrivateAddress } from './address-guard.ts';
import { exchange } from './exchange.ts';
import { type FetchOptions, fetchUrl } from './fetch-url.ts';
import { readRobots } from './robots.ts';

const NOW = '2021-03-04T05:06:07.000Z';
const PAGE = '<html><body><article><p>The port of Kelvin Bay closed on Thursday, its master said.</p></article></body></html>';
const TEXT = 'The port of Kelvin Bay closed on Thursday, its master said.';

let server: Server;
let origin = '';
let asked: string[] = [];
beforeAll(async () => {
  server = createServer((request, answer) => {
    const { url = '' } = request;
    asked.push(url);
    const send = (status: number, headers: Record<string, string>, body: string | Buffer = ''): void => {
      answer.writeHead(status, headers);
      answer.end(body);
    };
    const html = { 'Content-Type': 'text/html; charset=utf-8' };
    if (url === '/robots.txt') send(200, { 'Content-Type': 'text/plain' }, 'User-agent: *\nDisallow: /closed\n');
    else if (url === '/page') send(200, html, PAGE);
    else if (url === '/packed') send(200, { ...html, 'Content-Encoding': 'gzip' }, gzipSync(PAGE));
    else if (url === '/chunks') {
      answer.writeHead(200, html);
      answer.write(PAGE.slice(0, 50));
      answer.end(PAGE.slice(50));
    } else if (url === '/moved') send(301, { Location: '/page' });
    else if (url === '/to-closed') send(302, { Location: '/closed/page' });
    else if (url === '/round') send(302, { Location: '/round' });
    else if (url === '/to-file') send(302, { Location: 'file:///etc/hostname' });
    else if (url === '/large') send(200, html, 'a'.repeat(5000));
    else if (url === '/slow') setTimeout(() => send(200, html, PAGE), 2000).unref();
    else if (url === '/cut') {
      answer.writeHead(200, { ...html, 'Content-Length': '5000' });
      answer.write(PAGE, () => answer.destroy());
    } else if (url === '/paid') send(402, html, PAGE);
    else if (url === '/picture') send(200, { 'Content-Type': 'image/png' }, 'x');
    else send(404, html, PAGE);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise<void>((done) => void server.close(() => done())));

const LOCAL = { allowPrivate: true, timeoutMs: 500, maxBytes: 4000, maxRedirects: 3 };
async function items(path: string, fetch: Omit<FetchOptions, 'now'> = LOCAL): Promise<readonly Item[] | string> {
  for await (const arrival of receive([path.startsWith('http') ? path : origin + path], { now: () => NOW, fetch })) {
    if (arrival.kind === 'failure') return `${arrival.code}: ${arrival.message}`;
    const all: Item[] = [];
    for await (const item of arrival.received.items()) all.push(item);
    return all;
  }
  return 'nothing';
}
const brief = (found: readonly Item[] | string): readonly string[] =>
  typeof found === 'string'
    ? [found.split(':', 1)[0]!]
    : found.map((item) => (item.kind === 'article' ? item.article.text : item.kind === 'failure' ? `! ${item.code}` : item.kind));

describe('an address', () => {
  it.each([
    ['/page', [TEXT]],
    ['/packed', [TEXT]],
    ['/chunks', [TEXT]],
    ['/moved', [TEXT]],
    ['/page#part', [TEXT]],
    ['/closed/page', ['url-refused']],
    ['/to-closed', ['url-refused']],
    ['/to-file', ['url-refused']],
    ['/round', ['url-failed']],
    ['/large', ['url-failed']],
    ['/slow', ['url-failed']],
    ['/cut', ['url-failed']],
    ['/paid', ['! url-failed']],
    ['/missing', ['! url-failed']],
    ['/picture', ['! url-failed']],
    ['http://127.0.0.1:1/', ['url-failed']],
    ['http://', ['url-failed']],
  ])('%s', async (path, expected) => {
    expect(brief(await items(path))).toEqual(expected);
  });

  it('is kept as a WARC of every request and answer, with its moment', async () => {
    const fetched = await fetchUrl(`${origin}/moved`, { ...LOCAL, now: () => NOW });
    if ('code' in fetched) throw new Error(fetched.message);
    const text = Buffer.from(fetched.bytes).toString();
    expect(text.match(/^WARC-Type: \w+/gm)).toEqual(
      ['warcinfo', 'request', 'response', 'request', 'response'].map((type) => `WARC-Type: ${type}`),
    );
    expect(text).toContain('GET /moved HTTP/1.1\r\nHost: 127.0.0.1');
    expect(text).toContain('HTTP/1.1 301 Moved Permanently\r\nLocation: /page\r\n');
    const [article] = await items('/moved');
    expect(article).toMatchObject({ article: { url: `${origin}/page`, captured: NOW, notices: [] } });
  });

  it('of this machine is refused before it is asked', async () => {
    asked = [];
    for (const address of [
      `${origin}/page`,
      origin.replace('127.0.0.1', 'localhost'),
      origin.replace('127.0.0.1', '0x7f.1'),
      origin.replace('127.0.0.1', '[::ffff:127.0.0.1]'),
    ]) {
      expect(await items(address, {})).toMatch(/^url-refused: .*this machine or of a private network/);
    }
    expect(asked).toEqual([]);
  });

  it('that leads to this machine is followed to its door and no further', async () => {
    asked = [];
    const ask: typeof exchange = async (url, options) =>
      url.hostname === 'courier.example'
        ? {
            url: url.href,
            request: '',
            status: url.pathname === '/robots.txt' ? 404 : 302,
            head: '',
            headers: { location: `${origin}/page` },
            body: new Uint8Array(),
          }
        : exchange(url, options);
    const found = await fetchUrl('https://courier.example/a', { now: () => NOW, ask });
    expect(found).toMatchObject({ code: 'url-refused', message: expect.stringContaining('127.0.0.1') });
    expect(asked).toEqual([]);
  });

  it('is not read where the site cannot say what may be read', async () => {
    const ask: typeof exchange = async (url) => ({
      url: url.href,
      request: '',
      status: 503,
      head: '',
      headers: {},
      body: new Uint8Array(),
    });
    expect(await fetchUrl('https://courier.example/a', { now: () => NOW, ask })).toMatchObject({ code: 'url-refused' });
  });
});

describe('isPrivate', () => {
  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.31.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    'fe80::1',
    'fd00::1',
    '::ffff:10.0.0.1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    'ff02::1',
    'no address',
  ])('%s is', (address) => {
    expect(isPrivate(address)).toBe(true);
  });
  it.each(['93.184.216.34', '8.8.8.8', '172.32.0.1', '2606:2800:220:1:248:1893:25c8:1946', '2a00:1450::1'])('%s is not', (address) => {
    expect(isPrivate(address)).toBe(false);
  });
  it('is asked of names when they are resolved, and of addresses before', async () => {
    const found = await new Promise<Error | null>((done) => guardedLookup('localhost', {}, (error) => done(error)));
    expect(found).toBeInstanceOf(PrivateAddress);
    expect(() => checkHost(new URL('http://2130706433/'))).toThrow(PrivateAddress);
    expect(() => checkHost(new URL('http://courier.example/'))).not.toThrow();
  });
});

describe('readRobots', () => {
  it.each([
    ['User-agent: *\nDisallow: /', '/a', false],
    ['User-agent: *\nDisallow:', '/a', true],
    ['User-agent: *\nDisallow: /a\nAllow: /a/b', '/a/b/c', true],
    ['User-agent: *\nDisallow: /a/b\nAllow: /a', '/a/b/c', false],
    ['User-agent: *\nDisallow: /\n\nUser-agent: hearsay\nDisallow: /a', '/b', true],
    ['User-agent: other\nUser-agent: Hearsay\nDisallow: /a # no', '/a', false],
    ['User-agent: other\nDisallow: /', '/a', true],
    ['User-agent: *\nDisallow: /*.pdf$', '/a/b.pdf', false],
    ['User-agent: *\nDisallow: /*.pdf$', '/a/b.pdf?x', true],
    ['User-agent: *\nDisallow: /a*c', '/abbc', false],
    ['User-agent: *\nDisallow: /a$', '/a', false],
    ['Disallow: /', '/a', true],
    ['', '/a', true],
    ['\0\0<html>', '/a', true],
  ])('%j of %s: %s', (text, path, allowed) => {
    expect(readRobots(text, 'hearsay').allows(path)).toBe(allowed);
  });
});
