import type { Because, Channel, Speaker } from '../model/index.ts';
import { channelIn, isStanding, type Where } from './channel.ts';
import type { Addressed } from './addressing.ts';
import type { Told } from './told.ts';

/** A channel goes on for so many paragraphs without being named again. */
const REACH = 4;

export interface Placed {
  readonly channel: Channel;
  readonly outlet: string | null;
  readonly because: Because;
}

const UNKNOWN = (told: Told): Placed => ({ channel: 'unknown', outlet: null, because: { rule: 'channel-unknown', at: told.statement.cue, note: 'the report does not say where' } });

/**
 * Where each statement was said: as its own sentence tells, else as the same speaker's statements around it tell. One who
 * speaks in one place throughout a report speaks there in its headline too.
 *
 * @param told in the order of the text
 */
export function spreadChannels(told: readonly Told[], addressed: readonly Addressed[]): readonly Placed[] {
  const own = told.map((t, i) => channelIn(t, addressed[i]!.medium));
  const places = placesOf(told, own);
  const last = new Map<Speaker, { readonly where: Where; paragraph: number }>();
  return told.map((t, i) => {
    const here = own[i];
    const { speaker } = t;
    if (speaker === undefined) return here === undefined ? UNKNOWN(t) : placed(here);
    if (here !== undefined) {
      const before = last.get(speaker);
      const keeps = before !== undefined && before.where.channel === here.channel && here.medium === undefined && t.paragraph - before.paragraph <= REACH;
      const where = keeps ? { ...here, medium: before.where.medium } : here;
      last.set(speaker, { where, paragraph: t.paragraph });
      return placed(where);
    }
    if (speaker.type !== 'person' && speaker.type !== 'unnamed' && speaker.type !== 'organisation') return UNKNOWN(t);
    const before = last.get(speaker);
    const standing = isStanding(t);
    if (before !== undefined && !standing && t.paragraph - before.paragraph <= REACH) {
      before.paragraph = t.paragraph;
      return inherited(before.where, t, `goes on where ${speaker.name ?? 'the speaker'} spoke before`);
    }
    const only = places.get(speaker);
    if (only !== undefined && !standing && only !== null && speaker.type === 'person') return inherited(only, t, `${speaker.name ?? 'the speaker'} speaks in one place in this report`);
    return UNKNOWN(t);
  });
}

const placed = ({ channel, medium, because }: Where): Placed => ({ channel, outlet: medium?.name ?? null, because });
const inherited = (where: Where, told: Told, note: string): Placed => ({ channel: where.channel, outlet: where.medium?.name ?? null, because: { rule: 'channel-goes-on', at: told.statement.cue, note } });

/** The one place where each speaker speaks; null for those who speak in several. */
function placesOf(told: readonly Told[], own: readonly (Where | undefined)[]): ReadonlyMap<Speaker, Where | null> {
  const out = new Map<Speaker, Where | null>();
  told.forEach(({ speaker }, i) => {
    const here = own[i];
    if (speaker === undefined || here === undefined || here.channel === 'unknown') return;
    const known = out.get(speaker);
    if (known === undefined) out.set(speaker, here);
    else if (known !== null && known.channel !== here.channel) out.set(speaker, null);
    else if (known !== null && known.medium === undefined && here.medium !== undefined) out.set(speaker, here);
  });
  return out;
}
