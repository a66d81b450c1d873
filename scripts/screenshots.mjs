#!/usr/bin/env node
import { spawnSync } from 'node:child_process';
// npm run screenshots [-- FOLDER]
// Takes the pictures of the README (docs/images/) of the workbench on the example story, packed as small as they get without loss.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { serve } from '../bench/workbench/drive.mjs';
import { findChromium } from './chromium.mjs';
import { packed } from './pack-png.mjs';
import { Advice, ensureBuilt, root, runScript, say } from './setup.mjs';

const SIZE = { width: 1280, height: 800 };

/** Each picture: its name, its colours, its page, and what is done there first. */
const PICTURES = [
  {
    name: 'report',
    theme: 'light',
    path: '/reports/r1?s=s2',
    shows: 'mark.m-content.chosen',
  },
  { name: 'accusations', theme: 'light', path: '/accusations', shows: '.graph canvas', height: 920 },
  { name: 'review', theme: 'dark', path: '/review', shows: '.review-card' },
];

/** What people decided before the pictures, so that suggestion and decision are seen beside each other. */
const DECIDED = [
  { ref: 'r1/s1', action: 'accept' },
  { ref: 'r1/s3', action: 'accept' },
  { ref: 'r1/s6', action: 'reject' },
];

function hearsay(...args) {
  const { status } = spawnSync(process.execPath, [join(root, 'dist', 'cli', 'bin.js'), ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Advice(`hearsay ${args[0]} failed; its own words stand above.`);
}

async function decide({ origin, token }, { ref, action }) {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const report = await (await fetch(`${origin}/api/reports/${ref.split('/')[0]}`, { headers })).json();
  const { version } = report.statements.find((statement) => statement.ref === ref);
  const body = JSON.stringify({ ref, action, by: 'Ada Lind' });
  const answer = await fetch(`${origin}/api/decisions`, { method: 'POST', headers: { ...headers, 'if-match': `"${version}"` }, body });
  if (!answer.ok) throw new Advice(`${action} ${ref} was refused: ${await answer.text()}`);
}

await runScript(async () => {
  ensureBuilt();
  const executablePath = findChromium();
  if (executablePath === undefined)
    throw new Advice('There is no Chromium on this machine. Install it (apt-get install chromium), or name one in HEARSAY_CHROMIUM.');
  const out = process.argv[2] ?? join(root, 'docs', 'images');
  mkdirSync(out, { recursive: true });
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-pictures-'));
  const path = join(folder, 'story.hearsay');
  hearsay('new', path);
  hearsay('add', '--no-progress', path, join(root, 'examples', 'story', 'reports.ndjson'));
  hearsay('relate', '--no-progress', path);
  const server = await serve(path);
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    for (const one of DECIDED) await decide(server, one);
    for (const { name, theme, path: to, shows, height = SIZE.height } of PICTURES) {
      const context = await browser.newContext({ viewport: { ...SIZE, height }, colorScheme: theme, reducedMotion: 'reduce' });
      await context.addInitScript(() => window.location.protocol === 'http:' && window.localStorage.setItem('hearsay:name', 'Ada Lind'));
      const page = await context.newPage();
      await page.goto(`${server.origin}${to}${to.includes('?') ? '&' : '?'}token=${server.token}`);
      await page.locator(shows).first().waitFor();
      // Until what is laid out by and by stands still.
      await page.waitForTimeout(2000);
      const picture = packed(await page.screenshot());
      writeFileSync(join(out, `${name}.png`), picture);
      say(`${name}.png: ${Math.round(picture.length / 1000)} kB`);
      await context.close();
    }
  } finally {
    await browser.close();
    server.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
