#!/usr/bin/env node
// npm run bench:interface [-- --examples N] [--seed N] [--install]
// Lets schemathesis (PyPI, in a folder of its own under build/) ask every route of `hearsay serve` what the OpenAPI document allows and
// what it forbids, on a case with the example story. Fails where an answer is not as described, or a request broke the server.
// Left out: streams, which do not end, and two checks that ask for what is not meant so: that every well-formed cursor
// or id is one that there is, and that a missing If-Match is 400 (it is 428, RFC 6585). --install only fetches schemathesis, and fails where
// PyPI cannot be reached.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Advice, ensureBuilt, root, runScript, say } from '../../scripts/setup.mjs';

const VERSION = '4.32.5';
const { values } = parseArgs({
  options: {
    examples: { type: 'string', default: '50' },
    seed: { type: 'string', default: '7' },
    install: { type: 'boolean', default: false },
  },
});
const venv = join(root, 'build', 'schemathesis');
const tool = join(venv, 'bin', 'schemathesis');
const hearsay = join(root, 'dist', 'cli', 'bin.js');

function run(program, args, options = {}) {
  const { status, error } = spawnSync(program, args, { stdio: 'inherit', ...options });
  if (error || status !== 0) throw new Advice(`${program} ${args.slice(0, 3).join(' ')} … failed; its own words stand above.`);
}

function ensureTool() {
  if (existsSync(tool)) return;
  say(`Installing schemathesis ${VERSION} into build/ …`);
  run('python3', ['-m', 'venv', venv]);
  run(join(venv, 'bin', 'pip'), ['install', '--quiet', '--disable-pip-version-check', `schemathesis==${VERSION}`]);
}

await runScript(async () => {
  ensureTool();
  if (values.install) return 0;
  ensureBuilt();
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-interface-'));
  const path = join(folder, 'story.hearsay');
  let server;
  try {
    const quiet = { stdio: ['ignore', 'ignore', 'inherit'] };
    run(process.execPath, [hearsay, 'new', path], quiet);
    run(process.execPath, [hearsay, 'add', '--no-progress', path, join(root, 'examples', 'story', 'reports.ndjson')], quiet);
    run(process.execPath, [hearsay, 'relate', '--no-progress', path], quiet);
    server = spawn(process.execPath, [hearsay, 'serve', path, '--no-open'], { stdio: ['ignore', 'pipe', 'inherit'] });
    let out = '';
    for await (const chunk of server.stdout) {
      out += chunk;
      if (out.includes('\n')) break;
    }
    const address = new URL(out.trim());
    const { status } = spawnSync(
      tool,
      [
        ...['run', `${address.origin}/api/openapi.json`, '-H', `Authorization: Bearer ${address.searchParams.get('token')}`],
        ...['--exclude-path-regex', 'events$', '--checks', 'all', '--exclude-checks', 'positive_data_acceptance,missing_required_header'],
        ...['--phases', 'examples,coverage,fuzzing', '--max-examples', values.examples, '--seed', values.seed, '--continue-on-failure'],
      ],
      { stdio: 'inherit', cwd: folder },
    );
    run(process.execPath, [hearsay, 'verify', '--no-progress', path]);
    return status ?? 1;
  } finally {
    server?.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
});
