import type { Because, Span, Speaker, WireStatement } from '../../../model/index.ts';
import { textOf } from '../../../model/index.ts';
import type { ExportRecord } from '../../record.ts';

/** A statement with the report that it stands in and the speaker who made it. */
export interface StatementRow extends ExportRecord {
  readonly statement: WireStatement;
  readonly speaker: Speaker | undefined;
}

/** The statements of a record in the order of the text. */
export function statementRows(record: ExportRecord): readonly StatementRow[] {
  const byId = new Map(record.analysis.speakers.map((speaker) => [speaker.id, speaker]));
  return record.analysis.statements.map((statement) => ({
    ...record,
    statement,
    speaker: statement.speaker === null || statement.speaker === undefined ? undefined : byId.get(statement.speaker),
  }));
}

/** The words at the spans, with " … " where words of the report lie between. */
export const wordsAt = ({ analysis }: ExportRecord, spans: readonly Span[]): string => textOf(analysis.article.text, spans);

/** Tellers from the first voice to the last, by their names where they have one. */
export function chainOf({ analysis, statement }: StatementRow): string {
  const names = new Map(analysis.speakers.map(({ id, name, role }) => [id, name ?? role ?? id]));
  return (statement.sourcing?.chain ?? []).map((teller) => names.get(teller) ?? teller).join(' > ');
}

/** Reasons in words: "rule: note". */
export const reasonsOf = (because: readonly Because[]): string => because.map(({ rule, note }) => `${rule}: ${note}`).join(' | ');

const DECIDES: ReadonlySet<string> = new Set(['accept', 'reject', 'correct']);

/** What a person decided last about this reading of the statement: accept, reject or correct. */
export const decisionOf = ({ reviews, statement }: StatementRow): string | undefined =>
  reviews.filter(({ of, action, stands, earlier }) => of === statement.id && stands && !earlier && DECIDES.has(action)).at(-1)?.action;
