import { type SourceType, spanOf, textAt } from '../model/index.ts';
import type { Character } from './character.ts';
import { roleNouns, singularOf, titles } from './lexicon.ts';
import type { NameRun } from './name-runs.ts';
import type { Scene } from './scene.ts';

/** Names joined in one source are followed to this number. */
const MOST = 12;

/** True if between two names stands only what joins them: "and", commas, titles, brackets. */
function joined(scene: Scene, from: number, to: number): 'and' | 'comma' | undefined {
  const { view } = scene;
  let and = false;
  let comma = false;
  for (let i = from; i < to; i++) {
    const word = view.lower(i);
    if (word === '(') {
      while (i < to && view.word(i) !== ')') i++;
      continue;
    }
    if (/^(?:and|&|nor|or)$/.test(word)) and = true;
    else if (word === ',') comma = true;
    else if (word === '.' || /^(?:the|both|sen|such|once|certain)$/.test(word) || titles.has(word) || roleNouns.has(singularOf(word)))
      continue;
    else if (/^(?:NN|JJ)/.test(view.pos(i)) && (and || comma)) continue;
    else if (comma && /^(?:of|from|in)$/.test(word)) continue;
    else if (/^(?:of|from)$/.test(word) && scene.runAt(i + 1)?.kind === 'place') i = scene.runAt(i + 1)!.words[1];
    else return undefined;
  }
  return and ? 'and' : comma ? 'comma' : undefined;
}

/**
 * The names joined with the first one: "A, B and C". Apposition ("A, minister of B") joins nothing.
 * @returns the names, or only the first where no "and" joins another to it
 */
export function joinedNames(scene: Scene, all: readonly NameRun[], last: number): readonly NameRun[] {
  const runs = all.filter((run) => (run.kind === 'person') === (all[0]?.kind === 'person'));
  const row: NameRun[] = runs.slice(0, 1);
  let closed = false;
  for (let k = 1; k < runs.length && k < MOST; k++) {
    const [before, run] = [runs[k - 1]!, runs[k]!];
    const link = joined(scene, before.words[1] + 1, run.titled);
    const behind = scene.view.word(run.words[1] + 1);
    const owner = /^['’]$/.test(behind) && run.words[1] + 2 < last;
    if (link === undefined || owner) break;
    row.push(run);
    if (link === 'and') {
      closed = true;
      break;
    }
  }
  return closed ? row : runs.slice(0, 1);
}

/** The speaker of a statement that several make together; one character for the same several. */
export function jointOf(scene: Scene, members: readonly Character[]): Character {
  const distinct = [...new Set(members)];
  if (distinct.length === 1) return distinct[0]!;
  const key = `joint:${distinct
    .map((m) => m.key)
    .sort((a, b) => a - b)
    .join(',')}`;
  const known = scene.known.get(key);
  if (known !== undefined) return known;
  const type: SourceType = distinct.every((m) => m.type === distinct[0]!.type) ? distinct[0]!.type : 'organisation';
  const joint = scene.cast.add(type, distinct.map((m) => m.name).join(' & '), { members: distinct, plural: true });
  for (const member of distinct) for (const trait of member.traits) joint.traits.add(trait);
  scene.known.set(key, joint);
  return joint;
}

export const nameText = (scene: Scene, run: NameRun): string =>
  textAt(scene.view.reading.text, spanOf(scene.view.reading.words, run.words)).replace(/\s+/gu, ' ');
