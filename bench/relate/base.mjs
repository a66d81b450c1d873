// Reports of the corpora beside the project as statements with their speakers. Their texts are read in place and never kept.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { SHARED } from '../accuracy/corpus.mjs';

const lines = (path) => {
  const bytes = readFileSync(join(SHARED, 'corpora', path));
  const text = path.endsWith('.gz') ? gunzipSync(bytes).toString('utf8') : bytes.toString('utf8');
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
};

/** All reports of the training and development corpus. */
export const corpusReports = () => [...lines('polnear-train.ndjson.gz'), ...lines('polnear-dev.ndjson')];

const NAME =
  /(?:\p{Lu}[\p{L}’'.-]+|\p{Lu}\.)(?:\s+(?:\p{Lu}[\p{L}’'.-]+|\p{Lu}\.|of|de|van|von))*\s*\p{Lu}[\p{L}’'-]+|\p{Lu}[\p{L}’'-]{2,}/gu;
const TITLE = /^(?:The|A|An|Mr|Mrs|Ms|Dr|Sen|Rep|Gov|President|Senator|Republican|Democratic|In|But|And|Former)\.?\s+/u;
const BODY =
  /\b(?:campaign|committee|party|department|university|council|ministry|government|court|office|institute|association|union|times|post|news|journal)\b/i;
const SIGNS = /["“”«»„]/gu;

const wordsIn = (text) => text.split(/\s+/u).filter(Boolean).length;

/** Form of a content by its marks: direct if all but a few of its letters stand in them. */
export function formOf(content) {
  const inside = [...content.matchAll(/[“"]([^”"]*)[”"]?/gu)].reduce((sum, m) => sum + m[1].length, 0);
  if (!/[“”"]/u.test(content)) return 'indirect';
  return inside >= 0.9 * content.replace(SIGNS, '').trim().length ? 'direct' : 'mixed';
}

/** Who a source names: a full name where the report has one for that surname, a body, or somebody unnamed by their description. */
function speakerOf(source, fullNames) {
  const found = [...source.matchAll(NAME)].map((m) => m[0].replace(TITLE, '').trim()).filter((name) => name.length > 2);
  if (found.length === 0 || /^(?:he|she|they|it|who|i|we|you)$/i.test(source.trim())) return { name: null, type: 'unnamed', role: null };
  const name = [...found].sort((a, b) => b.split(' ').length - a.split(' ').length)[0];
  if (BODY.test(name) || BODY.test(source)) return { name, type: 'organisation', role: null };
  const surname = name.split(' ').at(-1);
  return { name: fullNames.get(surname) ?? name, type: 'person', role: null };
}

/** Statements of a report: what was said, how, by whom. Those of fewer words than `least` say too little to be planted. */
export function statementsOf(report, least = 6) {
  const fullNames = new Map();
  for (const { source } of report.attributions) {
    const text = source.map(([s, e]) => report.text.slice(s, e)).join(' ');
    for (const [name] of text.matchAll(NAME)) {
      const bare = name.replace(TITLE, '');
      if (bare.split(' ').length > 1) fullNames.set(bare.split(' ').at(-1), bare);
    }
  }
  let last = { name: null, type: 'none', role: null };
  return report.attributions
    .map((attribution, index) => {
      const words = (spans) =>
        spans
          .map(([s, e]) => report.text.slice(s, e))
          .join(' ')
          .replace(/\s+/gu, ' ')
          .trim();
      const source = words(attribution.source);
      const speaker = /^(?:he|she)$/i.test(source)
        ? last
        : source === ''
          ? { name: null, type: 'none', role: null }
          : speakerOf(source, fullNames);
      if (speaker.name !== null) last = speaker;
      const content = words(attribution.content).replace(/^that\s+/u, '');
      return { report: report.id, index, source, cue: words(attribution.cue), content, form: formOf(content), speaker, attribution };
    })
    .filter(({ content }) => wordsIn(content) >= least);
}
