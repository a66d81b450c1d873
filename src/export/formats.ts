import { csv } from './csv/csv.ts';
import type { Format } from './format.ts';
import { ndjson } from './ndjson.ts';

/** Every format that Hearsay writes, by its name. A new one is a file of its own and a line here, and the suite tests it. */
export const FORMATS = { ndjson, csv } as const satisfies Record<string, Format>;
export type FormatName = keyof typeof FORMATS;
