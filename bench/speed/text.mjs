// Reports that nobody wrote: sentences from templates and invented names, in the manner of news prose, the same for the same seed.

const GIVEN = 'Ilsa Tomar Bren Odile Karsten Mirela Juno Petrov Adaeze Lionel Sanna Rufus Yara Emeric Talia Osric Nadia Corwin'.split(' ');
const FAMILY = 'Vorrend Halloway Brandvoll Tesmer Okonda Larrabee Quintal Marisch Dunleavy Sotheren Ebrahl Varga Pellworth Anstad'.split(
  ' ',
);
const PLACES = 'Velmora|Port Ansel|Karridge|the Osk valley|Tarn Heath|North Ravel|Lower Brae|Mereton|Castrel Bay'.split('|');
const ROLES = 'Mayor|Deputy Mayor|Minister|Judge|Senator|Professor|Police Chief|Councillor|Ambassador|Captain|Governor|Inspector'.split(
  '|',
);
const BODIES =
  'the harbour board|the transport ministry|the dockers’ union|a court in Velmora|the fire service|the water company|the school council'.split(
    '|',
  );
const UNNAMED =
  'officials|two people who saw the papers|a person familiar with the talks|residents|villagers|an aide who asked not to be named|witnesses'.split(
    '|',
  );
const OUTLETS = 'reporters|the Karridge Courier|Ravel Radio|a committee hearing|the Mereton Post|parliament'.split('|');
const THINGS =
  'bridge|budget|harbour wall|night ferry|inquiry|contract|reservoir|tram line|settlement|report|licence|census|flood gate|power station'.split(
    '|',
  );
const PAST =
  'was closed|had failed|was signed|would be sold|had been delayed|was never checked|cost twice as much|had to be rebuilt|was out of reach|would open'.split(
    '|',
  );
const WHERE =
  'in the spring|near the old quay|before the vote|after three days of rain|without a permit|at public expense|for a second time'.split(
    '|',
  );
const WHEN = 'on Monday|on Tuesday|late on Wednesday|on Thursday|on Friday|last week|this month|at a briefing'.split('|');
const SAID = 'said|said|said|added|warned|claimed|insisted|noted|argued'.split('|');
const JUDGED = 'reckless|a mistake|long overdue|hard to believe|a first step|unlawful|an insult|fair'.split('|');
const WRONGS = 'hiding the figures|ignoring the warnings|breaking a promise|paying for silence|misleading the public'.split('|');

/** Numbers from 0 to 1, always the same row for the same seed (mulberry32). */
function rowOf(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const capital = (text) => text[0].toUpperCase() + text.slice(1);

/** The words of a text: runs of letters and digits. */
export const countWords = (text) => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;

function writer(seed) {
  const next = rowOf(seed);
  const one = (list) => list[Math.floor(next() * list.length)];
  const cast = Array.from({ length: 6 }, () => ({ given: one(GIVEN), family: one(FAMILY), role: one(ROLES), met: false }));
  const clause = () => `the ${one(THINGS)} ${one(PAST)}${next() < 0.6 ? ` ${one(WHERE)}` : ''}`;
  const person = () => {
    const p = one(cast);
    if (p.met) return next() < 0.7 ? p.family : `${p.role} ${p.family}`;
    p.met = true;
    return `${p.role} ${p.given} ${p.family} of ${one(PLACES)}`;
  };
  const voice = () => (next() < 0.6 ? person() : next() < 0.5 ? one(BODIES) : one(UNNAMED));
  const KINDS = [
    () => `“${capital(clause())},” ${voice()} ${one(SAID)} ${one(WHEN)}.`,
    () => `“${capital(clause())}, and ${clause()},” ${voice()} told ${one(OUTLETS)}. “${capital(clause())}.”`,
    () => `${capital(voice())} ${one(SAID)} that ${clause()}.`,
    () => `${capital(voice())} ${one(SAID)} ${clause()}, adding that ${clause()}.`,
    () => `According to ${voice()}, ${clause()}.`,
    () => `${capital(clause())}, ${voice()} said ${one(WHEN)}.`,
    () => `${capital(voice())} called it “${one(JUDGED)}” and denied that ${one(UNNAMED)} had claimed ${clause()}.`,
    () => `${capital(voice())} accused ${one(BODIES)} of ${one(WRONGS)}; a spokesman said ${clause()}.`,
    () => `${capital(clause())} ${one(WHEN)}.`,
    () => `${capital(one(WHEN))}, ${clause()}, and ${clause()}.`,
    () => `The ${one(THINGS)} in ${one(PLACES)} ${one(PAST)}; ${clause()}.`,
    () => `Work on the ${one(THINGS)} began ${one(WHERE)}, ${Math.floor(next() * 40) + 2} weeks before ${clause()}.`,
  ];
  return {
    paragraph: () => Array.from({ length: 1 + Math.floor(next() * 3) }, () => one(KINDS)()).join(' '),
    title: () => capital(`${clause()}, ${one(BODIES)} says`),
    id: () => `made-${seed}`,
    clause,
  };
}

/**
 * A report of at least so many words.
 *
 * @example makeReport({ words: 300, seed: 7 }).text
 */
export function makeReport({ words, seed }) {
  const { paragraph, title, id } = writer(seed);
  const paragraphs = [];
  for (let count = 0; count < words; ) {
    const made = paragraph();
    paragraphs.push(made);
    count += countWords(made);
  }
  return { id: id(), title: title(), text: paragraphs.join('\n\n') };
}

/** Several reports, each with a seed of its own. */
export const makeReports = (count, words, seed) => Array.from({ length: count }, (_, i) => makeReport({ words, seed: seed + i }));

const SYLLABLES = 'bra del fen gor hal ivo jor kel lun mar nor oss pel qua ril sor tal ulm ver wyn'.split(' ');

/** The family name with a number: all are different, and none is in a list. */
const familyOf = (n) => {
  const at = (k) => SYLLABLES[Math.floor(n / SYLLABLES.length ** k) % SYLLABLES.length];
  return capital(`${at(0)}${at(1)}${at(2)}`);
};

/**
 * A report that names so many different people, each of whom says something and is then called by surname and pronoun.
 *
 * @example makeCrowd({ people: 2000, seed: 5 }).text
 */
export function makeCrowd({ people, seed }) {
  const { clause } = writer(seed);
  const next = rowOf(seed + 1);
  const one = (list) => list[Math.floor(next() * list.length)];
  const paragraphs = Array.from({ length: people }, (_, n) => {
    const [given, family] = [one(GIVEN), familyOf(n)];
    return `${capital(clause())}, ${given} ${family}, a ${one(ROLES).toLowerCase()} of ${one(PLACES)}, said ${one(WHEN)}. “${capital(clause())},” ${family} told ${one(OUTLETS)}.`;
  });
  return { id: `crowd-${people}`, title: capital(clause()), text: paragraphs.join('\n\n') };
}
