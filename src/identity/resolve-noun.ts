import { BODY, PLACE } from './bodies.ts';
import type { Character } from './character.ts';
import { jointOf, nameText } from './joint.ts';
import { bodyNouns, documentNouns, genderMark, isPlural, keptUnnamed, roleNouns, singularOf } from './lexicon.ts';
import type { NameRun } from './name-runs.ts';
import { modifiers, type Phrase } from './phrase.ts';
import { documentOf, issuerOf } from './resolve-document.ts';
import { ownerOf } from './resolve-owner.ts';
import { type Scene, trait } from './scene.ts';

export interface Found {
  readonly character: Character | undefined;
  readonly rule: string;
}

const EVERYBODY =
  /^(?:everyone|everybody|nobody|others|many|most|some|few|several|critics|all|none|more|voters|audience|crowd|public|media|press|electorate|family|staff|team|leadership|base|majority|minority|half|percent|community|couple|generation|those|industry|elite|elites|population|faction|wing|brass|third|quarter|two-thirds|labor|labour|opposition|establishment|percentage|nations|countries|states)$/;

/** Words that somebody says: "his remarks" and "Poe's account" are heard from who owns them. */
const OWN_WORDS =
  /^(?:remarks?|comments?|words|account|answers?|response|argument|speech|explanation|version|rhetoric|reasoning|language)$/;
const PAPER = /^(?:newspaper|paper|magazine|network|outlet|channel|daily|weekly|broadcaster|website|tabloid|agency|site)$/;
const MASTHEAD =
  /^(?:times|post|news|journal|tribune|herald|gazette|telegraph|guardian|observer|mail|star|sun|globe|chronicle|review|press|tv|radio|weekly|today|standard|mirror|courier|reuters|cnn|bbc)$/;
const KIN =
  /^(?:husband|wife|father|mother|son|daughter|brother|sister|uncle|aunt|nephew|niece|widow|widower|mate|spokesman|spokeswoman|successor|predecessor)$/;

/** A noun of our lists that is written with a hyphen: "front-runner", whose words are three. */
function compoundAt({ view }: Scene, head: number): string | undefined {
  if (view.word(head - 1) !== '-' || !view.tight(head)) return undefined;
  const compound = `${view.lower(head - 2)}-${singularOf(view.lower(head))}`;
  return roleNouns.has(compound) || bodyNouns.has(compound) || documentNouns.has(compound) ? compound : undefined;
}

const OFFICES: readonly string[] =
  'president senator governor congressman congresswoman representative mayor chancellor premier judge justice ambassador secretary minister pope king queen'.split(
    ' ',
  );

/** "the senator" is nobody who is known by another office. */
const otherOffice = (c: Character, noun: string): boolean =>
  OFFICES.includes(noun) && !c.traits.has(noun) && OFFICES.some((office) => c.traits.has(office));

/** Resolves a source whose head is a common noun. */
export function resolveNoun(scene: Scene, phrase: Phrase): Found {
  const { view } = scene;
  const word = view.lower(phrase.head);
  const noun = compoundAt(scene, phrase.head) ?? singularOf(word);
  const plural =
    isPlural(word) || (/^NNP?S$/.test(view.pos(phrase.head)) && !bodyNouns.get(noun)?.has('name') && !/(?:is|ics)$/.test(word));
  if (/^(?:those|some|people)$/.test(word) && /^(?:close|familiar|briefed|with)$/.test(view.lower(phrase.head + 1)))
    return { character: unnamedOf(scene, phrase, 'person', true), rule: 'unnamed' };
  if (/^(?:another|one)$/.test(word) && phrase.head === phrase.leadLast)
    return { character: unnamedOf(scene, phrase, 'person', false), rule: 'unnamed' };
  if (/^(?:them|whom|us)$/.test(word)) return ofThem(scene, phrase);
  if (EVERYBODY.test(word) && word !== 'press') return { character: groupOf(scene, phrase), rule: 'group' };
  if (view.pos(phrase.head) === 'CD' && phrase.head === phrase.last) return { character: groupOf(scene, phrase), rule: 'group' };
  const voice = OWN_WORDS.test(word) ? ownerOf(scene, phrase) : undefined;
  if (voice !== undefined) return { character: voice, rule: 'own-words' };
  const role = roleNouns.get(noun);
  const body = bodyNouns.has(noun);
  const document = documentNouns.has(noun);
  const known =
    !plural && !body && !document && scene.byTrait.get(noun)?.some((c) => c.type === 'person') === true && phrase.determiner === 'definite';
  if (known) return person(scene, phrase, noun);
  if (role !== undefined && !(document && !plural)) return plural ? people(scene, phrase, noun) : person(scene, phrase, noun);
  if (body && !plural) return bodyOf(scene, phrase, noun);
  if (document && /^(?:reports|rumou?rs|accounts)$/.test(word) && phrase.determiner === 'none' && issuerOf(scene, phrase) === undefined)
    return { character: unnamedOf(scene, phrase, noun, true), rule: 'unnamed-reports' };
  if (document) return { character: documentOf(scene, phrase, noun), rule: 'document' };
  if (body) return pair(scene, phrase, noun) ?? { character: groupOf(scene, phrase), rule: 'group' };
  if (plural) return { character: groupOf(scene, phrase), rule: 'group' };
  return { character: undefined, rule: 'no-voice' };
}

