// Names, cues and the setting of a statement as a piece of a report.
import { bare } from './rewrite.mjs';

/** Invented outlets and agencies. */
export const OUTLETS =
  'Harrow Gazette|Northbank Courier|Daily Lantern|Vale Examiner|Ostrand Tribune|Quay Observer|Millbrook Star|Fenwick Journal|Highmoor Post|Eastgate Chronicle|Saltmarsh Echo|Tarn Weekly|Corran Mail|Ludmere Standard|Wickham Dispatch|Alder Record'.split(
    '|',
  );
export const AGENCIES = 'Meridian Press Agency|Northern Wire Service|Coastal News Agency|Union Press Service'.split('|');
export const REPORTERS =
  'Ada Quill|Tomas Renn|Iris Valdane|Oskar Thule|Mina Farrow|Jonas Eddery|Petra Lind|Caleb Storrow|Nora Whitby|Emil Castor'.split('|');
export const CUES = [
  'said',
  'said on the day',
  'stated',
  'declared',
  'insisted',
  'remarked',
  'told reporters',
  'explained',
  'argued',
  'added',
  'noted',
  'maintained',
];
export const UNNAMED = [
  'a senior adviser who was in the room',
  'an official familiar with the talks',
  'two people briefed on the decision',
  'a party strategist close to the board',
  'a lawyer who has read the file',
];

const SHINGLE = 6;
const shinglesOf = (text) => {
  const words = bare(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s]/gu, '')
    .split(/\s+/u);
  return words.slice(0, Math.max(0, words.length - SHINGLE + 1)).map((_, i) => words.slice(i, i + SHINGLE).join(' '));
};

/** Statements that no other report of the corpus has in the same words, so that what is not planted is not the same. */
export function unlike(statements) {
  const owners = new Map();
  for (const one of statements) for (const s of shinglesOf(one.content)) owners.set(s, (owners.get(s) ?? 0) + 1);
  return statements.filter((one) => shinglesOf(one.content).every((s) => owners.get(s) === 1) && shinglesOf(one.content).length > 0);
}

/** Share of the runs of four words of one text that stand in the other. */
export function sharedRuns(a, b) {
  const runs = (text) => {
    const words = bare(text)
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s]/gu, '')
      .split(/\s+/u);
    return words.slice(0, Math.max(1, words.length - 3)).map((_, i) => words.slice(i, i + 4).join(' '));
  };
  const other = new Set(runs(b));
  const mine = runs(a);
  return mine.filter((run) => other.has(run)).length / mine.length;
}

/** Share of the words of the shorter text that stand in the other in the same order (longest common subsequence). */
export function sharedInOrder(a, b) {
  const wordsOf = (text) =>
    bare(text)
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s]/gu, '')
      .split(/\s+/u);
  const [x, y] = [wordsOf(a), wordsOf(b)];
  let row = new Array(y.length + 1).fill(0);
  for (const word of x) {
    const next = [0];
    for (let j = 0; j < y.length; j++) next.push(word === y[j] ? row[j] + 1 : Math.max(row[j + 1], next[j]));
    row = next;
  }
  return row.at(-1) / Math.min(x.length, y.length);
}

/** One change in about eight words, three at most. */
export const changesFor = (words, chance) => 1 + chance.below(Math.max(1, Math.min(3, Math.floor(words.split(/\s+/u).length / 8))));

export const quote = (words, marks) => marks[0] + words + marks[1];
export const MARKS = ['“”', '""', '«»', '„“'].map((pair) => [...pair]);

/** The statement as a piece of a report, by other cue and place. */
export function pieceOf(statement, chance, over = {}) {
  const source =
    over.source ?? (statement.source === '' || statement.source.length > 80 ? (statement.speaker.name ?? '') : statement.source);
  const speaker = over.speaker ?? statement.speaker;
  const form = over.form ?? statement.form;
  return {
    content: over.content ?? statement.content,
    form,
    speaker: source === '' ? { name: null, type: 'none', role: null } : speaker,
    source,
    cue: chance.pick(CUES),
    shape: form === 'direct' ? (chance.chance(0.7) ? 'after' : 'before') : 'before',
    ...over.piece,
    plant: over.plant,
  };
}

/** Another way to name the same speaker: the surname alone, as reports do from the second time on. */
export const renamed = ({ speaker, source }, chance) =>
  speaker.type === 'person' && speaker.name?.includes(' ') && chance.chance(0.4)
    ? { source: speaker.name.split(' ').at(-1), speaker }
    : { source: speaker.name ?? source, speaker };
