import { type Reading, spanOf, type WordRange, wordsIn } from '../../model/index.ts';
import type { Draft } from '../draft.ts';

const SIGNATURE = /(?:^|[\s.!?"”’…])[—–-]{1,2}\s?([\p{Lu}@][^\n()—–]{0,60}?\(@\w{1,30}\))(?:[^\n]{0,40})$/gmu;

/**
 * Posts as pages embed them: the post's words, then "— Name (@handle) June 3, 2021", at the line's end or on a line of its
 * own. The source is the name with its handle; there is no cue.
 */
export function signedPosts(reading: Reading): readonly Draft[] {
  const drafts: Draft[] = [];
  for (const match of reading.text.matchAll(SIGNATURE)) {
    const name = match[1]!;
    const nameAt = match.index + match[0].indexOf(name);
    const source = wordsIn(reading.words, [nameAt, nameAt + name.length]);
    if (source === undefined) continue;
    const content = postBefore(reading, source);
    if (content === undefined) continue;
    const at = [spanOf(reading.words, source)];
    drafts.push({
      cue: undefined,
      source,
      content: [content],
      score: 3,
      verbatim: true,
      because: [{ rule: 'signed-post', at, note: 'a post with its signature' }],
    });
  }
  return drafts;
}

/** The words of the line before the dash, or the line before where the signature stands alone. */
function postBefore({ words, paragraphs, text }: Reading, source: WordRange): WordRange | undefined {
  let dash = source[0] - 1;
  while (dash >= 0 && /[—–-]/.test(text[words.start[dash]!]!) && words.paragraph[dash] === words.paragraph[source[0]]) dash--;
  const own = paragraphs[words.paragraph[source[0]]!]!;
  if (dash >= own[0]) return [own[0], dash];
  return words.paragraph[source[0]]! > 0 ? paragraphs[words.paragraph[source[0]]! - 1] : undefined;
}