/** "one of them" is one kept unnamed, "most of them" a group. */
function ofThem(scene: Scene, phrase: Phrase): Found {
  const one = /^(?:one|another|none)$/.test(scene.view.lower(phrase.first));
  return one
    ? { character: unnamedOf(scene, phrase, 'person', false), rule: 'unnamed' }
    : { character: groupOf(scene, phrase), rule: 'group' };
}

/** One person in a part: somebody named whom the words describe, else one kept unnamed. */
function person(scene: Scene, phrase: Phrase, noun: string): Found {
  const { view, focus } = scene;
  const sentence = view.sentence(phrase.head);
  const singled = phrase.determiner === 'definite' && !phrase.counted;
  const known = (scene.byTrait.get(noun) ?? []).filter((c) => c.type === 'person' && c.members.length === 0);
  const owned = phrase.determiner === 'own' || (phrase.owners.length > 0 && phrase.determiner !== 'indefinite');
  const bare = phrase.determiner === 'none' && phrase.owners.length === 0 && !phrase.counted;
  if (singled || bare || (owned && known.length === 1 && KIN.test(noun))) {
    const told = modifiers(scene.view, phrase);
    const match = (c: Character) => told.filter((m) => c.traits.has(m) || c.words.includes(m)).length;
    if (known.length > 0) {
      const recent = focus.best(sentence, phrase.head, (c) => (known.includes(c) ? 1 + 2 * match(c) : 0)).character;
      const best = known.reduce((a, b) => (match(b) > match(a) ? b : a));
      if (recent !== undefined || match(best) > 0 || known.length === 1) return { character: recent ?? best, rule: 'role' };
    }
    const unnamed = focus.last(sentence, phrase.head, (c) => c.type === 'unnamed' && !c.plural && c.traits.has(noun), 12);
    if (unnamed !== undefined && singled) return { character: unnamed, rule: 'role' };
    if (singled && roleNouns.get(noun)?.has('name') && !narrowed(scene, phrase)) {
      const gender = genderMark(roleNouns.get(noun));
      const near = focus.best(sentence, phrase.head, (c) =>
        c.type !== 'person' || c.plural || c === scene.teller || otherOffice(c, noun)
          ? 0
          : gender !== undefined && c.gender !== undefined && c.gender !== gender
            ? 0
            : 1 + match(c),
      ).character;
      if (near !== undefined) return { character: near, rule: 'role-recent' };
    }
  }
  const later = namedLater(scene, phrase, noun);
  if (later !== undefined) return { character: later, rule: 'named-later' };
  return { character: unnamedOf(scene, phrase, noun, false), rule: 'unnamed' };
}

/** "a German engineer … German engineer Eva Lunt": who is told without a name and named with the same words just below. */
function namedLater(scene: Scene, phrase: Phrase, noun: string): Character | undefined {
  const told = modifiers(scene.view, phrase);
  if (phrase.determiner !== 'indefinite' || told.length === 0) return undefined;
  return scene.byTrait.get(noun)?.find((c) => {
    const first = c.mentions[0]?.[0] ?? -1;
    return c.type === 'person' && first > phrase.head && first - phrase.head < 120 && told.every((m) => c.traits.has(m));
  });
}

const DEPARTMENT =
  /^(?:prime|justice|foreign|defen[cs]e|interior|home|finance|economy|health|education|labou?r|trade|energy|transport|transportation|environment|agriculture|culture|housing|treasury|press)$/;

/** "the band leader": a common noun before the head makes another person of it than "the leader". */
function narrowed({ view }: Scene, phrase: Phrase): boolean {
  for (let i = phrase.first; i < phrase.head; i++)
    if (view.pos(i) === 'NN' && /^\p{Ll}/u.test(view.word(i)) && !roleNouns.has(view.lower(i))) return true;
  if (/^(?:minister|secretary)$/.test(view.lower(phrase.head)) && DEPARTMENT.test(view.lower(phrase.head - 1))) return true;
  return false;
}

