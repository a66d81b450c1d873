// What the bench does in the browser: each measure on windows of its own.
import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from '../../scripts/setup.mjs';

/** `hearsay serve` as a process of its own. */
export async function serve(path) {
  const child = spawn(process.execPath, [join(root, 'dist', 'cli', 'bin.js'), 'serve', path, '--no-open'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let out = '';
  for await (const chunk of child.stdout) {
    out += chunk;
    if (out.includes('\n')) break;
  }
  const url = new URL(out.trim());
  return { origin: url.origin, token: url.searchParams.get('token'), close: () => child.kill('SIGKILL') };
}

/**
 * Writes down, in the page, when what a selector finds was on the screen: the browser's own time of the paint (largest-contentful-paint), in
 * milliseconds since the window was sent there.
 */
const watchFirst = (selector) => {
  new PerformanceObserver((list) => {
    for (const { element, startTime } of list.getEntries()) {
      if (window.firstPaint === undefined && element?.closest(selector) != null) window.firstPaint = startTime;
    }
  }).observe({ type: 'largest-contentful-paint', buffered: true });
};

async function firstPaint(context, address, selector) {
  const page = await context.newPage();
  await page.addInitScript(watchFirst, selector);
  await page.goto(address, { waitUntil: 'commit' });
  const handle = await page.waitForFunction(() => window.firstPaint, undefined, { timeout: 60_000, polling: 100 });
  const time = await handle.jsonValue();
  await page.close();
  return time;
}

/** A browser of its own that the server knows. */
export const contextOf = async (browser, { origin, token }) => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(`${origin}/reports?token=${token}`);
  await page.locator('main h1').first().waitFor();
  await page.close();
  return context;
};

/** Until a report and an empty page of bare node:http are painted, in turns; in milliseconds. */
export async function paints(browser, server, path, rounds) {
  const body = '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Empty</title></head><body><p>Empty</p></body></html>';
  const bare = createServer((_, response) => response.setHeader('content-type', 'text/html').end(body));
  await new Promise((resolve) => bare.listen(0, '127.0.0.1', resolve));
  const context = await contextOf(browser, server);
  const times = { report: [], empty: [] };
  try {
    for (let i = -1; i < rounds; i++) {
      const empty = await firstPaint(context, `http://127.0.0.1:${bare.address().port}/`, 'p');
      const report = await firstPaint(context, `${server.origin}${path}`, '.report-text');
      // The first turn warms both.
      if (i >= 0) times.empty.push(empty);
      if (i >= 0) times.report.push(report);
    }
  } finally {
    await context.close();
    bare.close();
  }
  return times;
}

/** From a keystroke in the queue until the next suggestion is painted, so many times; in milliseconds. */
export async function keystrokes(browser, server, count, pause) {
  const context = await contextOf(browser, server);
  const page = await context.newPage();
  await page.goto(`${server.origin}/review`);
  await page.locator('.review-card').waitFor();
  await page.evaluate(() => {
    window.keyTimes = [];
    let since;
    let before = document.querySelector('.review-card').getAttribute('aria-label');
    window.addEventListener('keydown', (event) => (since = event.timeStamp), { capture: true });
    new MutationObserver(() => {
      const now = document.querySelector('.review-card')?.getAttribute('aria-label');
      if (now === undefined || now === before || since === undefined) return;
      const begun = since;
      before = now;
      since = undefined;
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => window.keyTimes.push(performance.now() - begun);
        port2.postMessage(0);
      });
    }).observe(document.querySelector('main'), { childList: true, subtree: true, attributes: true, attributeFilter: ['aria-label'] });
  });
  for (let i = 0; i < count; i++) {
    await page.keyboard.press(i % 3 === 2 ? 'x' : 'a');
    await page.waitForFunction((n) => window.keyTimes.length >= n, i + 1, { timeout: 20_000 });
    await page.waitForTimeout(pause);
  }
  const times = await page.evaluate(() => window.keyTimes);
  await context.close();
  return times;
}

/** Script and style that a page asks for until it stands, each packed by gzip as a server on a network would send it; in bytes. */
export async function packedFiles(browser, server, path) {
  const context = await contextOf(browser, server);
  const page = await context.newPage();
  const sizes = { script: 0, stylesheet: 0 };
  const waiting = [];
  page.on('response', (response) => {
    const kind = response.request().resourceType();
    if (kind in sizes)
      waiting.push(
        response.body().then((body) => {
          sizes[kind] += gzipSync(body, { level: 9 }).length;
        }),
      );
  });
  await page.goto(`${server.origin}${path}`);
  await page.locator('.report-title').first().waitFor();
  await page.waitForTimeout(500);
  await Promise.all(waiting);
  await context.close();
  return sizes;
}
