#!/usr/bin/env node
import { main } from './main.ts';
import { processStreams } from './process-streams.ts';

// All is written when `main` is done; an open standard input or a thread must not keep the process.
process.exit(await main(process.argv.slice(2), processStreams(process)));