/** Several people: a pair already named, a few kept unnamed, or a group. */
function people(scene: Scene, phrase: Phrase, noun: string): Found {
  const known = pair(scene, phrase, noun);
  if (known !== undefined) return known;
  const { view } = scene;
  const close = noun === 'person' && /^(?:familiar|close|briefed|with|involved|who|in)$/.test(view.lower(phrase.leadLast + 1));
  const one = view.lower(phrase.first) === 'one' && view.lower(phrase.first + 1) === 'of' && phrase.counted;
  const clause = noun === 'person' && phrase.leadLast < phrase.last && /^(?:NN|PRP)/.test(view.pos(phrase.leadLast + 1));
  const aides =
    keptUnnamed.has(noun) && noun !== 'person' && noun !== 'official' && noun !== 'ally' && noun !== 'friend' && noun !== 'employee';
  const few = /^(?:two|three)$/.test(view.lower(phrase.first));
  const at = noun === 'official' && (/^(?:at|with)$/.test(view.lower(phrase.leadLast + 1)) || ofOneBody(scene, phrase));
  if (clause || close || one || aides || few || at) return { character: unnamedOf(scene, phrase, noun, !one), rule: 'unnamed' };
  return { character: groupOf(scene, phrase), rule: 'group' };
}

/** "immigration officials", "State Department officials": of one body, and not "federal and state officials" or "elected officials". */
function ofOneBody({ view }: Scene, phrase: Phrase): boolean {
  const before = phrase.head - 1;
  if (before < phrase.first || phrase.counted || /^(?:elected|other|local|public|some|many|most|all|several)$/.test(view.lower(before)))
    return false;
  for (let i = phrase.first; i < phrase.head; i++) if (view.lower(i) === 'and') return false;
  return /^(?:NN|NNP|NNPS|JJ)$/.test(view.pos(before));
}

/** "the senators", "the two countries": the last two or more that spoke or were named together. */
function pair(scene: Scene, phrase: Phrase, noun: string): Found | undefined {
  if (phrase.determiner !== 'definite') return undefined;
  const two = scene.view.lower(phrase.first + 1) === 'two' || scene.view.lower(phrase.first) === 'both';
  const joint = scene.focus.last(
    scene.view.sentence(phrase.head),
    phrase.head,
    (c) => c.members.length > 1 && (two || c.traits.has(noun)),
    10,
  );
  if (joint !== undefined) return { character: joint, rule: 'pair' };
  if (!two) return undefined;
  const type = roleNouns.has(noun) ? 'person' : 'organisation';
  const sentence = scene.view.sentence(phrase.head);
  const last = scene.focus.last(sentence, phrase.first, (c) => c.type === type && c.members.length === 0, 3);
  const other = scene.focus.last(sentence, phrase.first, (c) => c.type === type && c.members.length === 0 && c !== last, 3);
  return last === undefined || other === undefined ? undefined : { character: jointOf(scene, [other, last]), rule: 'pair' };
}

function unnamedOf(scene: Scene, phrase: Phrase, noun: string, plural: boolean): Character {
  const character = scene.cast.add('unnamed', null, { plural, gender: genderMark(roleNouns.get(noun)), words: [noun] });
  for (const m of modifiers(scene.view, phrase)) character.traits.add(m);
  trait(scene, noun, character);
  return character;
}

/** A group; the same words mean the same group. */
export function groupOf(scene: Scene, phrase: Phrase): Character {
  const words: string[] = [];
  for (let i = phrase.first; i <= phrase.leadLast; i++)
    if (!/^(?:the|a|an|some|many|most|other)$/.test(scene.view.lower(i))) words.push(scene.view.lower(i));
  const key = `group:${words.join(' ')}`;
  const known = scene.known.get(key);
  if (known !== undefined) return known;
  const group = scene.cast.add('group', null, { plural: true, words });
  scene.known.set(key, group);
  return group;
}

