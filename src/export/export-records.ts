import type { Export, Exported } from './format.ts';
import type { ExportRecord } from './record.ts';

/**
 * Writes all records, one at a time: the next is asked for only when the last is written, so that a slow reader slows the
 * source down and memory stays that of one record. Ends the source if the sink breaks off.
 *
 * @throws what the source or the sink throws; the file is then not complete
 * @example const { rows } = await exportRecords(records, ndjson.open(sink))
 */
export async function exportRecords(records: AsyncIterable<ExportRecord> | Iterable<ExportRecord>, into: Export): Promise<Exported> {
  for await (const record of records) await into.write(record);
  return into.finish();
}
