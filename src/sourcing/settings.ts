import { type Because, type Channel, type Reading, type Speaker, spanOf, type WordView } from '../model/index.ts';
import { mediumIn, placedIn, type Where } from './channel.ts';
import type { Told } from './told.ts';

const SPEAKS =
  /^(?:speaks?|spoke|speaking|appear(?:s|ed|ing)?|appearance|comments?|remarks?|interview(?:ed)?|campaign(?:ed|ing)|address(?:ed|es|ing)?|made|rally|event)$/;

/** The verb of such a sentence: who speaks there stands before it. "In an interview" stands before who speaks. */
const SPEAKING =
  /^(?:speaks?|spoke|speaking|appear(?:s|ed|ing)|comments?|interviewed|campaign(?:ed|ing)|address(?:ed|es|ing)|made|said|says|told|tells|asked|discussed|joined)$/;

/** A sentence that only sets the scene: "Poe spoke at a rally in Dunmore." */
export interface Setting {
  readonly where: Where;
  readonly sentence: number;
  readonly paragraph: number;
}

/**
 * Where each speaker is said to speak in sentences beside the statements, looked for in the paragraphs in which that
 * speaker's statements stand.
 *
 * @returns for each speaker the settings by the index of their sentence
 */
export function settingsOf(reading: Reading, view: WordView, told: readonly Told[]): ReadonlyMap<Speaker, ReadonlyMap<number, Setting>> {
  const out = new Map<Speaker, Map<number, Setting>>();
  const seen = new Map<number, { channel: Channel; because: Because; medium: Where['medium'] } | undefined>();
  for (const { speaker, sentence, paragraph } of told) {
    if (speaker === undefined || speaker.type === 'document' || speaker.type === 'group') continue;
    for (let k = Math.max(0, sentence - 3); k <= Math.min(reading.sentences.length - 1, sentence + 3); k++) {
      if (Math.abs(view.paragraph(reading.sentences[k]![0]) - paragraph) > 1) continue;
      if (!seen.has(k)) seen.set(k, settingIn(reading, view, k));
      const found = seen.get(k);
      if (found === undefined || !mentioned(reading, speaker, k, speakingAt(reading, view, k))) continue;
      const own = out.get(speaker) ?? new Map<number, Setting>();
      out.set(speaker, own.set(k, { where: found, sentence: k, paragraph: view.paragraph(reading.sentences[k]![0]) }));
    }
  }
  return out;
}

/** The scene that a sentence sets, by its index; undefined where it sets none. */
export function settingIn(reading: Reading, view: WordView, k: number): Where | undefined {
  const [first, last] = reading.sentences[k]!;
  if (last - first > 60) return undefined;
  const words = Array.from({ length: last - first + 1 }, (_, n) => first + n);
  if (!words.some((i) => SPEAKS.test(view.lower(i)))) return undefined;
  const asked = words.some((i) => /^(?:told|tells|telling|interview|interviewed)$/.test(view.lower(i)));
  const place = placedIn(view, words);
  const medium = mediumIn(view, words);
  if (place === undefined && medium === undefined) return undefined;
  const channel = medium !== undefined && asked ? 'interview' : (place?.channel ?? (medium!.air ? 'broadcast' : 'interview'));
  const useful = medium !== undefined && /^(?:interview|broadcast|written-statement)$/.test(channel) ? medium : undefined;
  return {
    channel,
    medium: useful,
    because: { rule: 'channel-setting', at: [spanOf(reading.words, [first, last])], note: `a sentence nearby tells a ${channel}` },
  };
}

/** Where the words of speaking begin: who speaks there stands before them. */
function speakingAt(reading: Reading, view: WordView, k: number): number {
  const [first, last] = reading.sentences[k]!;
  for (let i = first; i <= last; i++) if (SPEAKING.test(view.lower(i))) return reading.words.start[i]!;
  return Infinity;
}

/** True if the speaker is mentioned in the sentence; mentions are sorted, so this halves its way. */
function mentioned(reading: Reading, speaker: Speaker, k: number, until: number): boolean {
  const [start, end] = spanOf(reading.words, reading.sentences[k]!);
  let low = 0;
  let high = speaker.mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (speaker.mentions[middle]![0] < start) low = middle + 1;
    else high = middle;
  }
  return low < speaker.mentions.length && speaker.mentions[low]![0] < Math.min(end, until);
}
