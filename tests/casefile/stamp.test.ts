import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { headOf, keepTimestamp, readTimestamps, type Timestamp, verify } from '../../src/casefile/index.ts';
import { main } from '../../src/cli/main.ts';
import { openTimestamps } from '../../src/node/index.ts';
import { addAll, newCase, REPORTS, tempFolder } from '../fakes/case.ts';
import { fakeMachine, fakeStreams } from '../fakes/machine.ts';

const fixture = (name: string): string => new URL(`./timestamp/${name}`, import.meta.url).pathname;
const HELLO = `sha256:${createHash('sha256').update('hello').digest('hex')}`;
const ANSWER = readFileSync(fixture('hello.tsr'));
const withoutOpenssl = spawnSync('openssl', ['version']).status !== 0;

const AUTHORITY = `
[req]
distinguished_name = dn
prompt = no
[dn]
CN = Tarrow Root
[ca]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign
[tsa]
basicConstraints = critical,CA:FALSE
extendedKeyUsage = critical,timeStamping
[server]
basicConstraints = critical,CA:FALSE
extendedKeyUsage = serverAuth
[authority]
serial = serial
crypto_device = builtin
signer_cert = tsa.pem
signer_key = tsa.key
certs = ca.pem
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
`;

/** An authority of our own, made by openssl: gives the folder of its certificate, and what it answers to a request. */
function openAuthority(key: readonly string[], attributes = 'sha256') {
  const folder = tempFolder();
  const openssl = (...args: readonly string[]): void => {
    const { status, stderr } = spawnSync('openssl', args, { cwd: folder, encoding: 'utf8' });
    if (status !== 0) throw new Error(`openssl ${args.join(' ')}: ${stderr}`);
  };
  writeFileSync(join(folder, 'ca.cnf'), `${AUTHORITY}ess_cert_id_alg = ${attributes}\n`);
  writeFileSync(join(folder, 'serial'), '01\n');
  const config = ['-config', 'ca.cnf'];
  openssl(
    'req',
    '-x509',
    ...['-newkey', ...key],
    '-nodes',
    '-keyout',
    'ca.key',
    '-out',
    'ca.pem',
    ...config,
    '-extensions',
    'ca',
    '-days',
    '30',
  );
  openssl('req', '-new', ...['-newkey', ...key], '-nodes', '-keyout', 'tsa.key', '-out', 'tsa.csr', ...config, '-subj', '/CN=Tarrow Time');
  const signing = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-set_serial', '2', '-days', '30', '-extfile', 'ca.cnf'];
  openssl('x509', '-req', '-in', 'tsa.csr', ...signing, '-out', 'tsa.pem', '-extensions', 'tsa');
  const answer = (request: Uint8Array): Buffer => {
    writeFileSync(join(folder, 'asked.tsq'), request);
    openssl('ts', '-reply', ...config, '-section', 'authority', '-queryfile', 'asked.tsq', '-out', 'answer.tsr');
    return readFileSync(join(folder, 'answer.tsr'));
  };
  return { folder, trust: join(folder, 'ca.pem'), answer, openssl };
}

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/tsr`;
}

/** A timestamp authority over HTTP. */
const serveAuthority = ({ answer }: ReturnType<typeof openAuthority>): Promise<string> =>
  serve((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece) => pieces.push(piece));
    request.on('end', () => {
      const asked = request.method === 'POST' && request.headers['content-type'] === 'application/timestamp-query';
      if (asked) response.writeHead(200, { 'content-type': 'application/timestamp-reply' }).end(answer(Buffer.concat(pieces)));
      else response.writeHead(400).end();
    });
  });

async function run(...argv: readonly string[]) {
  const streams = fakeStreams({}, {});
  const code = await main(argv, streams, fakeMachine({}));
  return { code, out: streams.stdout.text(), err: streams.stderr.text() };
}

describe('a timestamp is read', () => {
  test('of an authority that is trusted', async () => {
    const { read } = await openTimestamps(fixture('authority.pem'));
    expect(read(ANSWER)).toEqual({ hash: HELLO, at: '2026-11-26T00:19:51.000Z', by: 'CN=Tarrow Time', trusted: true } satisfies Timestamp);
  });
  test('of one that nobody vouches for', async () => {
    expect((await openTimestamps()).read(ANSWER)).toMatchObject({ hash: HELLO, trusted: false });
  });
  test('and one that was changed never says another hash or time, nor anything at all where its signature is touched', async () => {
    const { read } = await openTimestamps(fixture('authority.pem'));
    const good = read(ANSWER);
    let refused = 0;
    for (let i = 0; i < ANSWER.length; i += 7) {
      const changed = Uint8Array.from(ANSWER);
      changed[i]! ^= 0x10;
      let found: Timestamp | undefined;
      try {
        found = read(changed);
      } catch (error) {
        refused++;
        expect((error as Error).message).toMatch(/^(it|its|the|what) /);
      }
      if (found !== undefined) expect({ ...found, trusted: true }).toEqual(good);
    }
    expect(refused).toBeGreaterThan(150);
  });
  test.each<[edge: string, bytes: Uint8Array, message: string]>([
    ['no bytes', new Uint8Array(), 'no answer of a timestamp authority'],
    ['a text', Buffer.from('<html>no such page</html>'), 'no answer of a timestamp authority'],
    ['an answer that is cut', ANSWER.subarray(0, 900), 'no answer of a timestamp authority'],
    ['a refusal', Buffer.from('30053003020102', 'hex'), 'the authority refused (status 2)'],
  ])('%s is told', async (_edge, bytes, message) => {
    const { read } = await openTimestamps();
    expect(() => read(bytes)).toThrow(message);
  });
  test('trusted certificates that are none are told', async () => {
    await expect(openTimestamps(fixture('hello.tsr'))).rejects.toThrow('Expected certificates in PEM form');
  });
});

describe.skipIf(withoutOpenssl)('hearsay stamp, with openssl ts as the authority', () => {
  test.each<[edge: string, key: readonly string[], attributes: string]>([
    ['RSA', ['rsa:2048'], 'sha256'],
    ['RSA, with the older attribute', ['rsa:2048'], 'sha1'],
    ['RSA, with a hash that is named', ['rsa:2048'], 'sha512'],
    ['an elliptic curve', ['ec', '-pkeyopt', 'ec_paramgen_curve:P-256'], 'sha256'],
  ])('%s: the head is stamped, kept, and proved by verify and by openssl', async (_edge, key, attributes) => {
    const authority = openAuthority(key, attributes);
    const kept = newCase();
    await addAll(kept, REPORTS);
    const { number, hash } = headOf(kept)!;
    const address = await serveAuthority(authority);
    const { code, out } = await run('stamp', kept.path, '--authority', address, '--allow-private', '--trust', authority.trust, '--json');
    expect({ code, ...JSON.parse(out) }).toMatchObject({ code: 0, event: number, hash, by: 'CN=Tarrow Time', trusted: true });
    const [{ token }] = readTimestamps(kept) as unknown as [{ token: Uint8Array }];
    writeFileSync(join(authority.folder, 'kept.tsr'), token);
    authority.openssl('ts', '-verify', '-digest', hash.slice(7), '-in', 'kept.tsr', '-CAfile', 'ca.pem');
    const verified = await run('verify', kept.path, '--trust', authority.trust);
    expect(verified.out).toContain(`The log up to event ${number} stood so before `);
    expect(verified.out.replaceAll(/\s+/g, ' ')).toContain('says CN=Tarrow Time, whose certificate leads to a trusted one.');
    expect(verified.code).toBe(0);
    expect((await run('log', kept.path)).out).toContain(`timestamped the log up to event ${number}`);
  });
  test('by files, where the authority cannot be asked from here; the log may go on meanwhile', async () => {
    const authority = openAuthority(['ec', '-pkeyopt', 'ec_paramgen_curve:P-256']);
    const kept = newCase();
    const { number } = headOf(kept)!;
    const [asked, answered] = ['asked.tsq', 'answered.tsr'].map((name) => join(authority.folder, name)) as [string, string];
    expect(await run('stamp', kept.path, '--request', asked)).toMatchObject({ code: 0, out: '' });
    await addAll(kept, REPORTS);
    writeFileSync(answered, authority.answer(readFileSync(asked)));
    expect((await run('stamp', kept.path, '--response', answered)).out).toContain(`The log up to event ${number} stood so`);
    const again = await run('stamp', kept.path, '--response', answered);
    expect(again.err).toContain('in the case already');
    expect(readTimestamps(kept)).toHaveLength(1);
    expect((await run('stamp', kept.path)).out).toContain('that nobody here vouches for');
  });
  test('a timestamp of another case is not kept', async () => {
    const authority = openAuthority(['ec', '-pkeyopt', 'ec_paramgen_curve:P-256']);
    const [one, other] = [newCase(), newCase()];
    const asked = join(authority.folder, 'one.tsq');
    await run('stamp', one.path, '--request', asked);
    writeFileSync(join(authority.folder, 'one.tsr'), authority.answer(readFileSync(asked)));
    const { code, err } = await run('stamp', other.path, '--response', join(authority.folder, 'one.tsr'));
    expect({ code, err }).toMatchObject({ code: 1, err: expect.stringContaining('Is it of another case?') });
    expect(readTimestamps(other)).toEqual([]);
  });
  test('a certificate that is not for timestamps is refused, though its signature holds', async () => {
    const authority = openAuthority(['ec', '-pkeyopt', 'ec_paramgen_curve:P-256']);
    const { read, writeRequest } = await openTimestamps(authority.trust);
    const inside = (name: string): string => join(authority.folder, name);
    writeRequest(inside('q.tsq'), HELLO);
    expect(read(authority.answer(readFileSync(inside('q.tsq')))).trusted).toBe(true);
    // openssl ts signs with no other certificate, so what it stamped is taken out and signed anew.
    const signing = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-set_serial', '3', '-days', '30', '-extfile', 'ca.cnf'];
    authority.openssl('x509', '-req', '-in', 'tsa.csr', ...signing, '-out', 'server.pem', '-extensions', 'server');
    authority.openssl('ts', '-reply', '-in', 'answer.tsr', '-token_out', '-out', 'token.der');
    authority.openssl('cms', '-verify', '-noverify', '-inform', 'DER', '-in', 'token.der', '-out', 'info.der');
    const resigned = (certificate: string): Buffer => {
      const type = ['-econtent_type', '1.2.840.113549.1.9.16.1.4', '-binary', '-nodetach', '-cades', '-md', 'sha256'];
      const by = ['-signer', certificate, '-inkey', 'tsa.key'];
      authority.openssl('cms', '-sign', '-in', 'info.der', ...type, ...by, '-outform', 'DER', '-out', 'resigned.der');
      const body = Buffer.concat([Buffer.from('3003020100', 'hex'), readFileSync(inside('resigned.der'))]);
      return Buffer.concat([Buffer.from([0x30, 0x82, body.length >> 8, body.length & 0xff]), body]);
    };
    expect(read(resigned('tsa.pem')).trusted).toBe(true);
    expect(() => read(resigned('server.pem'))).toThrow('its certificate is not one for timestamps');
  });
  test('verify names a token that was exchanged for one that says another time', async () => {
    const authority = openAuthority(['ec', '-pkeyopt', 'ec_paramgen_curve:P-256']);
    const kept = newCase();
    const { read } = await openTimestamps(authority.trust);
    const asked = join(authority.folder, 'a.tsq');
    await run('stamp', kept.path, '--request', asked);
    const [first, second] = [authority.answer(readFileSync(asked)), authority.answer(readFileSync(asked))];
    keepTimestamp(kept, first, read);
    kept.db.exec('DROP TRIGGER timestamps_never_change');
    kept.db.run('UPDATE timestamps SET token = ?', second);
    const faults = [...verify(kept, { readTimestamp: read })].filter(({ kind }) => kind === 'fault');
    expect(JSON.stringify(faults)).toContain('timestamp 1');
  });
});

test.each<[edge: string, argv: readonly string[], code: number, message: string]>([
  ['two ways at once', ['--authority', 'http://t.example', '--request', 'x'], 2, 'expected one of --authority, --request and --response'],
  ['an address that is none', ['--authority', 'time.example.org'], 2, 'expected an address that begins with http'],
  ['an address of this machine', ['--authority', 'http://127.0.0.1:9/'], 1, '127.0.0.1'],
  ['an answer that is not there', ['--response', '/nothing/here.tsr'], 1, 'no such file'],
  ['an answer that is no timestamp', ['--response', fixture('authority.pem')], 1, 'The timestamp was not kept: it is no answer of a'],
])('%s is told, and nothing is kept', async (_edge, argv, code, message) => {
  const kept = newCase();
  const found = await run('stamp', kept.path, ...argv);
  expect(found).toMatchObject({ code, out: '', err: expect.stringContaining(message) });
  expect(readTimestamps(kept)).toEqual([]);
});

test('an address that gives no timestamp is told', async () => {
  const kept = newCase();
  const address = await serve((_request, response) => response.writeHead(404, { 'content-type': 'text/html' }).end('no'));
  const { code, err } = await run('stamp', kept.path, '--authority', address, '--allow-private');
  expect({ code, err }).toMatchObject({ code: 1, err: expect.stringContaining('found the answer 404 (text/html)') });
});

test('a request is never written over a file that is there', async () => {
  const kept = newCase();
  const path = join(tempFolder(), 'head.tsq');
  writeFileSync(path, 'mine');
  expect((await run('stamp', kept.path, '--request', path)).code).toBe(1);
  expect(readFileSync(path, 'utf8')).toBe('mine');
  expect(existsSync(path)).toBe(true);
});
