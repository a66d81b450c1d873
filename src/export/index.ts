/** Export: takes iterables of records and a place to write to, gives a file in one of the formats, whole and one record at a time. */
export { cellOf, defuse, restore, type Value } from './csv/cell.ts';
export { CSV_TABLES, type CsvOptions, type CsvTable, csv } from './csv/csv.ts';
export { type Column, linesOfTable, type Table } from './csv/table.ts';
export { exportRecords } from './export-records.ts';
export type { Export, Exported, Format } from './format.ts';
export { FORMATS, type FormatName } from './formats.ts';
export { jsonLine, ndjson } from './ndjson.ts';
export type { Decision, ExportRecord } from './record.ts';
export type { Sink } from './sink.ts';
