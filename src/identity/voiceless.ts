import { type Statement, wordsIn } from '../model/index.ts';
import type { Character } from './character.ts';
import type { Resolved, Scene } from './scene.ts';

const SEEMS = /^(?:seem|appear|look|sound|apparent|clear|obvious|evident|likely|unlikely|prove|mean|send|show)/;
const PASSIVE = /^(?:was|were|is|are|been|be|being)$/;

/** What stands before a statement without a source: the last statements with their speakers. */
export interface Earlier {
  readonly statement: Statement;
  readonly character: Character | undefined;
  readonly sentence: number;
  readonly paragraph: number;
}

/**
 * Who speaks where no words name anybody: the one whom a quotation continues, the one who speaks in the same sentence
 * ("…, adding that"), the writer ("it seems"), or nobody.
 */
export function resolveVoiceless(
  scene: Scene,
  statement: Statement,
  earlier: readonly Earlier[],
  of: (id: string) => Character | undefined,
): Resolved {
  const { view } = scene;
  const at = statement.cue.length > 0 ? statement.cue : statement.content;
  const because = (rule: string, note: string) => ({ rule, at, note });
  if (statement.continues !== null) {
    const character = of(statement.continues);
    return { character, because: because('continues', `keeps the speaker of ${statement.continues}`) };
  }
  const range = wordsIn(view.reading.words, at[0] ?? [0, 0]);
  const last = earlier.at(-1);
  if (range === undefined) return { character: undefined, because: because('no-source', 'no words name a source') };
  const [first, end] = range;
  const sentence = view.sentence(first);
  if (statement.cue.length > 0) {
    const same = [...earlier].reverse().find((e) => e.sentence === sentence && e.character !== undefined);
    const running =
      /^VBG/.test(view.pos(first)) ||
      (view.pos(first) === 'TO' && view.pos(first + 1) === 'VB') ||
      view.pos(first) === 'CC' ||
      /^VB[DZ]$/.test(view.pos(first));
    if (same !== undefined && running && !PASSIVE.test(view.lower(first)))
      return { character: same.character, because: because('same-sentence', `goes on with the speaker of ${same.statement.id}`) };
    for (let i = first; i <= end; i++)
      if (SEEMS.test(view.lower(i)))
        return {
          character: scene.author(first),
          because: because('seems', `"${view.lower(i)}" without a source is the writer's judgement`),
        };
  }
  const quoted = statement.form === 'direct' && (view.quoted(first) || view.quoted(first + 1));
  if (quoted && last !== undefined && view.paragraph(first) - last.paragraph <= 1)
    return { character: last.character, because: because('nearest', `the nearest speaker before is that of ${last.statement.id}`) };
  return { character: undefined, because: because('no-source', 'no words name a source') };
}
