import { cutWords, quotationsOf } from '../src/language/index.ts';
import type { Reading, Span, Statement, WordRange } from '../src/model/index.ts';

/** Names that stand in a test's sentence, by what the network would tag them. */
export interface Names {
  readonly person?: readonly string[];
  readonly body?: readonly string[];
  readonly place?: readonly string[];
  readonly other?: readonly string[];
  readonly date?: readonly string[];
}

const CLOSED: Readonly<Record<string, string>> = {};
const close = (tag: string, words: string) => {
  for (const word of words.split(' ')) (CLOSED as Record<string, string>)[word] = tag;
};
close('DT', 'the a an this that these those some any both all another no');
close(
  'IN',
  'of in on at by for with from about during after before as like through against under over than because since into near upon while whether if',
);
close('TO', 'to');
close('CC', 'and or but &');
close('PRP', 'he she it they i we you him them me us');
close('PRP$', 'his her its their my our your');
close('WP', 'who whom what');
close('WDT', 'which');
close('MD', 'will would can could should must may might');
close(
  'VBD',
  'said told was were wrote asked urged warned denied added met spoke accused promised tweeted reported demanded praised called had did found showed ruled refused declined insisted continued announced condemned visited',
);
close('VBZ', 'says is has does shows tells writes adds seems appears');
close('VBP', 'say are have do');
close('VBG', 'saying adding calling urging including writing speaking');
close('VBN', 'been seen told');
close('VB', 'be stay comment come go wait resign leave stop');
close('JJ', 'senior former local new safe unsafe late old federal deputy public corrupt good bad terrible wonderful close familiar');
close('RB', 'not also later again too now never very');
close('CD', 'one two three percent');

/**
 * What hangs on what in a test's sentence, as "word relation head" parted by ";". A word may bring its tag ("killed/VBD") and, if it
 * stands several times, which one is meant ("of#2"). Words that are not told hang on nothing.
 *
 * @example 'army nsubj killed/VBD; villagers dobj killed'
 */
export type Syntax = string;

