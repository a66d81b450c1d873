import {
  type CueReading,
  type JudgeWeights,
  type Notice,
  notice,
  type Reading,
  type Senses,
  type WordRange,
  type Words,
} from '../model/index.ts';
import type { Network, NetworkOutput } from './network.ts';
import { createPieces, type Pieces } from './pieces.ts';
import { quotationsOf } from './quotations.ts';
import { cutWindows, layPieces, layWindow, type WindowRange } from './windows.ts';
import { cutWords } from './words.ts';

/** Log-odds below this, at the edges of a cue's row, are not kept. */
const FAINT = -6;

const piecesOf = new WeakMap<Network, Pieces>();

function piecesFor(network: Network): Pieces {
  let pieces = piecesOf.get(network);
  if (pieces === undefined) {
    pieces = createPieces(network.vocabulary);
    piecesOf.set(network, pieces);
  }
  return pieces;
}

/**
 * Reads a text: words, paragraphs, sentences and quotations, and what the network says of each word.
 * Work and memory grow in a straight line with the text.
 *
 * @throws what the network throws; never because of the text
 * @example (await readText('“No,” she said.', network)).cues.length // 1
 */
export async function readText(text: string, network: Network): Promise<Reading> {
  const cut = cutWords(text);
  const pieces = piecesFor(network);
  const row = layPieces(cut, pieces);
  const sentenceStart = new Uint8Array(cut.count);
  const words = { ...cut, sentence: new Int32Array(cut.count), ...tagColumns(cut.count) };
  const cues: CueReading[] = [];
  const senses = network.judge === undefined ? undefined : unsensed(cut.count, network.judge);
  for (const range of cutWindows(row)) {
    const output = await network.read(layWindow(cut, row, range, pieces));
    takeTags(words, sentenceStart, output, range);
    takeCues(cues, output, range);
    if (senses !== undefined) takeSenses(senses, output, range);
  }
  const { quotations, notices } = quotationsOf(text);
  const sentences = rangesWhere(cut.count, (i) => i === 0 || cut.paragraph[i] !== cut.paragraph[i - 1] || sentenceStart[i] === 1);
  for (const [k, [first, last]] of sentences.entries()) words.sentence.fill(k, first, last + 1);
  return {
    text,
    words,
    labels: network.labels,
    paragraphs: rangesWhere(cut.count, (i) => i === 0 || cut.paragraph[i] !== cut.paragraph[i - 1]),
    sentences,
    quotations,
    cues,
    notices: [...textNotices(text, cut.count, cut.start, cut.end), ...notices],
    ...(senses === undefined ? {} : { senses }),
  };
}

const tagColumns = (count: number) => ({
  pos: new Uint8Array(count),
  entity: new Uint8Array(count),
  head: new Int32Array(count),
  relation: new Uint8Array(count),
});

function takeTags(words: Words, sentenceStart: Uint8Array, output: NetworkOutput, { words: [first], core }: WindowRange): void {
  for (let i = core[0]; i <= core[1]; i++) {
    const k = i - first;
    words.pos[i] = output.pos[k]!;
    words.entity[i] = output.entity[k]!;
    words.relation[i] = output.relation[k]!;
    words.head[i] = first + output.head[k]!;
    sentenceStart[i] = output.sentence[k]!;
  }
}

const unsensed = (count: number, judge: JudgeWeights): Senses => ({
  of: new Int8Array(count * (judge.values + judge.queries)),
  keys: new Int8Array(count * judge.keys),
  judge,
});

function takeSenses({ of, keys, judge }: Senses, { senses }: NetworkOutput, { words: [first], core }: WindowRange): void {
  if (senses === undefined) return;
  const sense = judge.values + judge.queries;
  for (let i = core[0]; i <= core[1]; i++) {
    const from = (i - first) * (sense + judge.keys);
    of.set(senses.subarray(from, from + sense), i * sense);
    keys.set(senses.subarray(from + sense, from + sense + judge.keys), i * judge.keys);
  }
}

/** log(e^a + e^b) */
const either = (a: number, b: number): number => Math.max(a, b) + Math.log1p(Math.exp(-Math.abs(a - b)));

function takeCues(cues: CueReading[], output: NetworkOutput, { words: [first, last], core }: WindowRange): void {
  const count = last - first + 1;
  output.cueFirst.forEach((cueFirst, c) => {
    const at = first + cueFirst;
    if (at < core[0] || at > core[1]) return;
    const source = new Float32Array(count);
    const content = new Float32Array(count);
    let low = count;
    let high = -1;
    for (let k = 0; k < count; k++) {
      const r = (c * count + k) * 3;
      const [n, s, t] = [output.roles[r]!, output.roles[r + 1]!, output.roles[r + 2]!];
      source[k] = s - either(n, t);
      content[k] = t - either(n, s);
      if (source[k]! > FAINT || content[k]! > FAINT) {
        low = Math.min(low, k);
        high = k;
      }
    }
    cues.push({
      words: [at, first + output.cueLast[c]!],
      probability: output.begins[cueFirst]!,
      from: first + Math.min(low, count),
      source: source.slice(low, high + 1),
      content: content.slice(low, high + 1),
    });
  });
}

function rangesWhere(count: number, begins: (index: number) => boolean): WordRange[] {
  const out: WordRange[] = [];
  let first = 0;
  for (let i = 1; i <= count; i++) {
    if (i < count && !begins(i)) continue;
    out.push([first, i - 1]);
    first = i;
  }
  return count === 0 ? [] : out;
}

function textNotices(text: string, count: number, start: Int32Array, end: Int32Array): Notice[] {
  if (text.length > 0 && count === 0) return [notice('no-words', 'the text has no words, only white space')];
  for (let i = 0; i < count; i++) {
    if (end[i]! - start[i]! > 1000) {
      return [notice('long-word', `a word of ${end[i]! - start[i]!} characters is read as one unknown word`, [start[i]!, end[i]!])];
    }
  }
  return [];
}
