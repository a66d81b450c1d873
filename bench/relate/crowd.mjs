// A crowd of reports of any size: those of the corpora, then the same in other words, so that each round tells of other things in sentences of
// the same build. One report in five is printed by a second outlet too.
import { createHash } from 'node:crypto';
import { createChance } from './random.mjs';
import { VERSION } from './write-report.mjs';

const WORD = /[\p{L}]+/gu;
const NAME = /(?:\p{Lu}[\p{L}.’'-]+ )*\p{Lu}[\p{L}’'-]+/u;

/** Words of the corpora by how often they stand in them, in classes of about equal frequency; the commonest are left as they are. */
function classesOf(reports) {
  const count = new Map();
  for (const { text } of reports)
    for (const [word] of text.matchAll(WORD)) count.set(word.toLowerCase(), (count.get(word.toLowerCase()) ?? 0) + 1);
  const sorted = [...count]
    .filter(([word]) => word.length > 3)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(150);
  const classes = [];
  for (let i = 0; i < sorted.length; i += 400) classes.push(sorted.slice(i, i + 400).map(([word]) => word));
  return classes;
}

/** Another word for each word: a permutation of every class. */
function dialect(classes, chance) {
  const map = new Map();
  for (const list of classes) {
    const other = chance.shuffle(list);
    for (const [i, word] of list.entries()) map.set(word, other[i]);
  }
  return map;
}

const cased = (word, like) => (/^\p{Lu}/u.test(like) ? word.charAt(0).toUpperCase() + word.slice(1) : word);

/** The text in other words, and a function from its places to those of the new text. */
function translate(text, words) {
  const [from, to] = [[0], [0]];
  let out = '';
  let last = 0;
  for (const match of text.matchAll(WORD)) {
    const other = words.get(match[0].toLowerCase());
    if (other === undefined) continue;
    out += text.slice(last, match.index) + cased(other, match[0]);
    last = match.index + match[0].length;
    from.push(last);
    to.push(out.length);
  }
  out += text.slice(last);
  const place = (at) => {
    let [low, high] = [0, from.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (from[middle] <= at) low = middle;
      else high = middle - 1;
    }
    return to[low] + at - from[low];
  };
  return { text: out, place };
}

function analysisOf(report, text, place, id, publisher, credits) {
  const speakers = new Map();
  const spans = (list) => list.map(([s, e]) => [place(s), place(e)]).filter(([s, e]) => e > s);
  const statements = report.attributions.map((attribution, i) => {
    const source = spans(attribution.source);
    const words = source.map(([s, e]) => text.slice(s, e)).join(' ');
    const name = NAME.exec(words)?.[0] ?? null;
    const key = name ?? words;
    if (words !== '' && !speakers.has(key))
      speakers.set(key, { id: `p${speakers.size + 1}`, name, type: name === null ? 'unnamed' : 'person', role: null, mentions: [] });
    const speaker = words === '' ? null : speakers.get(key);
    speaker?.mentions.push(...source);
    const content = spans(attribution.content);
    const quoted = content.some(([s, e]) => /[“"]/u.test(text.slice(s, e)));
    return {
      id: `s${i + 1}`,
      source,
      cue: spans(attribution.cue),
      content,
      form: quoted ? 'mixed' : 'indirect',
      within: null,
      act: 'state',
      speaker: speaker?.id ?? null,
      sourcing: {
        type: speaker?.type ?? 'none',
        grade: 'named',
        channel: 'unknown',
        outlet: null,
        addressee: null,
        said: null,
        chain: speaker === null ? [] : [speaker.id],
      },
      allegations:
        i % 8 === 0
          ? [
              {
                accused: accusedOf(speakers, speaker),
                accusedSpeaker: null,
                wrong: i % 16 === 0 ? 'deception' : 'insult',
                victims: null,
                place: null,
                when: null,
                status: i % 24 === 0 ? 'denied' : 'alleged',
                spans: {},
                because: [],
              },
            ]
          : [],
      confidence: 0.9,
      because: [],
    };
  });
  const hash = `sha256:${createHash('sha256').update(id).digest('hex')}`;
  return {
    id,
    engine: { version: VERSION, model: 'gold', modelHash: 'sha256:gold' },
    article: {
      title: report.title,
      publisher,
      byline: null,
      published: report.date,
      url: null,
      credits,
      sourceHash: hash,
      textHash: hash,
      characters: text.length,
      text,
    },
    statements,
    speakers: [...speakers.values()],
    missed: [],
    notices: [],
  };
}

/** Somebody named before in the report; nobody where there is none. */
const accusedOf = (speakers, self) => [...speakers.values()].filter((one) => one !== self && one.name !== null).at(-1)?.name ?? null;

/** Analyses, one after the other, until they hold so many statements. */
export function* crowd(reports, statements, seed = 11) {
  const chance = createChance(seed);
  const classes = classesOf(reports);
  let count = 0;
  for (let round = 0; count < statements; round++) {
    const words = round === 0 ? new Map() : dialect(classes, chance);
    for (const report of reports) {
      const { text, place } = translate(report.text, words);
      const id = `${round}/${report.id}`;
      yield analysisOf(report, text, place, id, report.publisher, []);
      count += report.attributions.length;
      if (chance.chance(0.2)) {
        yield analysisOf(report, text, place, `${id}/copy`, 'Harrow Gazette', [`(${report.publisher})`]);
        count += report.attributions.length;
      }
      if (count >= statements) return;
    }
  }
}
