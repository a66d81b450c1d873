import { type Reading, type Speaker, type Statement, viewOf, type WordView, wordsOf } from '../model/index.ts';

/** Words beside a statement that are looked at, at most. */
const MOST_BESIDE = 120;

/** A statement with its speaker and its words at hand. */
export interface Told {
  readonly statement: Statement;
  readonly speaker: Speaker | undefined;
  readonly view: WordView;
  readonly source: readonly number[];
  readonly cue: readonly number[];
  readonly content: readonly number[];
  /** The words of the sentence in which it is told, without what was said: where channel, date and addressee stand. */
  readonly beside: readonly number[];
  /** First word of the cue, else of the source, else of the content. */
  readonly at: number;
  readonly sentence: number;
  readonly paragraph: number;
}

/**
 * Lays out a statement's words.
 * @param teller the statement that tells it: only the words that it tells stand beside
 */
export function toldOf(reading: Reading, statement: Statement, speaker: Speaker | undefined, teller?: Statement): Told {
  const view = viewOf(reading);
  const source = wordsOf(reading, statement.source);
  const cue = wordsOf(reading, statement.cue);
  const content = wordsOf(reading, statement.content);
  const at = cue[0] ?? source[0] ?? content[0] ?? 0;
  const sentence = view.sentence(at);
  const said = new Set(content);
  const { start } = reading.words;
  const isTold = (i: number) => teller === undefined || teller.content.some(([s, e]) => s <= start[i]! && start[i]! < e);
  const beside: number[] = [];
  const range = reading.sentences[sentence];
  if (range !== undefined) {
    const first = Math.max(range[0], at - MOST_BESIDE);
    for (let i = first; i <= Math.min(range[1], first + 2 * MOST_BESIDE); i++) if (!said.has(i) && isTold(i)) beside.push(i);
  }
  return { statement, speaker, view, source, cue, content, beside, at, sentence, paragraph: view.paragraph(at) };
}
