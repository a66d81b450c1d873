#!/usr/bin/env node
// npm run bench:search [-- --smoke] [--json] [--write "what changed"]
// Fills a case with 100,000 invented statements and prints how long searches take. --smoke takes 2,000 (seconds; its figures
// are rough and never fail); else a figure short of the least ends with exit 1. --write adds the table to RESULTS.md.
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuilt, runScript } from '../../scripts/setup.mjs';
import { conclude } from '../speed/table.mjs';
import { fill } from './fill.mjs';
import { makeQueries } from './queries.mjs';

const { values } = parseArgs({
  options: {
    smoke: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    write: { type: 'string' },
    kinds: { type: 'boolean', default: false },
  },
});
const REPORTS = values.smoke ? 100 : 5000;
const QUERIES = values.smoke ? 160 : 1600;

const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)];

/** Milliseconds that each call takes, in order of length. */
function timesOf(calls) {
  return calls
    .map((call) => {
      const since = performance.now();
      call();
      return performance.now() - since;
    })
    .sort((a, b) => a - b);
}

await runScript(async () => {
  ensureBuilt();
  const { add, countFacets, indexReports, parseQuery, search } = await import('../../dist/casefile/index.js');
  const { createCaseFile, openCaseFile } = await import('../../dist/node/index.js');
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-search-'));
  const path = join(folder, 'bench.hearsay');
  try {
    const load = loadavg()[0].toFixed(1);
    const filled = createCaseFile(path, { version: '0.1.0' });
    const { reports, texts } = await fill(filled, add, REPORTS);
    const pages = () => filled.db.get('SELECT page_count * page_size AS n FROM pragma_page_count, pragma_page_size').n;
    const before = pages();
    const since = performance.now();
    indexReports(filled);
    const indexing = (performance.now() - since) / 1000;
    const text = filled.db.get('SELECT sum(size) AS n FROM texts').n;
    const grown = (pages() - before) / text;
    const statements = filled.db.get('SELECT count(*) AS n FROM search_statements').n;
    filled.close();

    const kept = openCaseFile(path, { version: '0.1.0', readOnly: true });
    const queries = makeQueries(QUERIES, reports, texts).map(({ kind, query }) => ({ kind, query, parsed: parseQuery(query) }));
    for (const { parsed } of queries.slice(0, 50)) search(kept, parsed);
    if (values.kinds) {
      for (const kind of new Set(queries.map((query) => query.kind))) {
        const of = queries.filter((query) => query.kind === kind);
        const times = timesOf(
          of.map(
            ({ parsed }) =>
              () =>
                search(kept, parsed),
          ),
        );
        console.log(`${kind.padEnd(34)} ${at(times, 0.5).toFixed(2)} ms, longest ${at(times, 1).toFixed(1)} ms`);
      }
    }
    const first = timesOf(
      queries.map(
        ({ query }) =>
          () =>
            search(kept, parseQuery(query)),
      ),
    );
    const facets = timesOf(
      queries
        .filter((_, i) => i % 4 === 0)
        .map(
          ({ parsed }) =>
            () =>
              countFacets(kept, parsed),
        ),
    );
    const lists = timesOf(
      queries
        .filter((_, i) => i % 4 === 1)
        .map(
          ({ parsed }) =>
            () =>
              search(kept, parsed, { reports: true, limit: 50 }),
        ),
    );
    kept.close();
    const note = `${statements} statements, ${queries.length} queries of 16 kinds`;
    const rows = [
      { name: 'search, first page: median, ms', value: at(first, 0.5), most: 10, aim: 3, note },
      { name: 'search, first page: 99th percentile, ms', value: at(first, 0.99), most: 100, aim: 30, note },
      { name: 'list of reports, 50: 95th percentile, ms', value: at(lists, 0.95), note: `${REPORTS} reports` },
      { name: 'all facets: 95th percentile, ms', value: at(facets, 0.95), note: 'seven facets of the same queries' },
      { name: 'indexing, reports a second', value: REPORTS / indexing, digits: 0, note: `${indexing.toFixed(1)} s in all` },
      { name: "index, size over the texts' size", value: grown, note: `${(text / 1e6).toFixed(1)} MB of text` },
    ];
    return conclude(rows, { values, module: import.meta.url, load, rough: 'few statements' });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
