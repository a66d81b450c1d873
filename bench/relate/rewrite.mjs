// How a desk rewrites what another printed: from other quotation marks to a sentence of its own.

/** Words that desks put for each other. Written by hand; the reader of relations has no such list. */
const SYNONYMS =
  `big large|begin start|help assist|buy purchase|end finish|show demonstrate|say state|think believe|want wish|need require|get obtain|try attempt|keep retain
big huge|small tiny|fast quick|often frequently|now currently|about around|many numerous|enough sufficient|also additionally|but however|very extremely|people citizens|job post|jobs posts
plan scheme|law statute|fight battle|win triumph|country nation|problem trouble|answer reply|idea notion|chance opportunity|money funds|leader chief|leaders chiefs|voters electors
attack assault|attacks assaults|support backing|supporters backers|border frontier|company firm|companies firms|doctor physician|children kids|war conflict|speech address|claim assertion
talk speak|talks negotiations|ask request|asked requested|stop halt|stopped halted|build construct|built constructed|choose select|close shut|destroy wreck|important significant|strong powerful
wrong mistaken|right correct|great tremendous|bad awful|good decent|hard difficult|clear plain|likely probable|new fresh|old aged|rich wealthy|poor needy|angry furious|happy glad|sad unhappy
fear dread|hope trust|love adore|hate loathe|give hand|take seize|make produce|made produced|use employ|used employed|send dispatch|sent dispatched|tell inform|told informed|win prevail|lose forfeit
increase rise|decrease drop|reduce cut|raise lift|change alter|changed altered|allow permit|allowed permitted|force compel|forced compelled|protect defend|protected defended|pay spend|paid spent
report account|vote ballot|votes ballots|woman lady|women ladies|house home|street road|police officers|government administration|world globe|future tomorrow|history past|truth reality|lie falsehood|lies falsehoods`
    .split(/[|\n]/)
    .map((pair) => pair.trim().split(' '));
const synonymOf = new Map(
  SYNONYMS.flatMap(([a, b]) => [
    [a, b],
    [b, a],
  ]),
);

const BRITISH = [
  [/\b(\w+)ize(d|s|r|rs)?\b/g, '$1ise$2'],
  [/\b(\w*)color/g, '$1colour'],
  [/\blabor/g, 'labour'],
  [/\bfavor/g, 'favour'],
  [/\bhonor/g, 'honour'],
  [/\bbehavior/g, 'behaviour'],
  [/\bdefense\b/g, 'defence'],
  [/\bcenter\b/g, 'centre'],
  [/\bprogram\b/g, 'programme'],
  [/\bneighbor/g, 'neighbour'],
  [/\bpercent\b/g, 'per cent'],
];
const NOT_IZE = /\b(?:size|sizes|sized|prize|prizes|seize|seized|seizes|capsize)\b/;

