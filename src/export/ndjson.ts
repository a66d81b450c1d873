import type { Format } from './format.ts';

/** U+2028 and U+2029 are plain signs of JSON, but lines to many who read it line by line. */
const SEPARATORS = /[\u2028\u2029]/g;

/** A value as one line of JSON, without a line break of any kind. */
export const jsonLine = (value: unknown): string =>
  JSON.stringify(value).replace(SEPARATORS, (sign) => (sign === '\u2028' ? '\\u2028' : '\\u2029'));

/**
 * NDJSON: one report a line, an Analysis as docs/data-model.md describes it, with the people's decisions beside the findings
 * as `reviews`. Takes all that there is, and can be added to another case.
 *
 * @see https://github.com/ndjson/ndjson-spec
 */
export const ndjson: Format = {
  name: 'ndjson',
  extension: 'ndjson',
  mediaType: 'application/x-ndjson',
  summary: 'one report a line, complete: findings and reviews',
  leavesOut: {},
  open(sink) {
    let records = 0;
    return {
      async write({ analysis, reviews }) {
        await sink.write(`${jsonLine({ ...analysis, reviews })}\n`);
        records++;
      },
      async finish() {
        return { records, rows: records, notes: [] };
      },
    };
  },
};
