import type { Character } from './character.ts';
import { surveyNouns } from './lexicon.ts';
import type { NameRun } from './name-runs.ts';
import { modifiers, type Phrase } from './phrase.ts';
import { ownerOf } from './resolve-owner.ts';
import { type Scene, trait } from './scene.ts';

/** A document, by its own name or by who issued it; a bare "the report" is the last one of its kind. */
export function documentOf(scene: Scene, phrase: Phrase, noun: string): Character {
  const { view, focus } = scene;
  const issuer = issuerOf(scene, phrase);
  const survey = surveyNouns.has(noun);
  if (issuer === undefined) {
    const same = focus.last(view.sentence(phrase.head), phrase.head, (c) => c.type === 'document' && c.traits.has(noun), 40);
    if (same !== undefined && phrase.determiner !== 'indefinite') return same;
  }
  const { text, words } = view.reading;
  const holder = issuer === undefined ? ownerOf(scene, phrase) : governmentOf(scene, issuer);
  const own = issuer !== undefined && (survey || holder === undefined) && issuer.words[1] < phrase.head;
  const name =
    issuer === undefined
      ? (holder?.name ?? ownName(scene, phrase))
      : own
        ? text.slice(words.start[issuer.words[0]]!, words.end[phrase.head]!).replace(/\s+/gu, ' ')
        : (holder?.name ?? view.word(issuer.words[0]));
  const key = `document:${noun}:${name ?? `${phrase.first}`}`;
  const known = scene.known.get(key);
  if (known !== undefined) return known;
  const document = scene.cast.add('document', name, { words: [noun] });
  for (const m of modifiers(scene.view, phrase)) document.traits.add(m);
  trait(scene, noun, document);
  scene.known.set(key, document);
  return document;
}

/** "documents obtained by Harbour News" are not that medium's. */
const PASSED_ON = /^(?:reported|obtained|seen|reviewed|viewed|read|quoted|cited|previously|first|analyzed|analysed|examined)$/;

/** The name that a document carries: "a Lake Board report", "a report by the Lake Board", "an ad from Poe's campaign". */
export function issuerOf(scene: Scene, phrase: Phrase): NameRun | undefined {
  const before = phrase.owners.at(-1);
  if (before !== undefined) return before;
  for (let i = phrase.head + 1; i <= Math.min(phrase.last, phrase.head + 12); i++) {
    if (!/^(?:by|from|of|at)$/.test(scene.view.lower(i)) || PASSED_ON.test(scene.view.lower(i - 1))) continue;
    for (let k = i + 1; k <= Math.min(phrase.last, i + 5); k++) {
      const run = scene.runAt(k);
      if (run !== undefined && run.kind !== 'open') return run;
      if (!/^(?:the|a|an|federal|national)$/.test(scene.view.lower(k))) break;
    }
  }
  return undefined;
}

/** "the Kestrian report" is the Kestrian government's, if the report names one. */
function governmentOf(scene: Scene, issuer: NameRun): Character | undefined {
  const people = issuer.kind === 'other' ? scene.bodies.called(`${scene.view.word(issuer.words[1])} government`) : undefined;
  return (
    people ??
    scene.owned.get(`${scene.characterOf(issuer)?.key ?? scene.view.lower(issuer.words[1])}:government`) ??
    scene.characterOf(issuer)
  );
}

/** "the Constitution": a capital in the midst of a sentence makes a name of the noun; in a headline it tells nothing. */
function ownName({ view }: Scene, { head, determiner, first }: Phrase): string | null {
  const begins = view.sentence(first - 1) !== view.sentence(first) && first === head;
  const capital = /^\p{Lu}\p{Ll}/u.test(view.word(head)) && determiner === 'definite' && !begins && view.paragraph(head) > 0;
  return capital ? view.word(head) : null;
}
