import type { Act } from '../model/index.ts';
import { BLAME_WORDS, PRAISE_WORDS, WRONG_WORDS } from './lexicon.generated.ts';
import type { Told } from './told.ts';

const WRONG: ReadonlySet<string> = new Set(WRONG_WORDS);
const BLAME: ReadonlySet<string> = new Set(BLAME_WORDS);
const PRAISE: ReadonlySet<string> = new Set(PRAISE_WORDS);

export interface Leaning {
  readonly act: Act;
  /** The words that decided. */
  readonly at: readonly number[];
  readonly note: string;
}

/** What was said, as its words lean, where the cue ("said") does not tell. */
export function leaning({ view, content, statement, speaker }: Told): Leaning {
  const lower = (k: number) => (content[k] === undefined ? '' : view.lower(content[k]!));
  const lean = (act: Act, at: readonly number[], note: string): Leaning => ({ act, at, note });
  const wrong: number[] = [];
  const blame: number[] = [];
  const praise: number[] = [];
  const must: number[] = [];
  const shall: number[] = [];
  const risk: number[] = [];
  content.forEach((i, k) => {
    const word = view.lower(i);
    if (WRONG.has(word)) wrong.push(i);
    else if (BLAME.has(word)) blame.push(i);
    else if (PRAISE.has(word) && !/^(?:not|no|never|t)$/.test(lower(k - 1))) praise.push(i);
    if (/^(?:should|must|ought)$/.test(word) || (/^(?:need|needs|have|has|got)$/.test(word) && lower(k + 1) === 'to')) must.push(i);
    if ((word === 'will' || word === 'would' || word === 'll' || /^(?:plans|plan|intends|intend|hopes)$/.test(word)) && /^(?:i|we|he|she|it|they|'|’)$/.test(lower(k - 1)) && k < 4) shall.push(i);
    if (/^(?:risk|risks|danger|threat|threatens|vulnerable|jeopardize|depress|consequences|deadly)$/.test(word)) risk.push(i);
  });
  const last = content.at(-1);
  const direct = statement.form === 'direct';
  const marks = content.filter((i) => view.word(i) === '?').length;
  if (last !== undefined && marks > 0 && (view.word(last) === '?' || view.word(last - 1) === '?') && content.length < 60) return lean('ask', [last], 'what was said is a question');
  if (speaker?.type === 'document') return wrong.length > 1 ? lean('accuse', wrong, 'words for a wrong') : lean('state', [], 'a record that tells');
  if (wrong.length > 0 && wrong.length * 40 >= content.length) return lean('accuse', wrong, 'words for a wrong');
  if (shall.length > 0 && blame.length === 0) return lean('promise', shall, 'speaks of what will be done');
  if (must.length > 0 && blame.length < 3) return lean('demand', must, 'says what must be done');
  if (risk.length > 0 && direct) return lean('warn', risk, 'speaks of a danger');
  if (blame.length > praise.length && (blame.length > 1 || content.length < 30)) return lean('criticise', blame, 'words of blame');
  if (praise.length > blame.length && (praise.length > 1 || content.length < 20)) return lean('support', praise, 'words of praise');
  return lean('state', [], 'nothing in the words says more');
}
