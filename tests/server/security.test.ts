import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Article } from '../../src/model/index.ts';
import { createAssets } from '../../src/node/index.ts';
import { API } from '../../src/server/index.ts';
import { parseCsv } from '../csv.ts';
import { allegationOf, analysisOf } from '../fakes/analysis.ts';
import { addAll, newCase, REPORTS, tempFolder } from '../fakes/case.ts';
import { PORT, requestOf, served, TOKEN } from '../fakes/served.ts';

async function someCase(files: Parameters<typeof addAll>[1] = REPORTS): Promise<string> {
  const kept = newCase();
  await addAll(kept, files);
  return kept.path;
}

const codeOf = async (response: Response): Promise<string> => ((await response.json()) as { error: { code: string } }).error.code;

const PATHS = Object.values(API).map(({ method, path }) => [method, path.replace(/:[a-z]+/g, 'r1')] as const);

describe('who may ask', () => {
  test.each(PATHS)('%s %s: nobody without the session', async (method, path) => {
    const { ask } = served(await someCase());
    for (const headers of [
      { cookie: '' },
      { cookie: `hearsay-${PORT}=${'x'.repeat(TOKEN.length)}` },
      { cookie: `hearsay-${PORT + 1}=${TOKEN}` },
    ]) {
      const response = await ask(path, { method, headers });
      expect([response.status, await codeOf(response)]).toEqual([401, 'no-session']);
    }
  });

  test.each([
    'evil.example',
    `evil.example:${PORT}`,
    '127.0.0.1',
    `127.0.0.1:${PORT + 1}`,
    `127.0.0.1:${PORT}.evil.example`,
    `[::1]:${PORT}`,
    '',
  ])('nobody by the name "%s", whatever it leads to', async (host) => {
    const { ask } = served(await someCase());
    for (const path of ['/api/session', '/', `/?token=${TOKEN}`]) {
      const response = await ask(path, { headers: { host } });
      expect([response.status, await codeOf(response), response.headers.get('set-cookie')]).toEqual([421, 'wrong-host', null]);
    }
  });

  test.each([
    'https://evil.example',
    'null',
    `http://127.0.0.1:${PORT + 1}`,
    `https://127.0.0.1:${PORT}`,
    `http://127.0.0.1:${PORT}.evil.example`,
    'file://',
  ])('no page of %s, with the session or without', async (origin) => {
    const { ask } = served(await someCase());
    for (const method of ['GET', 'POST']) {
      const response = await ask('/api/jobs', { method, headers: { origin }, ...(method === 'GET' ? {} : { body: { kind: 'verify' } }) });
      expect([response.status, await codeOf(response), response.headers.get('access-control-allow-origin')]).toEqual([
        403,
        'wrong-origin',
        null,
      ]);
    }
  });

  test('no other site by an image, a form or a script, though it may lead to the page', async () => {
    const { ask } = served(await someCase());
    for (const site of ['cross-site', 'same-site']) {
      expect((await ask('/api/reports', { headers: { 'sec-fetch-site': site, 'sec-fetch-mode': 'no-cors' } })).status).toBe(403);
      expect((await ask('/', { headers: { 'sec-fetch-site': site, 'sec-fetch-mode': 'navigate' } })).status).not.toBe(403);
    }
  });

  test('a form of another page cannot pass for JSON', async () => {
    const { ask } = served(await someCase());
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', '']) {
      const response = await ask('/api/jobs', { method: 'POST', raw: '{"kind":"verify"}', headers: { 'content-type': type } });
      expect(response.status).toBe(415);
    }
  });

  test('the address that was printed begins a session, and goes on without its token', async () => {
    const { fetch } = served(await someCase());
    const asked = requestOf(`/reports?q=a%26b&token=${TOKEN}`, { headers: { cookie: '' } });
    const response = await fetch(asked);
    expect(response.headers.get('set-cookie')).toBe(`hearsay-${PORT}=${TOKEN}; Path=/; HttpOnly; SameSite=Strict`);
    const page = await response.text();
    expect(page).not.toContain(TOKEN);
    expect(page).toContain('content="0;url=/reports?q=a%26b"');
    const wrong = await fetch(requestOf('/?token=wrong', { headers: { cookie: '' } }));
    expect([wrong.status, wrong.headers.get('set-cookie')]).toEqual([401, null]);
  });
});

