// What people ask: words taken from the reports as often as they stand there, and every operator.
import { createDice } from './reports.mjs';

/** @returns {{ kind: string, query: string }[]} */
export function makeQueries(count, reports, texts) {
  const dice = createDice(7);
  const pick = (list) => list[Math.floor(dice() * list.length)];
  const words = () =>
    pick(texts)
      .split(/[^\p{L}]+/u)
      .filter((word) => word !== '');
  const word = () => pick(words());
  /** A word that says something: not among the most frequent ones. */
  const telling = () => reports.words[40 + Math.floor(Math.exp(dice() * Math.log(8000)))];
  const phrase = (length) => {
    const all = words();
    const at = Math.floor(dice() * (all.length - length));
    return all.slice(at, at + length).join(' ');
  };
  const kinds = {
    'a telling word': telling,
    'any word, the most frequent too': word,
    'two words': () => `${telling()} ${word()}`,
    'either of two': () => `${telling()} OR ${telling()}`,
    'one without another': () => `${telling()} NOT ${word()}`,
    'a phrase': () => `"${phrase(2)}"`,
    'a phrase in curly marks': () => `“${phrase(3)}”`,
    'near each other': () => `NEAR(${telling()} ${word()}, 8)`,
    'a prefix': () => `${telling().slice(0, 4)}*`,
    'a speaker': () => `speaker:"${pick(reports.names)}"`,
    'a speaker and a word': () => `speaker:${pick(reports.names).split(' ')[0]} ${word()}`,
    codes: () => `wrong:${pick(['killing', 'corruption'])} grade:${pick(['bare', 'named'])}`,
    'a code and a word': () => `act:${pick(['deny', 'accuse'])} ${telling()}`,
    months: () => `${telling()} date:[20${10 + Math.floor(dice() * 10)}-01 TO 20${20 + Math.floor(dice() * 2)}-06]`,
    'newest first': () => `${word()} sort:-date`,
    'a publisher': () => `publisher:${reports.words[200 + Math.floor(dice() * 120)]} ${telling()}`,
  };
  const names = Object.keys(kinds);
  return Array.from({ length: count }, (_, i) => ({ kind: names[i % names.length], query: kinds[names[i % names.length]]() }));
}
