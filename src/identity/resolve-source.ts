import { type Because, spanOf, type WordRange } from '../model/index.ts';
import type { Character } from './character.ts';
import { foldPerson } from './fold.ts';
import { formerOrLatter, handleOf } from './former-latter.ts';
import { joinedNames, jointOf, nameText } from './joint.ts';
import { bodyNouns, documentNouns, isPlural, roleNouns, singularOf } from './lexicon.ts';
import type { NameRun } from './name-runs.ts';
import { type Phrase, phraseOf } from './phrase.ts';
import { resolveNoun } from './resolve-noun.ts';
import { isPronoun, resolvePronoun } from './resolve-pronoun.ts';
import type { Resolved, Scene } from './scene.ts';

const EXAMPLES = /^(?:including|like|as|ranging)$/;
const SIGN = /^[^\p{L}\p{N}@]+$/u;

/** Finds who a source's words are: a pronoun, a relative, a name, names joined, or a noun. */
export function resolveSource(scene: Scene, range: WordRange): Resolved {
  const { view } = scene;
  let [first, last] = range;
  while (first < last && SIGN.test(view.word(first))) first++;
  while (last > first && (SIGN.test(view.word(last)) || (view.lower(last) === 's' && SIGN.test(view.word(last - 1))))) last--;
  const beside = besidePronoun(scene, first, last);
  if (beside !== undefined) return beside;
  if (isPronoun(view.lower(first)) && (first === last || (view.pos(first) === 'PRP' && view.lower(first) !== 'her')))
    return resolvePronoun(scene, first);
  if (/^(?:who|which|that|whom|whose)$/.test(view.lower(first)) && last - first < (view.lower(first) === 'whose' ? 1 : 2))
    return antecedent(scene, first);
  const ordinal = formerOrLatter(scene, first, last);
  if (ordinal !== undefined) return ordinal;
  const handle = handleOf(scene, first, last);
  if (handle !== undefined) return handle;
  const phrase = phraseOf(view, first, last, scene.runAt);
  return resolvePhrase(scene, phrase, last);
}

/** "She and Tom Reed": a pronoun joined with a person's name. */
function besidePronoun(scene: Scene, first: number, last: number): Resolved | undefined {
  const { view } = scene;
  if (!/^(?:he|she)$/.test(view.lower(first)) || view.lower(first + 1) !== 'and' || first + 2 > last) return undefined;
  const run = [2, 3, 4].map((k) => scene.runAt(first + k)).find((r) => r?.kind === 'person' && r.words[0] <= last);
  const other = run === undefined ? undefined : scene.characterOf(run);
  const self = resolvePronoun(scene, first);
  if (run === undefined || other === undefined || self.character === undefined || run.titled > first + 2) return undefined;
  const note = `${self.because.note}, with "${nameText(scene, run)}"`;
  return { character: jointOf(scene, [self.character, other]), because: { ...self.because, rule: 'joined-names', note } };
}

function resolvePhrase(scene: Scene, phrase: Phrase, last: number): Resolved {
  const { view } = scene;
  const because = (rule: string, note: string, range: WordRange = [phrase.first, phrase.last]): Because => ({
    rule,
    at: [spanOf(view.reading.words, range)],
    note,
  });
  if (phrase.head < 0) return { character: undefined, because: because('no-noun', 'the source has no noun') };
  if (phrase.name !== undefined) {
    const inside = runsFrom(scene, phrase.name.words[0], last);
    const row = joinedNames(scene, inside, last);
    const characters = row.map((run) => characterOf(scene, run, phrase)).filter((c) => c !== undefined);
    if (characters.length > 1)
      return {
        character: jointOf(scene, characters),
        because: because('joined-names', row.map((run) => nameText(scene, run)).join(' & ')),
      };
    if (characters[0] !== undefined)
      return { character: characters[0], because: because('name', `named "${nameText(scene, phrase.name)}"`, phrase.name.words) };
  }
  const lone = loneName(scene, phrase);
  if (lone !== undefined) return { character: lone, because: because('name', `"${view.word(phrase.head)}" is ${lone.name}`) };
  const apposed = apposition(scene, phrase);
  if (apposed !== undefined) return { character: apposed, because: because('apposition', `the words beside name ${apposed.name}`) };
  const examples = examplesOf(scene, phrase, last);
  if (examples !== undefined) return { character: examples, because: because('examples', `the group is told by ${examples.name}`) };
  const capitals = newName(scene, phrase);
  if (capitals !== undefined) return { character: capitals, because: because('name', `capitals name ${capitals.name}`) };
  const initials = byInitials(scene, phrase);
  if (initials !== undefined) return { character: initials, because: because('initials', `the first letters of ${initials.name}`) };
  const { character, rule } = resolveNoun(scene, phrase);
  return {
    character,
    because: because(
      rule,
      character?.name != null ? `"${view.word(phrase.head)}" is ${character.name}` : `"${view.word(phrase.head)}" names nobody`,
    ),
  };
}

