import type { Allegation } from '../../../model/index.ts';
import type { ExportRecord } from '../../record.ts';
import type { Table } from '../table.ts';
import { reportColumns } from './report-columns.ts';
import { reasonsOf, type StatementRow, statementRows, wordsAt } from './statement-row.ts';

interface AllegationRow extends StatementRow {
  readonly allegation: Allegation;
}

/** One row for each allegation: who accuses whom of what. */
export const allegations: Table<ExportRecord, AllegationRow> = {
  name: 'allegations',
  summary: 'one row for each allegation: who accuses whom of what',
  *rowsOf(record) {
    for (const row of statementRows(record)) for (const allegation of row.statement.allegations ?? []) yield { ...row, allegation };
  },
  columns: [
    ...reportColumns<AllegationRow>(),
    { name: 'statement', holds: 'the id of the statement that makes it', of: ({ statement }) => statement.id },
    { name: 'accuser', holds: 'the name of who made the statement', of: ({ speaker }) => speaker?.name },
    { name: 'act', holds: 'what the statement does: a denial names a wrong too', of: ({ statement }) => statement.act },
    { name: 'accused', holds: 'who is said to have done it', of: ({ allegation }) => allegation.accused },
    { name: 'wrong', holds: 'what is said to have been done', of: ({ allegation }) => allegation.wrong },
    { name: 'status', holds: 'how it stands, as the report tells it', of: ({ allegation }) => allegation.status },
    { name: 'victims', holds: "to whom, in the report's words", of: ({ allegation }) => allegation.victims },
    { name: 'place', holds: "where, in the report's words", of: ({ allegation }) => allegation.place },
    { name: 'when', holds: "when, in the report's words", of: ({ allegation }) => allegation.when },
    { name: 'grade', holds: 'how well the report lets its reader check the accuser', of: ({ statement }) => statement.sourcing?.grade },
    { name: 'content', holds: 'what was said', of: (row) => wordsAt(row, row.statement.content) },
    { name: 'because', holds: 'what decided it, parted by " | "', of: ({ allegation }) => reasonsOf(allegation.because) },
    {
      name: 'accused_id',
      holds: 'the id of the accused, where it is a speaker of the report',
      of: ({ allegation }) => allegation.accusedSpeaker,
    },
    { name: 'spans', holds: 'the words behind each value: spans of the text (JSON)', of: ({ allegation }) => allegation.spans },
  ],
};
