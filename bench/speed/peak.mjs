// Loaded before a command (node --import): writes the most memory that its process took, in MiB, to the file of HEARSAY_PEAK.
import { writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

if (isMainThread) process.on('exit', () => writeFileSync(process.env.HEARSAY_PEAK, String(process.resourceUsage().maxRSS / 1024)));