/** A capitalised word that the network took for a noun, but that is somebody's surname: "WALTERS:". */
function loneName(scene: Scene, phrase: Phrase): Character | undefined {
  const word = scene.view.word(phrase.head);
  if (phrase.determiner !== 'none' || phrase.counted || !/^\p{Lu}/u.test(word)) return undefined;
  return scene.people.named(word, scene.view.sentence(phrase.head));
}

/** Capitals that no tag took for a name, but that are the first letters of a body named in full. */
function byInitials({ view, bodies }: Scene, phrase: Phrase): Character | undefined {
  const word = view.word(phrase.head);
  return /^\p{Lu}{2,6}$/u.test(word) && phrase.head === phrase.leadLast ? bodies.called(word) : undefined;
}

/** Two or three capitalised words that nobody tagged as a name, in the middle or at the start of a sentence. */
function newName(scene: Scene, phrase: Phrase): Character | undefined {
  const { view } = scene;
  const noun = singularOf(view.lower(phrase.head));
  if (phrase.determiner !== 'none' || phrase.counted || roleNouns.has(noun) || bodyNouns.has(noun) || documentNouns.has(noun))
    return undefined;
  for (let i = phrase.first; i <= phrase.leadLast; i++)
    if (!/^\p{Lu}|^-$/u.test(view.word(i)) && !(view.tight(i) && view.word(i - 1) === '-')) return undefined;
  const span = spanOf(view.reading.words, [phrase.first, phrase.leadLast]);
  const text = view.reading.text.slice(span[0], span[1]);
  if (phrase.leadLast === phrase.first && looksLikeBody(scene, { words: [phrase.first, phrase.first], kind: 'open', titled: phrase.first }))
    return scene.bodies.named(text);
  if (phrase.leadLast === phrase.first || !/[\s-]/u.test(text) || isPlural(view.lower(phrase.leadLast))) return undefined;
  const key = `person:${text.toLowerCase()}`;
  const known = scene.known.get(key) ?? scene.cast.add('person', text, { words: foldPerson(text) });
  scene.known.set(key, known);
  return known;
}

/** A name's character; a party or people in the plural is a group and no character here. */
function characterOf(scene: Scene, run: NameRun, phrase: Phrase): Character | undefined {
  const { view } = scene;
  if (
    run.kind === 'person' &&
    run.words[0] === run.words[1] &&
    isPlural(view.lower(run.words[0])) &&
    roleNouns.has(singularOf(view.lower(run.words[0])))
  )
    return undefined;
  if (run.kind === 'person') {
    const namesakes = scene.people.namesakes.get(run);
    if (namesakes === undefined) return scene.characterOf(run);
    return (
      scene.focus.best(view.sentence(run.words[0]), run.words[0], (c) => (namesakes.includes(c) ? 1 : 0)).character ??
      scene.characterOf(run)
    );
  }
  const capital = scene.bodies.capitals.get(run);
  if (capital !== undefined) return capital;
  const word = view.lower(run.words[1]);
  const noun = singularOf(word);
  const people =
    roleNouns.has(noun) || ((run.kind === 'other' || run.kind === 'open') && (view.pos(run.words[1]) === 'NNPS' || isPlural(word)));
  const of = nameText(scene, run).includes(' of ');
  if (people && (run.words[0] === run.words[1] || (roleNouns.has(noun) && isPlural(word) && !of))) return undefined;
  if (run.kind === 'other' && view.pos(run.words[1]) === 'JJ') return undefined;
  if (run.kind !== 'place' && run.words[0] === run.words[1] && documentNouns.has(noun)) return undefined;
  if (run.kind !== 'place' && run.words[1] - run.words[0] < 3 && (documentNouns.has(noun) || bodyNouns.has(noun)) && run.kind === 'open')
    return undefined;
  if (run.kind === 'open') return scene.people.named(nameText(scene, run), view.sentence(run.words[0])) ?? newcomer(scene, run, phrase);
  return scene.characterOf(run);
}

/** A capitalised source that no list and no tag knows: a person if it stands alone, else a body. */
function newcomer(scene: Scene, run: NameRun, phrase: Phrase): Character | undefined {
  const text = nameText(scene, run);
  if (phrase.determiner !== 'none' || /^\p{Lu}{2,6}$/u.test(text) || looksLikeBody(scene, run)) return scene.bodies.named(text);
  if (roleNouns.has(singularOf(text.toLowerCase()))) return undefined;
  const key = `person:${text.toLowerCase()}`;
  const known = scene.known.get(key) ?? scene.cast.add('person', text, { words: text.toLowerCase().split(' ') });
  scene.known.set(key, known);
  return known;
}

/** "EgyptAir", "HuffPost", "Harbour.org": capitals inside a word, or an address, are a body's and no person's; "McCoy" is one's. */
function looksLikeBody({ view }: Scene, { words: [first, last] }: NameRun): boolean {
  const word = view.word(last);
  const address =
    view.word(last + 1) === '.' && view.tight(last + 1) && view.tight(last + 2) && /^(?:com|org|net|co|io)$/.test(view.lower(last + 2));
  return first === last && (address || (/\p{Ll}\p{Lu}/u.test(word) && !/^(?:Mc|Mac|De|Di|La|Le|O|Van|Fitz)\p{Lu}/u.test(word)));
}

