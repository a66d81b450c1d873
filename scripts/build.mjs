#!/usr/bin/env node
// npm run build: checks that the engine is pure, then compiles src/ to dist/.
import { build, ensureInstalled, runScript } from './setup.mjs';

await runScript(() => {
  ensureInstalled();
  build();
});
