// Reports in any number: those of examples/, read once by the real reader, each time with other words of the same length and
// letter case. Every span still stands where it stood, so an analysis of a variant is as large and as nested as a real one.

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/setup.mjs';

const sha256 = (bytes) => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

/** Numbers from 0 to 1 that look random and are the same each time (mulberry32). */
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** The examples' analyses, by the real engine and model. */
export async function readExamples() {
  const { createEngine } = await import('../../dist/engine/index.js');
  const { createNetwork, defaultModelDir, readInputs } = await import('../../dist/node/index.js');
  const engine = createEngine(await createNetwork(defaultModelDir()));
  const folder = join(root, 'examples');
  const names = readdirSync(folder).filter((name) => /\.(txt|html)$/.test(name));
  const analyses = [];
  for await (const input of readInputs(names.map((name) => join(folder, name)))) {
    if (input.kind === 'article') analyses.push(await engine.read(input.article));
  }
  return analyses;
}

/** The examples that are plain texts. */
export function exampleTexts() {
  const folder = join(root, 'examples');
  const names = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  return names.map((name) => readFileSync(join(folder, name), 'utf8'));
}

const WORD = /\p{L}{4,}/gu;

/** The words of the examples by their length. */
function wordsByLength(analyses) {
  const words = new Map();
  for (const { article } of analyses) {
    for (const [word] of article.text.matchAll(WORD)) {
      const list = words.get(word.length) ?? [];
      list.push(word.toLowerCase());
      words.set(word.length, list);
    }
  }
  return words;
}

const cased = (word, like) =>
  [...word]
    .map((letter, i) => (like[i] === like[i].toUpperCase() && like[i] !== like[i].toLowerCase() ? letter.toUpperCase() : letter))
    .join('');

/** How many of a text's words are other ones in its variants. */
const CHANGED = 0.6;

/** @returns a function of a number, from 0, that gives that variant's analysis */
export function variantsOf(analyses) {
  const words = wordsByLength(analyses);
  return (number) => {
    const model = analyses[number % analyses.length];
    const next = random(number + 1);
    const instead = new Map();
    const text = model.article.text.replace(WORD, (word) => {
      if (!instead.has(word)) {
        const list = words.get(word.length);
        instead.set(word, next() < CHANGED ? cased(list[Math.floor(next() * list.length)], word) : word);
      }
      return instead.get(word);
    });
    const bytes = Buffer.from(text);
    const hash = sha256(bytes);
    const day = new Date(Date.UTC(2020, 0, 1 + (number % 1000))).toISOString().slice(0, 10);
    const article = { ...model.article, published: day, sourceHash: sha256(Buffer.from(`${number}`)), textHash: hash, text };
    return { ...model, id: `report-${number}`, article };
  };
}

/** The text as a saved page of a news site: as much around it as such pages have. */
export function pageOf(text, number, bytes) {
  const next = random(number + 7);
  const paragraphs = text.split(/\n+/).map((line) => `<p>${line.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`);
  const head = `<!doctype html><html><head><meta charset="utf-8"><title>Report ${number}</title>`;
  const body = `</head><body><article><h1>Report ${number}</h1>${paragraphs.join('\n')}</article></body></html>`;
  let script = '<script type="application/json">';
  while (head.length + body.length + script.length < bytes)
    script += `{"slot":"${Math.floor(next() * 1e9).toString(36)}","w":${Math.floor(next() * 900)},"lazy":true,"url":"/a/${Math.floor(next() * 1e12).toString(36)}.jpg"},`;
  return `${head}${script}</script>${body}`;
}
