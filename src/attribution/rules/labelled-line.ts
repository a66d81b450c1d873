import { type Reading, spanOf, wordFrom } from '../../model/index.ts';
import type { Draft } from '../draft.ts';

/** "SMITH: …", "Q: …", "Interviewer: …" at a line's begin; the label is short and each of its words is capitalised. */
const LABEL =
  /^[^\S\n]*["“]?((?:\p{Lu}[\p{L}\p{M}.'’-]*|Q|A)(?:[^\S\n]+(?:\p{Lu}[\p{L}\p{M}.'’-]*|of|the|de|van|von|bin|al)){0,5})[^\S\n]*:[^\S\n]+(?=\S)/gmu;
/** Labels of service lines, which nobody says. */
const NOT_A_VOICE =
  /^(?:Photo|Photos|Image|Video|Watch|Read|Read More|See|Related|Update|Updated|Note|Editor['’]?s Note|Source|Sources|Credit|Correction|Location|When|Where|Date|By|Story|Tags|Topics|More|Caption|File|Fact|Analysis|Opinion|Live|Breaking)$/i;
/** So many labelled lines make a transcript. */
const TRANSCRIPT = 3;
/** Lines without a label that one speaker's turn may go on over. */
const MOST_LINES = 3;

/**
 * Lines that begin with the speaker's name and a colon: transcripts ("SMITH: …"), questions and answers ("Q: … A: …"), and
 * headlines ("Minister: no plan to resign"). Lines without a label go on with the one before, in a transcript, but not with
 * the first line, which is a headline as often as a turn.
 */
export function labelledLines(reading: Reading): readonly Draft[] {
  const { words, paragraphs, text } = reading;
  const labels = [...text.matchAll(LABEL)].filter((match) => !NOT_A_VOICE.test(match[1]!));
  const transcript = labels.length >= TRANSCRIPT;
  const drafts: Draft[] = [];
  labels.forEach((match, k) => {
    const first = wordFrom(words, match.index + match[0].length);
    const nameAt = match.index + match[0].indexOf(match[1]!);
    const sourceFirst = wordFrom(words, nameAt);
    if (first >= words.count || sourceFirst >= first) return;
    const source = [sourceFirst, wordFrom(words, nameAt + match[1]!.length - 1)] as const;
    const colon = source[1] + 1;
    const line = words.paragraph[first]!;
    if (words.paragraph[source[0]] !== line || (!transcript && !isHeadline(reading, line))) return;
    const next = labels[k + 1];
    const until = next === undefined ? line + 1 : words.paragraph[wordFrom(words, next.index)]!;
    const goesOn = transcript && line > 0;
    const content = [first, paragraphs[goesOn ? Math.min(Math.max(line, until - 1), line + MOST_LINES) : line]![1]] as const;
    const note = transcript ? 'a line of a transcript begins with its speaker' : 'a headline names its speaker before a colon';
    drafts.push({
      cue: [colon, colon],
      source,
      content: [content],
      score: transcript ? 3 : 1.5,
      verbatim: transcript,
      because: [{ rule: transcript ? 'transcript' : 'headline', at: [spanOf(words, source)], note }],
    });
  });
  return drafts;
}

/** The first line, with no full stop at its end. */
function isHeadline({ paragraphs, words, text }: Reading, line: number): boolean {
  return line === 0 && paragraphs.length > 1 && !/[.!]/.test(text[words.start[paragraphs[0]![1]]!]!);
}
