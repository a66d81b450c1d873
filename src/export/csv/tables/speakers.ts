import type { Speaker } from '../../../model/index.ts';
import type { ExportRecord } from '../../record.ts';
import type { Table } from '../table.ts';
import { reportColumns } from './report-columns.ts';

interface SpeakerRow extends ExportRecord {
  readonly speaker: Speaker;
}

/** One row for each speaker of each report; those who only are accused or addressed have one too. */
export const speakers: Table<ExportRecord, SpeakerRow> = {
  name: 'speakers',
  summary: 'one row for each speaker of each report',
  rowsOf: (record) => record.analysis.speakers.map((speaker) => ({ ...record, speaker })),
  columns: [
    ...reportColumns<SpeakerRow>(),
    { name: 'speaker_id', holds: 'the id of the speaker within the report', of: ({ speaker }) => speaker.id },
    { name: 'name', holds: 'the fullest name that the report gives; empty for one kept unnamed', of: ({ speaker }) => speaker.name },
    { name: 'type', holds: 'what kind of speaker', of: ({ speaker }) => speaker.type },
    { name: 'role', holds: 'the role as the report words it', of: ({ speaker }) => speaker.role },
    { name: 'statements', holds: 'how many statements are theirs', of: countOf },
    { name: 'mentions', holds: 'how often the report mentions them', of: ({ speaker }) => speaker.mentions.length },
    { name: 'mentions_at', holds: 'where: spans of the text (JSON)', of: ({ speaker }) => speaker.mentions },
  ],
};

function countOf({ analysis, speaker }: SpeakerRow): number {
  return analysis.statements.filter((statement) => statement.speaker === speaker.id).length;
}
