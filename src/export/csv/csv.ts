import type { Format } from '../format.ts';
import type { ExportRecord } from '../record.ts';
import { linesOfTable, SPREADSHEET_CELL, type Table } from './table.ts';
import { allegations } from './tables/allegations.ts';
import { reports } from './tables/reports.ts';
import { speakers } from './tables/speakers.ts';
import { statements } from './tables/statements.ts';

export type CsvTable = 'statements' | 'reports' | 'speakers' | 'allegations';

/** The tables that CSV knows, by their names. */
export const CSV_TABLES: Readonly<Record<CsvTable, Table<ExportRecord, unknown>>> = { statements, reports, speakers, allegations };

export interface CsvOptions {
  /** The statements if not given. */
  readonly table?: CsvTable | undefined;
  /** A byte order mark at the head, which older versions of Excel need to see that the file is UTF-8. */
  readonly bom?: boolean | undefined;
}

const BOM = '\uFEFF';

const longCells = ([column, count]: readonly [string, number]): string =>
  `${count} ${count === 1 ? 'cell' : 'cells'} of the column "${column}" ${count === 1 ? 'is' : 'are'} longer than ${SPREADSHEET_CELL} ` +
  'characters. The file holds them whole, but spreadsheets cut them: read it with a program for data, or export NDJSON.';

/**
 * CSV: one table with a header and stable columns, UTF-8, after RFC 4180. Texts that a spreadsheet would run as a formula
 * begin with an apostrophe. A table holds part of a report; all four together hold all but what `leavesOut` names.
 */
export const csv: Format<CsvOptions> = {
  name: 'csv',
  extension: 'csv',
  mediaType: 'text/csv; charset=utf-8; header=present',
  summary: 'a table for spreadsheets and statistics',
  leavesOut: {
    'statements[].because[].at': 'offsets of single reasons are of no use in a table; NDJSON has them',
    'statements[].allegations[].because[].at': 'offsets of single reasons are of no use in a table; NDJSON has them',
  },
  open(sink, { table = 'statements', bom = false } = {}) {
    const lines = linesOfTable(CSV_TABLES[table]);
    let head = (bom ? BOM : '') + lines.header;
    let records = 0;
    let rows = 0;
    return {
      async write(record) {
        const found = lines.linesOf(record);
        const text = head + found.text;
        head = '';
        records++;
        rows += found.rows;
        if (text !== '') await sink.write(text);
      },
      async finish() {
        if (head !== '') await sink.write(head);
        head = '';
        return { records, rows, notes: [...lines.long].map(longCells) };
      },
    };
  },
};
