#!/usr/bin/env node
// npm test [-- ARGUMENTS OF VITEST]: installs and builds what is missing, then runs every test.
import { ensureChromium } from './chromium.mjs';
import { ensureBuilt, runScript, runTool, say } from './setup.mjs';

await runScript(() => {
  ensureBuilt();
  const chromium = ensureChromium();
  const status = runTool('vitest/vitest.mjs', ['run', ...process.argv.slice(2)]);
  if (chromium === undefined) say('*** Without Chromium: the tests of tests/web were skipped. ***');
  return status;
});
