import { viewOf, wordFrom } from '../../../model/index.ts';
import { type Check, placeOf, wholeOf } from '../check.ts';

/** Quotations of more than one sentence that stand before the words naming their speaker. */
export const lateSpeaker: Check = ({ statements, reading }) => {
  const view = viewOf(reading);
  return statements
    .filter(({ statement }) => {
      const { source, cue, content, form } = statement;
      const naming = source.length > 0 ? source : cue;
      if (form !== 'direct' || cue.length === 0 || naming.length === 0 || content.length === 0) return false;
      const named = wholeOf(naming)[0];
      const before = content.filter(([start]) => start < named);
      if (before.length === 0) return false;
      const [start, end] = wholeOf(before);
      const first = wordFrom(reading.words, start);
      let last = wordFrom(reading.words, Math.max(start, end - 1));
      while (last > first && /^[^\p{L}\p{N}]+$/u.test(view.word(last))) last--;
      for (let i = first; i < last; i++) if (/^[.!?]$/.test(view.word(i)) && view.sentence(i + 1) !== view.sentence(first)) return true;
      return view.sentence(last) > view.sentence(first);
    })
    .map((s) => placeOf(s.statement));
};
