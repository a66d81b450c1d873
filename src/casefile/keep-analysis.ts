import type { Analysis } from '../model/index.ts';
import { type Case, type Recorded, record, recordBeside } from './case.ts';
import { CaseError } from './case-error.ts';
import { faultOf } from './check-analysis.ts';
import { derivedRows } from './derived-rows.ts';
import { appendEvent } from './event.ts';

/** The engine and model that an analysis is by. */
export type By = Analysis['engine'];

/** True if the case has an analysis of a report by this engine and model; by any where none is named. */
export function hasAnalysis({ db }: Case, article: number, by?: By): boolean {
  if (by === undefined) return db.get('SELECT 1 AS there FROM analyses WHERE article = ?', article) !== undefined;
  return (
    db.get('SELECT 1 AS there FROM analyses WHERE article = ? AND engine = ? AND model_hash = ?', article, by.version, by.modelHash) !==
    undefined
  );
}

/** An analysis as it is kept: its text stands elsewhere. */
export const withoutText = (analysis: Analysis): Analysis => ({ ...analysis, article: { ...analysis.article, text: '' } });

/** An analysis as it was. */
export const withText = (analysis: Analysis, text: string): Analysis => ({ ...analysis, article: { ...analysis.article, text } });

/** An analysis with its record, made ready before its turn comes. */
export interface ReadyAnalysis {
  readonly analysis: Analysis;
  readonly record: Recorded;
}

/** Makes the record of an analysis beside other work. */
export const readyAnalysis = async (kept: Case, analysis: Analysis): Promise<ReadyAnalysis> => ({
  analysis,
  record: await recordBeside(kept, withoutText(analysis)),
});

/**
 * Keeps the analysis of a report. A second one by the same engine and model is not kept.
 *
 * @param article number of the report
 * @param ready its record, where that was made before; it counts only for the very same analysis
 * @returns number of its row; undefined where there is one by that engine and model
 * @throws CaseError 'not-allowed' where it does not hold against the report's text
 */
export function keepAnalysis(kept: Case, article: number, analysis: Analysis, ready?: ReadyAnalysis): number | undefined {
  const { db } = kept;
  return db.transaction(() => {
    if (hasAnalysis(kept, article, analysis.engine)) return undefined;
    const text = db.get<{ hash: string; characters: number }>(
      'SELECT t.hash, t.characters FROM articles AS a JOIN texts AS t ON t.number = a.text WHERE a.number = ?',
      article,
    );
    if (text?.hash !== analysis.article.textHash) {
      throw new CaseError('not-allowed', `Expected an analysis of the text ${text?.hash}, found one of ${analysis.article.textHash}.`);
    }
    const fault = faultOf(analysis, text.characters);
    if (fault !== undefined) throw new CaseError('not-allowed', `The analysis does not hold against its text: ${fault}.`);
    const { engine } = analysis;
    const about = ready?.analysis === analysis ? ready.record : record(kept, withoutText(analysis));
    const { number } = db.run(
      'INSERT INTO analyses (article, engine, model, model_hash, record_hash, record_size, record) VALUES (?, ?, ?, ?, ?, ?, ?)',
      article,
      engine.version,
      engine.model,
      engine.modelHash,
      about.hash,
      about.size,
      about.bytes,
    );
    keepRows(kept, number, analysis);
    appendEvent(kept, {
      event: 'analysis',
      analysis: number,
      article,
      engine: engine.version,
      model: engine.modelHash,
      record: about.hash,
    });
    return number;
  });
}

function keepRows({ db }: Case, analysis: number, given: Analysis): void {
  const { speakers, statements, allegations } = derivedRows(given);
  const speakerNumbers = new Map<unknown, number>();
  for (const row of speakers) {
    const { number } = db.run('INSERT INTO speakers (analysis, id, name, type, role) VALUES (?, ?, ?, ?, ?)', analysis, ...row);
    speakerNumbers.set(row[0], number);
  }
  const numberOf = (id: unknown): number | null => speakerNumbers.get(id) ?? null;
  const statementNumbers = new Map<unknown, number>();
  for (const row of statements) {
    const [id, content, form, within, act, speaker, ...rest] = row;
    const { number } = db.run(
      `INSERT INTO statements (analysis, id, content, form, within, act, speaker, type, grade, channel, outlet, said, confidence)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      analysis,
      id!,
      content!,
      form!,
      within!,
      act!,
      numberOf(speaker),
      ...rest,
    );
    statementNumbers.set(id, number);
  }
  for (const [id, place, accused, accusedSpeaker, ...rest] of allegations) {
    db.run(
      `INSERT INTO allegations (statement, place, accused, accused_speaker, wrong, status, victims, location, time)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      statementNumbers.get(id)!,
      place!,
      accused!,
      numberOf(accusedSpeaker),
      ...rest,
    );
  }
}