/** A sentence's words with tags by their form, for tests: no network, and every edge stands in the sentence. */
function tagOf(word: string, named: boolean): string {
  const lower = word.toLowerCase();
  if (named) return 'NNP';
  if (/^[^\p{L}\p{N}]+$/u.test(word))
    return word === ','
      ? ','
      : /[.!?]/.test(word)
        ? '.'
        : word === '('
          ? '-LRB-'
          : word === ')'
            ? '-RRB-'
            : /["“”]/.test(word)
              ? "''"
              : ':';
  if (/^\d/.test(word)) return 'CD';
  if (CLOSED[lower] !== undefined && (word.length < 2 || !/^\p{Lu}+$/u.test(word))) return CLOSED[lower]!;
  if (/^\p{Lu}/u.test(word)) return 'NNP';
  if (/ly$/.test(lower)) return 'RB';
  if (/[^s]s$/.test(lower)) return 'NNS';
  return 'NN';
}

/**
 * Reads a marked text: `{source} <cue> [[content]]`, each statement's marks in their order; `{}` for a statement without a source.
 * A `|` between marks and words is not needed; what is not marked is only text.
 *
 * @example marked('{Ann Poe} <said> [[the bridge is safe]].', { person: ['Ann Poe'] }).statements[0].source // [[0, 7]]
 */
export function marked(
  source: string,
  names: Names = {},
  syntax?: Syntax,
): { readonly reading: Reading; readonly statements: readonly Statement[] } {
  const sources: Span[][] = [];
  const cues: Span[][] = [];
  const contents: Span[][] = [];
  let text = '';
  const open: number[] = [];
  for (let i = 0; i < source.length; i++) {
    const two = source.slice(i, i + 2);
    if (two === '[[' || two === ']]') {
      if (two === '[[') open.push(text.length);
      else contents.push([[open.pop()!, text.length]]);
      i++;
    } else if (source[i] === '{' || source[i] === '<') open.push(text.length);
    else if (source[i] === '}' || source[i] === '>') {
      const start = open.pop()!;
      const spans: Span[] = start === text.length ? [] : [[start, text.length]];
      (source[i] === '}' ? sources : cues).push(spans);
    } else text += source[i];
  }
  const reading = readingOf(text, names, syntax);
  const quoted = (span: Span) => reading.quotations.some((q) => q.at[0] <= span[0] && span[1] <= q.at[1]);
  const touched = (span: Span) => reading.quotations.some((q) => q.at[0] < span[1] && span[0] < q.at[1]);
  const statements = contents.map((content, i) => ({
    id: `s${i + 1}`,
    source: sources[i] ?? [],
    cue: cues[i] ?? [],
    content,
    form: content.every(quoted) ? ('direct' as const) : content.some(touched) ? ('mixed' as const) : ('indirect' as const),
    within: null,
    continues: null,
    confidence: 1,
    because: [],
  }));
  return { reading, statements };
}

/**
 * A reading of a text whose names are told. Sentences end with ".", "!" or "?" before a blank, and with the paragraph. Without a syntax
 * only subjects and compounds are guessed.
 */
export function readingOf(text: string, names: Names = {}, syntax?: Syntax): Reading {
  const cut = cutWords(text);
  const { count } = cut;
  const labels = {
    pos: ['NN'],
    entity: ['O', 'PERSON', 'ORGANIZATION', 'LOCATION', 'MISC', 'DATE'],
    relation: ['dep', 'nsubj', 'goeswith'],
  };
  const pos = new Uint8Array(count);
  const entity = new Uint8Array(count);
  const kinds = [names.person, names.body, names.place, names.other, names.date];
  kinds.forEach((list, k) => {
    for (const name of list ?? []) {
      for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
        for (let i = 0; i < count; i++) if (entity[i] === 0 && cut.start[i]! >= at && cut.end[i]! <= at + name.length) entity[i] = k + 1;
      }
    }
  });
  const word = (i: number) => text.slice(cut.start[i], cut.end[i]);
  for (let i = 0; i < count; i++) {
    const possessive = /^['’]$/.test(word(i)) && word(i + 1) === 's';
    const tag =
      possessive || (word(i) === 's' && /^['’]$/.test(word(i - 1))) ? 'POS' : tagOf(word(i), entity[i]! > 0 && /\p{L}/u.test(word(i)));
    let code = labels.pos.indexOf(tag);
    if (code < 0) code = labels.pos.push(tag) - 1;
    pos[i] = code;
  }
  const tagged = (i: number) => labels.pos[pos[i]!]!;
  const sentence = new Int32Array(count);
  const ranges = (begins: (i: number) => boolean): WordRange[] => {
    const out: WordRange[] = [];
    let first = 0;
    for (let i = 1; i <= count; i++) {
      if (i < count && !begins(i)) continue;
      out.push([first, i - 1]);
      first = i;
    }
    return count === 0 ? [] : out;
  };
  const line = (i: number) => cut.paragraph[i] !== cut.paragraph[i - 1];
  const ends = (i: number) =>
    /^[.!?]$/.test(word(i)) && !(word(i) === '.' && /^(?:Mr|Ms|Mrs|Dr|Sen|Gov|Rep|Gen|Lt|Dec|[A-Z])$/.test(word(i - 1)));
  const sentences = ranges(
    (i) =>
      line(i) ||
      (ends(i - 1) && cut.start[i]! > cut.end[i - 1]!) ||
      (/^["”]$/.test(word(i - 1)) && ends(i - 2) && /^\p{Lu}|^["“]/u.test(word(i))),
  );
  sentences.forEach(([first, last], k) => {
    sentence.fill(k, first, last + 1);
  });
  const head = Int32Array.from({ length: count }, (_, i) => i);
  const relation = new Uint8Array(count);
  const guess = () => {
    for (let i = 0; i < count; i++) {
      const joined = /^(?:and|&)$/.test(word(i + 1));
      const next = (joined ? [2, 3, 4, 5] : [1, 2, 3])
        .map((k) => i + k)
        .find((k) => k < count && sentence[k] === sentence[i] && /^VB[DZP]|^MD/.test(tagged(k)));
      if (next !== undefined && /^(?:NN|PRP)/.test(tagged(i)) && tagged(i) !== 'PRP$' && (joined || next === i + 1)) {
        head[i] = next;
        relation[i] = 1;
      } else if (i + 1 < count && /^NN|^JJ|^DT/.test(tagged(i)) && /^NN/.test(tagged(i + 1))) head[i] = i + 1;
    }
  };
  if (syntax === undefined) guess();
  else hang({ syntax, labels, count, word, pos, head, relation });
  const { quotations, notices } = quotationsOf(text);
  return {
    text,
    words: { ...cut, sentence, pos, entity, head, relation },
    labels,
    paragraphs: ranges(line),
    sentences,
    quotations,
    cues: [],
    notices,
  };
}

/** Lays a syntax that is told over the columns. */
function hang({
  syntax,
  labels,
  count,
  word,
  pos,
  head,
  relation,
}: {
  readonly syntax: Syntax;
  readonly labels: { readonly pos: string[]; readonly relation: string[] };
  readonly count: number;
  readonly word: (i: number) => string;
  readonly pos: Uint8Array;
  readonly head: Int32Array;
  readonly relation: Uint8Array;
}): void {
  const codeOf = (list: string[], name: string): number => (list.includes(name) ? list.indexOf(name) : list.push(name) - 1);
  const find = (written: string): number => {
    const [, name, which, tag] = /^(.+?)(?:#(\d))?(?:\/(\S+))?$/.exec(written)!;
    const places = Array.from({ length: count }, (_, i) => i).filter((i) => word(i) === name);
    const i = places[Number(which ?? 1) - 1];
    if (i === undefined) throw new Error(`expected a word of the text, found "${written}" in the syntax`);
    if (tag !== undefined) pos[i] = codeOf(labels.pos, tag);
    return i;
  };
  for (const row of syntax.split(';')) {
    const [child, name, parent] = row.trim().split(/\s+/);
    const i = find(child!);
    if (name === undefined) continue;
    if (parent === undefined) throw new Error(`expected "word relation head", found "${row.trim()}" in the syntax`);
    head[i] = find(parent);
    relation[i] = codeOf(labels.relation, name);
  }
}
