import type { ExportRecord } from '../../record.ts';
import type { Table } from '../table.ts';
import { reportColumns } from './report-columns.ts';

/** One row for each report. */
export const reports: Table<ExportRecord, ExportRecord> = {
  name: 'reports',
  summary: 'one row for each report, with its text',
  rowsOf: (record) => [record],
  columns: [
    ...reportColumns<ExportRecord>(),
    { name: 'byline', holds: 'who wrote it, as it says', of: ({ analysis }) => analysis.article.byline },
    { name: 'modified', holds: 'when it was last changed, as it says', of: ({ analysis }) => analysis.article.modified },
    { name: 'captured', holds: 'when it was got from its address', of: ({ analysis }) => analysis.article.captured },
    { name: 'origin_title', holds: 'where its text comes from, as a feed names it', of: ({ analysis }) => analysis.article.origin?.title },
    { name: 'origin_url', holds: 'the address of that', of: ({ analysis }) => analysis.article.origin?.url },
    { name: 'credits', holds: 'its credit lines, parted by " | "', of: ({ analysis }) => analysis.article.credits.join(' | ') },
    { name: 'posts', holds: 'posts that it embeds (JSON)', of: ({ analysis }) => analysis.article.posts },
    { name: 'pages', holds: 'where each page of a PDF begins (JSON)', of: ({ analysis }) => analysis.article.pages },
    { name: 'statements', holds: 'how many statements it has', of: ({ analysis }) => analysis.statements.length },
    { name: 'speakers', holds: 'how many speakers it has', of: ({ analysis }) => analysis.speakers.length },
    { name: 'missed', holds: 'quotations and verbs of speaking that gave no statement (JSON)', of: ({ analysis }) => analysis.missed },
    { name: 'notices', holds: 'what is wrong with the input (JSON)', of: ({ analysis }) => analysis.notices },
    { name: 'reviews', holds: 'what people decided about it and all in it (JSON)', of: ({ reviews: made }) => made },
    { name: 'source_hash', holds: 'sha256 of the bytes as received', of: ({ analysis }) => analysis.article.sourceHash },
    { name: 'text_hash', holds: 'sha256 of the text in UTF-8', of: ({ analysis }) => analysis.article.textHash },
    { name: 'characters', holds: 'length of the text in UTF-16 code units', of: ({ analysis }) => analysis.article.characters },
    { name: 'engine_version', holds: 'which version read it', of: ({ analysis }) => analysis.engine.version },
    { name: 'model', holds: 'with which model', of: ({ analysis }) => analysis.engine.model },
    { name: 'model_hash', holds: "sha256 of that model's weights", of: ({ analysis }) => analysis.engine.modelHash },
    { name: 'text', holds: 'its text, whole', of: ({ analysis }) => analysis.article.text },
  ],
};