test.each(['/', '/api/session', '/api/nothing', '/assets/no.js', '/api/reports?limit=x'])(
  '%s comes with headers that let nothing in',
  async (path) => {
    const { ask } = served(await someCase());
    const { headers } = await ask(path);
    const policy = headers.get('content-security-policy')!;
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  },
);

describe('paths', () => {
  const folder = (): string => {
    const root = tempFolder();
    mkdirSync(join(root, 'web', 'assets'), { recursive: true });
    writeFileSync(join(root, 'web', 'index.html'), '<!doctype html><title>Hearsay</title>');
    writeFileSync(join(root, 'web', 'assets', 'app-12345678.js'), 'export {}');
    writeFileSync(join(root, 'secret.js'), 'what nobody may see');
    symlinkSync(join(root, 'secret.js'), join(root, 'web', 'assets', 'link.js'));
    return join(root, 'web');
  };

  test.each([
    '/../secret.js',
    '/assets/../../secret.js',
    '/%2e%2e/secret.js',
    '/assets/%2e%2e%2f%2e%2e%2fsecret.js',
    '/..%5csecret.js',
    '/assets/link.js',
    '/%00',
    '//etc/passwd',
    '/assets',
    '/%E0%A4%A',
  ])('%s leads to nothing outside the folder of the pages', async (path) => {
    const asset = createAssets(folder());
    expect(await asset(path)).toBeUndefined();
    const { ask } = served(await someCase(), { asset });
    expect(await (await ask(path)).text()).not.toContain('what nobody may see');
  });

  test('a page is there at every address of the workbench, and files with lasting names are kept', async () => {
    const { ask } = served(await someCase(), { asset: createAssets(folder()) });
    for (const path of ['/', '/reports', '/reports/r12', '/index.html']) {
      const response = await ask(path);
      expect([response.status, response.headers.get('cache-control'), await response.text()]).toEqual([
        200,
        'no-cache',
        expect.stringContaining('Hearsay'),
      ]);
    }
    expect((await ask('/assets/app-12345678.js')).headers.get('cache-control')).toContain('immutable');
    expect((await ask('/assets/gone.js')).status).toBe(404);
  });

  test('without built pages it says what to do', async () => {
    const { ask } = served(await someCase());
    const response = await ask('/reports');
    expect([response.status, await response.text()]).toEqual([503, expect.stringContaining('npm run build')]);
  });

  test('a file that is sent is kept under no name of its own', async () => {
    const { json, ask } = served(await someCase());
    const { id } = await json('/api/uploads', { method: 'POST' });
    const name = '../../../../tmp/hearsay-was-here.txt';
    await json(`/api/uploads/${id}/files?name=${encodeURIComponent(name)}`, { method: 'PUT', raw: 'Mara Venn said no.' });
    expect(existsSync('/tmp/hearsay-was-here.txt')).toBe(false);
    expect((await ask(`/api/uploads/${id}`, { method: 'DELETE' })).status).toBe(200);
  });
});

const SCRIPT = '</script><script>alert(1)</script><img src=x onerror=alert(1)>';

test('a script in every field of a report comes as text in JSON, and never as a page', async () => {
  const report = {
    id: `id ${SCRIPT}`,
    title: SCRIPT,
    publisher: SCRIPT,
    byline: SCRIPT,
    url: `javascript:alert(1)//${SCRIPT}`,
    text: `Mara Venn said ${SCRIPT} was no accident.`,
  };
  const { ask, json } = served(await someCase({ [`${SCRIPT.replaceAll('/', '_')}.ndjson`]: JSON.stringify(report) }));
  for (const { path, method, answer } of Object.values(API)) {
    if (method !== 'GET' || answer.kind !== 'json' || /upload|job|speakers\/:|cluster/.test(path)) continue;
    const response = await ask(
      `${path.replace(':report', 'r1')}?${path.endsWith('statements') && path.includes('acc') ? 'accuser=x&accused=y' : ''}`,
    );
    expect([path, response.status, response.headers.get('content-type')]).toEqual([path, 200, 'application/json; charset=utf-8']);
  }
  expect((await json('/api/reports/r1')).title).toBe(SCRIPT);
  const original = await ask('/api/reports/r1/original');
  expect(original.headers.get('content-disposition')).toMatch(
    /^attachment; filename="[A-Za-z0-9._-]+"; filename\*=UTF-8''[A-Za-z0-9._~%!-]+$/,
  );
  const page = await ask(`/${encodeURIComponent(SCRIPT)}`);
  expect(await page.text()).not.toContain('<script');
});

