#!/usr/bin/env node
// npm test [-- ARGUMENTS OF VITEST]: installs and builds what is missing, then runs every test.
import { ensureBuilt, runScript, runTool } from './setup.mjs';

await runScript(() => {
  ensureBuilt();
  return runTool('vitest/vitest.mjs', ['run', ...process.argv.slice(2)]);
});
