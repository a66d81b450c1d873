import type { ExportRecord } from '../../record.ts';
import type { Table } from '../table.ts';
import { reportColumns } from './report-columns.ts';
import { chainOf, decisionOf, reasonsOf, type StatementRow, statementRows, wordsAt } from './statement-row.ts';

/** One row for each statement. */
export const statements: Table<ExportRecord, StatementRow> = {
  name: 'statements',
  summary: 'one row for each statement',
  rowsOf: statementRows,
  columns: [
    ...reportColumns<StatementRow>(),
    { name: 'statement', holds: 'the id of the statement within the report', of: ({ statement }) => statement.id },
    { name: 'speaker', holds: 'the name of who made it; empty for one kept unnamed', of: ({ speaker }) => speaker?.name },
    { name: 'role', holds: 'the role as the report words it', of: ({ speaker }) => speaker?.role },
    { name: 'source', holds: 'the words that name who said it', of: (row) => wordsAt(row, row.statement.source) },
    { name: 'cue', holds: 'the words of saying', of: (row) => wordsAt(row, row.statement.cue) },
    {
      name: 'content',
      holds: 'what was said; " … " where words of the report lie between',
      of: (row) => wordsAt(row, row.statement.content),
    },
    { name: 'form', holds: 'direct, indirect or mixed', of: ({ statement }) => statement.form },
    { name: 'act', holds: 'what is done by saying it', of: ({ statement }) => statement.act },
    { name: 'grade', holds: 'how well the report lets its reader check the speaker', of: ({ statement }) => statement.sourcing?.grade },
    { name: 'source_type', holds: 'what kind of source', of: ({ statement }) => statement.sourcing?.type },
    { name: 'channel', holds: 'where it was said', of: ({ statement }) => statement.sourcing?.channel },
    { name: 'outlet', holds: 'the medium that got it first', of: ({ statement }) => statement.sourcing?.outlet },
    { name: 'addressee', holds: 'whom it was said to', of: ({ statement }) => statement.sourcing?.addressee },
    { name: 'said', holds: 'when it was said', of: ({ statement }) => statement.sourcing?.said },
    { name: 'chain', holds: 'its tellers from the first voice to the last, parted by " > "', of: chainOf },
    { name: 'accused', holds: 'whom its gravest allegation accuses', of: ({ statement }) => statement.allegations?.[0]?.accused },
    { name: 'wrong', holds: 'of what', of: ({ statement }) => statement.allegations?.[0]?.wrong },
    { name: 'status', holds: 'how that allegation stands', of: ({ statement }) => statement.allegations?.[0]?.status },
    { name: 'allegations', holds: 'how many allegations it makes', of: ({ statement }) => statement.allegations?.length },
    { name: 'decision', holds: 'what a person decided last about it: accept, reject or correct; empty where nobody has', of: decisionOf },
    { name: 'within', holds: 'the id of the statement that tells it', of: ({ statement }) => statement.within },
    {
      name: 'confidence',
      holds: 'how likely source and content are as a careful reader would mark them, 0 to 1',
      of: ({ statement }) => statement.confidence,
    },
    { name: 'because', holds: 'what decided it, parted by " | "', of: ({ statement }) => reasonsOf(statement.because) },
    { name: 'speaker_id', holds: 'the id of the speaker within the report', of: ({ statement }) => statement.speaker },
    { name: 'source_at', holds: 'where the source stands: spans of the text (JSON)', of: ({ statement }) => statement.source },
    { name: 'cue_at', holds: 'where the cue stands (JSON)', of: ({ statement }) => statement.cue },
    { name: 'content_at', holds: 'where the content stands (JSON)', of: ({ statement }) => statement.content },
  ],
};