/** A body by a common noun: owned or modified by a name, one named before, or one without a name. */
function bodyOf(scene: Scene, phrase: Phrase, noun: string): Found {
  const { view, focus, bodies } = scene;
  const sentence = view.sentence(phrase.head);
  const place = view.lower(phrase.head + 1) === 'of' ? scene.runAt(phrase.head + 2) : undefined;
  if (place?.kind === 'person' && /^(?:campaign|administration|government|camp|team|office|family|foundation)$/.test(noun))
    return { character: ownedBody(scene, place, phrase.head), rule: 'owned-body' };
  if (place !== undefined && phrase.determiner !== 'indefinite')
    return { character: bodies.named(`${bodyText(scene, phrase)} of ${nameText(scene, place)}`), rule: 'body' };
  const owner = phrase.owners.at(-1);
  if (owner !== undefined) return { character: ownedBody(scene, owner, phrase.head), rule: 'owned-body' };
  if (phrase.determiner === 'indefinite' || phrase.counted)
    return { character: scene.cast.add('organisation', null, { words: [noun] }), rule: 'body-unnamed' };
  const land = /^(?:state|country|nation|kingdom|republic|island|territory|province|county|city|town|village|municipality|region)$/.test(
    noun,
  );
  const isOne = (c: Character) =>
    c.type === 'organisation' &&
    (PAPER.test(noun) || /^(?:company|group|firm|organization|organisation)$/.test(noun) || !MASTHEAD.test(c.words.at(-1) ?? '')) &&
    c.members.length === 0 &&
    (c.traits.has(PLACE) === land || c.words.includes(noun));
  const paper =
    PAPER.test(noun) && phrase.determiner === 'definite'
      ? focus.last(sentence, phrase.head, (c) => isOne(c) && MASTHEAD.test(c.words.at(-1) ?? ''), 10)
      : undefined;
  if (paper !== undefined) return { character: paper, rule: 'body' };
  const same =
    focus.last(sentence, phrase.head, (c) => isOne(c) && (c.words.includes(noun) || c.traits.has(noun)), 30) ??
    bodies.withWord(noun)[0] ??
    scene.byTrait.get(noun)?.find(isOne);
  if (same !== undefined && (phrase.determiner !== 'none' || bodyNouns.get(noun)!.has('name'))) return { character: same, rule: 'body' };
  if (bodyNouns.get(noun)!.has('name')) return { character: bodies.named(view.word(phrase.head)), rule: 'body' };
  const letters = (c: Character) => /^\p{Lu}{2,6}$/u.test(c.name?.replaceAll('.', '') ?? '');
  const may = OF_ONE_KIND.test(noun) ? letters : (c: Character) => c.traits.has(BODY) || land || c.spans.length > 0;
  const near =
    phrase.determiner === 'definite' ? focus.best(sentence, phrase.head, (c) => (isOne(c) && may(c) ? 1 : 0)).character : undefined;
  if (near !== undefined) {
    trait(scene, noun, near);
    return { character: near, rule: 'body-recent' };
  }
  return { character: scene.cast.add('organisation', null, { words: [noun] }), rule: 'body-unnamed' };
}

/** The noun for a body with the nouns that make one name with it: "harbour board" in "the old harbour board". */
function bodyText({ view }: Scene, phrase: Phrase): string {
  let first = phrase.head;
  while (first > phrase.first && /^NN/.test(view.pos(first - 1))) first--;
  const { text, words } = view.reading;
  return text.slice(words.start[first]!, words.end[phrase.head]!).replace(/\s+/gu, ' ');
}

/** "the committee", "the county" are of one kind: a body last named means them only if its name holds the noun, or is letters alone. */
const OF_ONE_KIND =
  /^(?:committee|subcommittee|council|court|tribunal|jury|county|province|region|district|territory|ministry|department|commission|parliament|cabinet|senate|congress|legislature|assembly|school|university|college|hospital|church|diocese|mosque|union|party|army|navy|military|embassy|chamber|faculty|museum|movement)$/;

/** "the Poe campaign", "Poe's campaign" and "the campaign of Ann Poe" are one body. */
export function ownedBody(scene: Scene, owner: NameRun, head: number): Character {
  const { view } = scene;
  const holder = scene.characterOf(owner);
  const key = `${holder?.key ?? view.lower(owner.words[1])}:${singularOf(view.lower(head))}`;
  const { text, words } = view.reading;
  const name =
    owner.words[0] < head
      ? text.slice(words.start[owner.words[0]]!, words.end[head]!).replace(/\s+/gu, ' ')
      : `${nameText(scene, owner)} ${view.lower(head)}`;
  let body = scene.owned.get(key);
  if (body === undefined) {
    body = scene.cast.add('organisation', name, { words: [...(holder?.words ?? []), view.lower(head)] });
    scene.owned.set(key, body);
    trait(scene, singularOf(view.lower(head)), body);
    body.traits.add(BODY);
  } else if (body.name !== null && name.split(' ').length > body.name.split(' ').length) body.name = name;
  return body;
}
