#!/usr/bin/env node
// npm run bench:serve [-- --smoke] [--json] [--write "what changed"]
// Serves a case of 10,000 made-up reports by `hearsay serve` and prints how long its lists take, and how many it answers a
// second beside a bare node:http that sends the same bytes ready. --smoke takes 300 reports (seconds; rough figures that never
// fail); else a figure short of the least ends with exit 1. --write adds the table to RESULTS.md.
import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureBuilt, root, runScript } from '../../scripts/setup.mjs';
import { fill } from '../search/fill.mjs';
import { makeQueries } from '../search/queries.mjs';
import { conclude } from '../speed/table.mjs';
import { createAsker, requestsASecond } from './ask.mjs';

const { values } = parseArgs({
  options: { smoke: { type: 'boolean', default: false }, json: { type: 'boolean', default: false }, write: { type: 'string' } },
});
const REPORTS = values.smoke ? 300 : 10_000;
const EACH = 10;
const QUERIES = values.smoke ? 64 : 640;
// Short turns, many of them: the machine may be busy with something else for seconds.
const ROUNDS = values.smoke ? 1 : 15;
const SLICE = values.smoke ? 300 : 700;

const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)];
const middle = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];

/** `hearsay serve` as a process of its own. */
async function serve(path) {
  const child = spawn(process.execPath, [join(root, 'dist', 'cli', 'bin.js'), 'serve', path, '--no-open'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let out = '';
  for await (const chunk of child.stdout) {
    out += chunk;
    if (out.includes('\n')) break;
  }
  const address = new URL(out.trim());
  return { port: Number(address.port), token: address.searchParams.get('token'), close: () => child.kill('SIGKILL') };
}

async function bare(body) {
  const child = fork(fileURLToPath(new URL('./bare.mjs', import.meta.url)));
  const [{ port }] = await once(child, 'message');
  child.send(body);
  await once(child, 'message');
  return { port, token: 'x', close: () => child.kill('SIGKILL') };
}

/** Milliseconds of each request, one after the other, in order of length. */
async function timesOf(asker, paths) {
  const times = [];
  for (const path of paths) {
    const since = performance.now();
    const status = await asker.status(path);
    if (status !== 200) throw new Error(`expected 200 of ${path}, found ${status}`);
    times.push(performance.now() - since);
  }
  return times.sort((a, b) => a - b);
}

async function measure(path, queries) {
  const server = await serve(path);
  const asker = createAsker(server.port, server.token);
  try {
    const q = (query) => encodeURIComponent(query);
    // Every query is another one, so that no answer is a kept one.
    await timesOf(
      asker,
      queries.slice(0, 10).map((query) => `/api/reports?q=${q(query)}&limit=7`),
    );
    const lists = await timesOf(
      asker,
      queries.map((query) => `/api/reports?q=${q(query)}`),
    );
    const facets = await timesOf(
      asker,
      queries.map((query) => `/api/reports/facets?q=${q(query)}`),
    );
    const whole = await timesOf(asker, ['/api/reports', '/api/reports/facets']);
    const first = await timesOf(asker, ['/api/review?limit=20']);
    const queue = await timesOf(
      asker,
      Array.from({ length: 100 }, (_, i) => `/api/review?limit=20&sort=${i % 2 ? 'matters' : 'confidence'}&by=reader${i}`),
    );
    const body = await asker.body('/api/reports?limit=20');
    const peer = await bare(body);
    const [ours, theirs] = [[], []];
    try {
      await requestsASecond(peer.port, peer.token, () => '/', { milliseconds: SLICE });
      await requestsASecond(server.port, server.token, () => '/api/reports?limit=20', { milliseconds: SLICE });
      for (let round = 0; round < ROUNDS; round++) {
        theirs.push(await requestsASecond(peer.port, peer.token, () => '/', { milliseconds: SLICE }));
        ours.push(await requestsASecond(server.port, server.token, () => '/api/reports?limit=20', { milliseconds: SLICE }));
      }
    } finally {
      peer.close();
    }
    const fresh = await requestsASecond(
      server.port,
      server.token,
      (i) => `/api/reports?limit=20&q=${q(queries[i % queries.length])}%20${i}`,
      { milliseconds: SLICE },
    );
    return {
      lists,
      facets,
      whole,
      first,
      queue,
      ratio: middle(ours.map((count, i) => count / theirs[i])),
      ours: middle(ours),
      theirs: middle(theirs),
      fresh,
      bytes: body.length,
    };
  } finally {
    asker.close();
    server.close();
  }
}

await runScript(async () => {
  ensureBuilt();
  const { add, indexReports } = await import('../../dist/casefile/index.js');
  const { createCaseFile } = await import('../../dist/node/index.js');
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-serve-'));
  const path = join(folder, 'bench.hearsay');
  try {
    const load = loadavg()[0].toFixed(1);
    const filled = createCaseFile(path, { version: '0.1.0' });
    const { reports, texts } = await fill(filled, add, REPORTS, EACH);
    indexReports(filled);
    filled.close();
    const queries = makeQueries(QUERIES, reports, texts).map(({ query }) => query);
    const m = await measure(path, queries);
    const note = `${REPORTS} reports, ${REPORTS * EACH} statements, ${QUERIES} searches of 16 kinds`;
    const ratio = `${Math.round(m.ours)} of ${Math.round(m.theirs)} a second, ${(m.bytes / 1000).toFixed(0)} kB each, 8 connections, ${ROUNDS} turns`;
    const rows = [
      { name: 'reports list, 50 rows: 95th percentile, ms', value: at(m.lists, 0.95), most: 150, aim: 40, note },
      { name: 'reports list: median, ms', value: at(m.lists, 0.5), note: 'the same' },
      { name: 'facets of reports: 95th percentile, ms', value: at(m.facets, 0.95), most: 150, aim: 40, note },
      {
        name: 'list and facets of everything, slower of both, ms',
        value: at(m.whole, 1),
        most: 150,
        aim: 40,
        note: 'no search: the first page that is opened',
      },
      { name: 'review queue, 20 cards: 95th percentile, ms', value: at(m.queue, 0.95), most: 100, aim: 30, note: 'the request alone' },
      { name: 'review queue, first time, ms', value: m.first[0], note: 'the case is read into memory' },
      { name: 'list requests a second over bare node:http', value: m.ratio, least: 0.6, aim: 0.9, note: ratio },
      { name: 'list requests a second, each another search', value: m.fresh, digits: 0, note: 'one process, one core' },
    ];
    return conclude(rows, { values, module: import.meta.url, load, rough: 'few reports' });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