function runsFrom(scene: Scene, first: number, last: number): readonly NameRun[] {
  const out: NameRun[] = [];
  for (let i = first; i <= last; i++) {
    const run = scene.runAt(i);
    if (run === undefined) continue;
    out.push(run);
    i = run.words[1];
  }
  return out;
}

/** "the state's chairman, Ann Poe": the person named right behind the comma. */
function apposition(scene: Scene, phrase: Phrase): Character | undefined {
  const role = roleNouns.has(singularOf(scene.view.lower(phrase.head)));
  let comma = phrase.leadLast + 1;
  while (comma <= phrase.leadLast + 8 && comma <= phrase.last && scene.view.word(comma) !== ',') comma++;
  if (scene.view.word(comma) !== ',') return undefined;
  for (let i = comma + 1; i <= comma + 5; i++) {
    const run = scene.runAt(i);
    // What is no known role ("the lamplighter, Ann Poe") must be all that stands before the name.
    if (run?.kind === 'person' && (role ? run.titled <= comma + 2 : run.titled === comma + 1 && run.words[1] === phrase.last))
      return scene.characterOf(run);
    if (run !== undefined && run.kind !== 'open') return undefined;
  }
  return undefined;
}

/** "critics, like Senators A and B": who is named stands for the group. */
function examplesOf(scene: Scene, phrase: Phrase, last: number): Character | undefined {
  for (let i = phrase.leadLast + 1; i < last; i++) {
    if (!EXAMPLES.test(scene.view.lower(i)) || (scene.view.lower(i) === 'as' && scene.view.lower(i - 1) !== 'such')) continue;
    const runs = runsFrom(scene, i + 1, last).filter(
      (run) => run.kind !== 'other' && !(run.words[0] === run.words[1] && roleNouns.has(singularOf(scene.view.lower(run.words[1])))),
    );
    if (runs.length === 0 || runs[0]!.titled - i > 12) return undefined;
    const characters = joinedNames(scene, runs, last)
      .map((run) => characterOf(scene, run, phrase))
      .filter((c) => c !== undefined);
    return characters.length === 0 ? undefined : jointOf(scene, characters);
  }
  return undefined;
}

/** Whom a noun phrase describes that stands behind a name: "Ann Poe, a lawyer", "Ann Poe was one of three who". */
function besides(scene: Scene, first: number): Character | undefined {
  const { view } = scene;
  let at = first - 1;
  while (at > 0 && first - at < 5 && /^(?:one|of|a|an|the)$/.test(view.lower(at))) at--;
  if (!/^(?:,|is|was|are|were)$/.test(view.lower(at))) return undefined;
  const run = scene.runAt(at - 1);
  return run?.kind === 'person' ? scene.characterOf(run) : undefined;
}

/** "who", "which", "that": whom the clause describes, by the syntax and else by the noun before it. */
function antecedent(scene: Scene, at: number): Resolved {
  const { view } = scene;
  let verb = view.head(at);
  for (let up = 0; up < 3 && view.relation(verb) !== 'acl:relcl'; up++) verb = view.head(verb);
  let word = view.relation(verb) === 'acl:relcl' && view.head(verb) < at ? view.head(verb) : at - 1;
  while (
    word > 0 &&
    (SIGN.test(view.word(word)) ||
      (view.relation(verb) !== 'acl:relcl' && !/^(?:NN|PRP|CD|DT)/.test(view.pos(word))) ||
      /^RB/.test(view.pos(word)))
  )
    word--;
  const run = scene.runAt(word);
  let first = run?.words[0] ?? word;
  while (
    first > 0 &&
    view.sentence(first - 1) === view.sentence(at) &&
    at - first < 16 &&
    (/^(?:NN|JJ|DT|CD|PRP\$|POS|VBN)/.test(view.pos(first - 1)) || scene.runAt(first - 1) !== undefined)
  )
    first--;
  if (first === word && isPronoun(view.lower(word))) return resolvePronoun(scene, word);
  const last = run?.words[1] ?? word;
  const beside = run === undefined ? besides(scene, first) : undefined;
  if (beside !== undefined)
    return {
      character: beside,
      because: { rule: 'relative-apposition', at: [spanOf(view.reading.words, [first, last])], note: `the words describe ${beside.name}` },
    };
  const found = resolvePhrase(scene, phraseOf(view, first, Math.max(last, first), scene.runAt), last);
  if (found.character === undefined && view.lower(at) === 'who') {
    const near = scene.focus.last(view.sentence(at), at, (c) => c.type === 'unnamed', 0);
    const note = `"who" is ${near?.name ?? 'the one spoken of'} in the same sentence`;
    if (near !== undefined) return { character: near, because: { ...found.because, rule: 'relative-near', note } };
  }
  return { character: found.character, because: { ...found.because, rule: `relative-${found.because.rule}` } };
}
