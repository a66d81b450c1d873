import { spanOf, textAt, type WordView } from '../model/index.ts';
import type { Character } from './character.ts';
import { type Gender, genderMark, roleNouns, singularOf, titles } from './lexicon.ts';
import type { NameRun } from './name-runs.ts';

/** A role is looked for at most so many words from the name. */
const REACH = 14;

const isRole = (view: WordView, i: number): boolean => {
  const noun = singularOf(view.lower(i));
  return roleNouns.has(noun) || (titles.has(noun) && noun.length > 3);
};
const inRole = (view: WordView, i: number): boolean =>
  /^(?:NN|JJ|CD|POS|VBG|FW)/.test(view.pos(i)) || /^(?:of|and|former|then|ex|vice|for|'|’|s|-|&|\.)$/.test(view.lower(i));

/** Words `first` to `last` as a role, if one of them is a noun for a person in a part. */
function take(view: WordView, character: Character, first: number, last: number, sure = false): void {
  let found = sure;
  let gender: Gender | undefined;
  for (let i = first; i <= last; i++) {
    if (isRole(view, i)) found = true;
    if (!/^['’]$/.test(view.word(i + 1))) gender ??= genderMark(roleNouns.get(singularOf(view.lower(i))));
  }
  if (!found) return;
  character.gender ??= gender;
  for (let i = first; i <= last; i++) character.traits.add(singularOf(view.lower(i)));
  const role = textAt(view.reading.text, spanOf(view.reading.words, [first, last])).replace(/\s+/gu, ' ');
  if (character.role === null || (titles.has(character.role.toLowerCase()) && role.length > character.role.length)) character.role = role;
}

/** "US Secretary of State" before "Ann Poe". */
function before(view: WordView, run: NameRun, character: Character): void {
  let first = run.words[0];
  if (/^(?:of|for|and)$/.test(view.lower(first - 1))) return;
  const low = Math.max(0, first - REACH);
  while (first > low && view.sentence(first - 1) === view.sentence(run.words[0]) && inRole(view, first - 1)) first--;
  while (first < run.words[0] && !/^(?:NN|JJ|VBG)/.test(view.pos(first))) first++;
  if (first < run.words[0])
    take(
      view,
      character,
      first,
      run.words[0] - 1 - (view.word(run.words[0] - 1) === '.' && view.word(run.words[0] - 2).length > 3 ? 1 : 0),
    );
}

/** "the harbour master" in "the harbour master, Ann Poe", and "spokeswoman for the county" in "a spokeswoman for the county, Ann Poe". */
function beforeComma(view: WordView, run: NameRun, character: Character): void {
  if (view.word(run.titled - 1) !== ',') return;
  const end = run.titled - 2;
  const low = Math.max(0, end - REACH);
  const same = (i: number) => i >= low && view.sentence(i) === view.sentence(run.titled);
  let noun = end;
  while (same(noun) && !isRole(view, noun) && (inRole(view, noun) || /^(?:the|a|an|at|in|with)$/.test(view.lower(noun)))) noun--;
  if (!same(noun) || !isRole(view, noun)) return;
  let first = noun;
  while (same(first - 1) && inRole(view, first - 1)) first--;
  const linked = noun === end || /^(?:for|of|at|in|with)$/.test(view.lower(noun + 1));
  if (linked) take(view, character, first, end);
}

/** ", the harbour master" behind "Ann Poe", also behind a bracket: "Ann Poe (R-Ohio), a former judge". */
function after(view: WordView, run: NameRun, character: Character): void {
  let i = run.words[1] + 1;
  if (view.word(i) === '(') {
    takeParty(view, character, i + 1);
    while (i < view.count && i - run.words[1] < 10 && view.word(i) !== ')') i++;
    i++;
  }
  const linked = view.word(i) === ',' || /^(?:is|was|became)$/.test(view.lower(i));
  if (!linked || view.sentence(i) !== view.sentence(run.words[1])) return;
  const first = i + 1;
  const high = Math.min(view.count - 1, first + REACH);
  let last = first - 1;
  let seen = false;
  for (let k = first; k <= high && view.sentence(k) === view.sentence(first); k++) {
    if (/^[,;:()“"—]$/.test(view.word(k)) || /^(?:VB[DZP]|MD|WP|WDT)/.test(view.pos(k))) break;
    if (isRole(view, k)) seen = true;
    if (!seen && (/^(?:IN|TO|PRP)$/.test(view.pos(k)) || k - first > 6)) return;
    last = k;
  }
  while (last >= first && /^(?:IN|TO|CC|DT|\.)$/.test(view.pos(last))) last--;
  const apposed = /^(?:the|a|an)$/.test(view.lower(first)) && view.pos(last) === 'NN' && view.word(last + 1) === ',' && last - first < 6;
  if ((!seen && !apposed) || last < first) return;
  take(view, character, /^(?:the|a|an)$/.test(view.lower(first)) ? first + 1 : first, last, apposed);
}

/** "(D-Va.)" and "(R)" tell a party. */
function takeParty(view: WordView, character: Character, at: number): void {
  const party = view.word(at) === 'R' ? 'republican' : view.word(at) === 'D' ? 'democrat' : undefined;
  if (party !== undefined) character.traits.add(party);
}

/** "of Orlavia" behind "President Teodor Halm": whose office it is belongs to the role. */
function ofWhat(view: WordView, run: NameRun, character: Character): void {
  const at = run.words[1] + 1;
  if (run.titled === run.words[0] || view.lower(at) !== 'of' || !/^NNP/.test(view.pos(at + 1)) || character.role === null) return;
  let last = at + 1;
  while (/^NNP/.test(view.pos(last + 1)) && view.sentence(last + 1) === view.sentence(at)) last++;
  const owner = textAt(view.reading.text, spanOf(view.reading.words, [at, last]));
  if (!character.role.includes(' of ')) character.role = `${character.role} ${owner}`;
  for (let i = at + 1; i <= last; i++) character.traits.add(singularOf(view.lower(i)));
}

/** Takes the roles that stand around a person's name: before it, behind it, and on the other side of a comma. */
export function takeRoles(view: WordView, run: NameRun, character: Character): void {
  before(view, run, character);
  ofWhat(view, run, character);
  beforeComma(view, run, character);
  after(view, run, character);
}
