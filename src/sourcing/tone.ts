import type { Act, Because, Speaker } from '../model/index.ts';
import type { Told } from './told.ts';

/** A tone goes on into the next paragraphs, so many. */
const REACH = 2;

/**
 * Who is quoted blaming or praising goes on doing so: a quotation whose own words do not lean keeps the tone of the same
 * speaker's statement just before it.
 *
 * @param told in the order of the text, with the act of each
 */
export function keepTone(
  told: readonly Told[],
  acts: readonly { readonly act: Act; readonly because: Because }[],
): readonly { readonly act: Act; readonly because: Because }[] {
  const last = new Map<Speaker, { readonly act: Act; readonly paragraph: number; readonly id: string }>();
  return told.map((t, i) => {
    const own = acts[i]!;
    if (t.speaker === undefined) return own;
    const before = last.get(t.speaker);
    const near = before !== undefined && t.paragraph - before.paragraph <= REACH;
    const plain = own.act === 'state' && own.because.rule === 'act-content' && t.statement.form !== 'indirect';
    const kept = near && plain && /^(?:criticise|accuse|support)$/.test(before.act);
    const act = kept ? (before.act === 'accuse' ? 'criticise' : before.act) : own.act;
    last.set(t.speaker, { act, paragraph: t.paragraph, id: t.statement.id });
    return kept ? { act, because: { rule: 'act-goes-on', at: t.statement.cue, note: `keeps the tone of ${before.id}` } } : own;
  });
}
