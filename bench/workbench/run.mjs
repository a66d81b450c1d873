#!/usr/bin/env node
// npm run bench:workbench [-- --smoke] [--json] [--write "what changed"]
// Opens the workbench in Chromium and prints how long people wait: until a report of 2,000 statements is painted, over an empty page; from a
// keystroke to the next suggestion of a queue of 50,000; until the graph of 1,000 speakers can be used; and how much script the first page
// needs. --smoke takes small cases (rough figures that never fail); else a figure short of the least ends with exit 1. --write adds the table to RESULTS.md.
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { findChromium } from '../../scripts/chromium.mjs';
import { Advice, ensureBuilt, runScript } from '../../scripts/setup.mjs';
import { conclude } from '../speed/table.mjs';
import { keystrokes, packedFiles, paints, serve } from './drive.mjs';
import { fillCase, fillLong, fillQuarrels } from './fill-case.mjs';
import { graphs } from './graph.mjs';

const { values } = parseArgs({
  options: { smoke: { type: 'boolean', default: false }, json: { type: 'boolean', default: false }, write: { type: 'string' } },
});
const STATEMENTS = values.smoke ? 200 : 2000;
const REPORTS = values.smoke ? 200 : 10_000;
const SPEAKERS = values.smoke ? 100 : 1000;
const ROUNDS = values.smoke ? 3 : 15;
const KEYS = values.smoke ? 20 : 200;

const at = (list, share) => [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.ceil(list.length * share) - 1)];

async function withServer(path, work) {
  const server = await serve(path);
  try {
    return await work(server);
  } finally {
    server.close();
  }
}

await runScript(async () => {
  ensureBuilt();
  const executablePath = findChromium();
  if (executablePath === undefined)
    throw new Advice('There is no Chromium on this machine. Install it (apt-get install chromium), or name one in HEARSAY_CHROMIUM.');
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-workbench-'));
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const load = loadavg()[0].toFixed(1);
    const [long, many, quarrel] = ['long', 'many', 'quarrel'].map((name) => join(folder, `${name}.hearsay`));
    const words = await fillLong(long, STATEMENTS);
    await fillCase(many, REPORTS, 5);
    const accusations = await fillQuarrels(quarrel, SPEAKERS);
    const times = await withServer(long, (server) => paints(browser, server, '/reports/r1', ROUNDS));
    const deep = await withServer(long, (server) => paints(browser, server, `/reports/r1?s=s${STATEMENTS - 10}`, ROUNDS));
    const { keys, files } = await withServer(many, async (server) => ({
      files: await packedFiles(browser, server, '/reports'),
      keys: await keystrokes(browser, server, KEYS, 60),
    }));
    const drawn = await withServer(quarrel, (server) => graphs(browser, server, ROUNDS));
    const over = ({ report, empty }) => at(report, 0.5) - at(empty, 0.5);
    const report = `${STATEMENTS} statements, ${words} words; median of ${ROUNDS} turns with the files in the browser's cache`;
    const rows = [
      { name: 'first paint of a report over an empty page, ms', value: over(times), digits: 0, most: 400, aim: 150, note: report },
      { name: 'the same, at a statement near its end, ms', value: over(deep), digits: 0, note: 'the address names the statement' },
      { name: 'the empty page itself, ms', value: at(times.empty, 0.5), digits: 0, note: 'a bare node:http, the same turns' },
      {
        name: 'keystroke to the next suggestion: 95th percentile, ms',
        value: at(keys, 0.95),
        digits: 0,
        most: 100,
        aim: 30,
        note: `${KEYS} decisions, one each time the one before is shown and 60 ms are over; ${REPORTS * 5} in the queue`,
      },
      { name: 'keystroke to the next suggestion: median, ms', value: at(keys, 0.5), digits: 0, note: 'the same' },
      {
        name: 'graph of accusations usable after, ms',
        value: at(drawn, 0.5),
        digits: 0,
        most: 2000,
        aim: 700,
        note: `${SPEAKERS} speakers, ${accusations} accusations; median of ${ROUNDS} windows sent there, until it is drawn and nothing keeps a click waiting`,
      },
      { name: 'the same: 95th percentile, ms', value: at(drawn, 0.95), digits: 0, note: 'the same' },
      {
        name: 'script of the first page, compressed, kB',
        value: files.script / 1000,
        digits: 0,
        most: 250,
        aim: 120,
        note: 'gzip -9 of each file',
      },
      { name: 'style of the first page, compressed, kB', value: files.stylesheet / 1000, digits: 0, note: 'the same' },
    ];
    return conclude(rows, { values, module: import.meta.url, load, rough: 'small cases', browser: `, Chromium ${browser.version()}` });
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