export const bare = (content) =>
  content
    .replace(/["“”«»„]/gu, '')
    .replace(/^[\s,.;:–—-]+|[\s,;:–—-]+$/gu, '')
    .trim();

/** British spelling, other quotation marks, dashes for commas: the same words. */
export function repunctuate(text, chance) {
  let out = NOT_IZE.test(text) ? text : BRITISH.reduce((t, [from, to]) => t.replace(from, to), text);
  out = out
    .replace(/[’]/gu, "'")
    .replace(/\s[–—-]\s/gu, ', ')
    .replace(/;/g, ',');
  if (chance.chance(0.5)) out = out.replace(/, (and|but|which) /g, ' $1 ');
  return out;
}

const sentencesOf = (text) => text.split(/(?<=[.!?])\s+(?=\p{Lu})/u);
const wordCount = (text) => text.split(/\s+/u).filter(Boolean).length;

/** A part of the words: whole sentences, or from one comma to another; undefined where no part says enough. */
export function trim(text, chance, least = 7) {
  const sentences = sentencesOf(text).filter((sentence) => wordCount(sentence) >= least);
  if (sentences.length > 1) return chance.pick(sentences);
  const clauses = text.split(/(?<=[,;:])\s+/u);
  if (clauses.length > 1) {
    const from = chance.below(2);
    const part = clauses.slice(from, from + Math.max(1, clauses.length - 1)).join(' ');
    if (wordCount(part) >= least && wordCount(part) < wordCount(text)) return part.replace(/[,;:]$/u, '');
  }
  return undefined;
}

/** Words whose change alters what was said; their neighbours stay. */
const CHANGED =
  'never always perhaps surely thousands dozens quickly slowly publicly secretly friends enemies tomorrow yesterday northern southern winter money silence honest foolish careful brutal gentle useless'.split(
    ' ',
  );

/**
 * Changes a few words of a quotation: others put for them, one left out or one put in.
 * @returns the new words, and the places of what differs in both as [from, to) of words
 */
export function alter(text, chance, count) {
  const words = text.split(/\s+/u);
  const places = chance
    .shuffle(words.map((_, i) => i))
    .filter((i) => /^[\p{L}’']{3,}$/u.test(words[i]) && i > 0 && i < words.length - 1)
    .slice(0, 40);
  const chosen = [];
  for (const place of places) if (chosen.length < count && chosen.every((other) => Math.abs(other - place) > 2)) chosen.push(place);
  chosen.sort((a, b) => a - b);
  const out = [];
  const [mine, theirs] = [[], []];
  for (const [i, word] of words.entries()) {
    if (!chosen.includes(i)) {
      out.push(word);
      continue;
    }
    const kind = chance.next();
    if (kind < 0.15) theirs.push([i, i + 1]);
    else if (kind < 0.25) {
      mine.push([out.length, out.length + 1]);
      out.push(chance.pick(CHANGED), word);
    } else {
      const synonym = synonymOf.get(word.toLowerCase());
      let other = synonym !== undefined && chance.chance(0.5) ? synonym : chance.pick(CHANGED);
      if (other === word.toLowerCase()) other = 'otherwise';
      mine.push([out.length, out.length + 1]);
      theirs.push([i, i + 1]);
      out.push(other);
    }
  }
  return { text: out.join(' '), mine, theirs };
}

const THIRD = [
  [/\bI'm\b|\bI’m\b|\bI am\b/g, 'he was'],
  [/\bI've\b|\bI’ve\b|\bI have\b/g, 'he had'],
  [/\bI\b/g, 'he'],
  [/\bmy\b/g, 'his'],
  [/\bme\b/g, 'him'],
  [/\bwe're\b|\bwe’re\b|\bwe are\b/gi, 'they were'],
  [/\bwe\b/gi, 'they'],
  [/\bour\b/gi, 'their'],
  [/\bus\b/g, 'them'],
  [/\bwill\b/g, 'would'],
  [/\bcan['’]t\b/g, 'could not'],
  [/\bwon['’]t\b/g, 'would not'],
  [/\bcan\b/g, 'could'],
  [/\bis\b/g, 'was'],
  [/\bare\b/g, 'were'],
  [/\b(?<!to |would |could |might |should )have\b/g, 'had'],
  [/\bhas\b/g, 'had'],
];

/** The words as a reporter tells them: third person, past; synonyms for a share of the words; clauses in another order; one left out. */
export function paraphrase(text, chance, { synonyms = 0.5, drop = 0.4, reorder = 0.4 } = {}) {
  let out = THIRD.reduce((t, [from, to]) => t.replace(from, to), bare(text));
  let clauses = out.split(/(?<=[,;:.!?])\s+/u);
  if (clauses.length > 2 && chance.chance(drop)) {
    const gone = 1 + chance.below(clauses.length - 1);
    const kept = clauses.filter((_, i) => i !== gone);
    if (wordCount(kept.join(' ')) >= 0.6 * wordCount(out)) clauses = kept;
  }
  if (clauses.length > 1 && chance.chance(reorder)) clauses = [...clauses.slice(1), clauses[0]];
  out = clauses.map((clause) => clause.replace(/[,;:.!?]+$/u, '')).join(', ');
  out = out
    .split(' ')
    .map((word) => {
      const synonym = synonymOf.get(word.toLowerCase());
      return synonym !== undefined && chance.chance(synonyms) ? synonym : word;
    })
    .filter((word) => !(/^(?:very|really|just|actually|basically|now|well|so)$/i.test(word) && chance.chance(0.7)))
    .join(' ');
  return out.charAt(0).toLowerCase() === 'h' || /^[A-Z]/.test(out) ? out.charAt(0).toLowerCase() + out.slice(1) : out;
}
