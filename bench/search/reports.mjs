// Invented reports with ready analyses: as many statements as are asked for, words spread as in natural texts (Zipf).

/** Numbers from 0 to 1, the same in every run (mulberry32). */
export function createDice(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const FREQUENT =
  'the of to and a in that is was for on it with as he said at by from his be not are have they were this had will an but or has who'.split(
    ' ',
  );
const HEADS = 'br cl d dr f fl g gr h k l m n p pl qu r s sh sl st t th tr v w'.split(' ');
const CORES = 'a e i o u ai ea oo ou'.split(' ');
const TAILS = 'n r l t s nd rk st m p ck ng'.split(' ');
const ENDS = ['', 'er', 'ing', 'ed', 'ment', 'ly', 'ion', 'al'];

/** Words by their rank: the frequent ones of English first, then invented ones. */
function makeWords(count, dice) {
  const pick = (list) => list[Math.floor(dice() * list.length)];
  const words = new Set(FREQUENT);
  while (words.size < count) {
    const stem = Array.from({ length: dice() < 0.5 ? 1 : 2 }, () => pick(HEADS) + pick(CORES) + pick(TAILS)).join('');
    words.add(stem + pick(ENDS));
  }
  return [...words];
}

const ACTS = ['state', 'state', 'state', 'accuse', 'criticise', 'deny', 'demand', 'promise', 'warn', 'support'];
const GRADES = ['named', 'named', 'named', 'described', 'collective', 'bare', 'document'];
const CHANNELS = ['unknown', 'unknown', 'press-conference', 'interview', 'social-media', 'speech', 'written-statement'];
const WRONGS = ['killing', 'corruption', 'deception', 'arbitrary-detention', 'censorship', 'negligence'];

/** @returns an endless maker of reports of so many statements each, and the words it draws from */
export function createReports(seed, tools, each = 20) {
  const dice = createDice(seed);
  const words = makeWords(40_000, dice);
  const word = () => words[Math.min(words.length - 1, Math.floor(Math.exp(dice() * Math.log(words.length + 1))) - 1)];
  const capital = (text) => text[0].toUpperCase() + text.slice(1);
  const names = Array.from(
    { length: 4000 },
    () => `${capital(words[100 + Math.floor(dice() * 900)])} ${capital(words[1000 + Math.floor(dice() * 20_000)])}`,
  );
  const publishers = Array.from({ length: 120 }, (_, i) => `The ${capital(words[200 + i])} Courier`);
  const pick = (list) => list[Math.floor(dice() * list.length)];
  const hash = (text) => tools.hash(new TextEncoder().encode(text));
  const make = (number) => {
    const speakers = Array.from({ length: 6 }, (_, i) => ({
      id: `p${i + 1}`,
      name: pick(names),
      type: 'person',
      role: `${word()} minister`,
      mentions: [],
    }));
    let text = '';
    const statements = [];
    for (let i = 0; i < each; i++) {
      const speaker = pick(speakers);
      const start = text.length;
      const content = Array.from({ length: 8 + Math.floor(dice() * 30) }, word).join(' ');
      text += `${speaker.name} said ${content}.${i % 2 === 0 ? ' ' : '\n\n'}`;
      const from = start + speaker.name.length + 6;
      statements.push({
        ...{ id: `s${i + 1}`, source: [[start, start + speaker.name.length]], cue: [[start + speaker.name.length + 1, from - 1]] },
        ...{ content: [[from, from + content.length]], form: 'indirect', within: null, act: pick(ACTS), speaker: speaker.id },
        sourcing: {
          type: 'person',
          grade: pick(GRADES),
          channel: pick(CHANNELS),
          outlet: null,
          addressee: null,
          said: null,
          chain: [speaker.id],
        },
        allegations:
          dice() < 0.15
            ? [
                {
                  ...{
                    accused: pick(names),
                    accusedSpeaker: null,
                    wrong: pick(WRONGS),
                    victims: null,
                    place: null,
                    when: null,
                    status: 'alleged',
                    spans: {},
                    because: [],
                  },
                },
              ]
            : [],
        confidence: Math.round(dice() * 1000) / 1000,
        because: [{ rule: 'cue', at: [[from - 5, from - 1]], note: 'a verb of speaking' }],
      });
    }
    const month = 1 + Math.floor(dice() * 12);
    const known = {
      ...{ title: capital(Array.from({ length: 7 }, word).join(' ')), publisher: pick(publishers), byline: pick(names) },
      published: `20${10 + Math.floor(dice() * 12)}-${String(month).padStart(2, '0')}-${String(1 + Math.floor(dice() * 28)).padStart(2, '0')}`,
      ...{ url: `https://courier.example/${number}`, credits: [], sourceHash: hash(`source ${number}`), textHash: hash(text) },
    };
    const id = `report-${number}`;
    const article = { id, text, ...known, map: { text: [0], source: [0] }, notices: [] };
    const analysis = {
      ...{ id, engine: { version: '0.1.0', model: 'made-up', modelHash: hash('weights') } },
      ...{ article: { ...known, characters: text.length, text }, statements, speakers, missed: [], notices: [] },
    };
    return { kind: 'article', article, analysis, bytes: new TextEncoder().encode(`source ${number}`) };
  };
  return { make, words, names };
}