test.each(['=HYPERLINK("http://evil.example","x")', '+1+1', '-2+3', '@SUM(A1)', '\t=1', '＝1'])(
  'the formula %j is a text in every table',
  async (formula) => {
    const report = { id: 'a', title: formula, publisher: formula, byline: formula, text: 'Mara Venn said nobody had seen it.' };
    const kept = newCase();
    const read = async (article: Article) =>
      analysisOf(article, [
        { source: 'Mara Venn', content: 'nobody had seen it', allegations: [allegationOf(formula, 'killing', { place: formula })] },
      ]);
    await addAll(kept, { 'a.ndjson': JSON.stringify(report) }, { read });
    const { ask, json } = served(kept.path);
    const [{ accuser, accused }] = (await json('/api/accusations')).edges;
    for (const { path, list } of Object.values(API)) {
      if (!list) continue;
      const query = path === '/api/accusations/statements' ? `?${new URLSearchParams({ accuser, accused })}` : '';
      const answer = await ask(`${path.replace(':report', 'r1')}.csv${query}`);
      expect(answer.status, path).toBe(200);
      const rows = parseCsv(await answer.text());
      for (const cell of rows.slice(1).flat()) expect(cell).not.toMatch(/^[=+@\t\r＝]|^-(?!\d*\.?\d+$)/);
    }
  },
);

test.each([
  ['GET', `/api/reports?q=${'a'.repeat(5000)}`, 400],
  ['GET', '/api/reports?limit=-1', 400],
  ['GET', '/api/reports?limit=1e9', 400],
  ['GET', '/api/reports?q=a&q=b', 400],
  ['GET', '/api/reports?__proto__=1', 400],
  ['GET', '/api/reports?q=%00%22%27)%20OR%201=1--', 200],
  ['GET', '/api/reports/r1%00', 404],
  ['GET', `/api/reports/${'r'.repeat(3000)}`, 400],
  ['DELETE', '/api/reports', 405],
  ['PATCH', '/api/session', 405],
  ['OPTIONS', '/api/session', 405],
  ['POST', '/', 405],
] as const)('%s %s is answered by %i, and by no trace of the program', async (method, path, status) => {
  const { ask } = served(await someCase());
  const response = await ask(path, { method });
  const text = await response.text();
  expect([response.status, text]).toEqual([status, expect.not.stringMatching(/node_modules|\.ts:|at .*\(/)]);
});

test.each([
  ['no JSON', '{"action":', 400],
  ['no UTF-8', new Uint8Array([0x22, 0xff, 0x22]), 400],
  ['another form', '[]', 400],
  ['a field too many', '{"kind":"verify","constructor":1}', 400],
  ['far too much', `{"kind":"${'x'.repeat(2 ** 21)}"}`, 413],
  ['very deep', '['.repeat(100_000), 400],
] as const)('a body of %s is told, and harms nothing', async (_, raw, status) => {
  const { ask } = served(await someCase());
  const response = await ask('/api/jobs', { method: 'POST', raw: raw as string, headers: { 'content-type': 'application/json' } });
  expect(response.status).toBe(status);
});

test('passphrases cannot be tried without end', async () => {
  const kept = newCase(undefined, new TextEncoder().encode('right'));
  const { ask } = served(kept.path);
  const statuses: number[] = [];
  for (let i = 0; i < 12; i++) statuses.push((await ask('/api/unlock', { method: 'POST', body: { passphrase: `wrong ${i}` } })).status);
  expect(statuses).toEqual([...Array(10).fill(403), 429, 429]);
});
