import { type Reading, wordFrom } from '../model/index.ts';
import { DECODING, decodeCue, quotationStates } from './decode-cue.ts';
import { beginOf, type Draft, sharedWords, sizeOf } from './draft.ts';
import { type Placed, resolve } from './resolve.ts';
import { accordingTo } from './rules/according-to.ts';
import { withoutBlamed } from './rules/blamed-source.ts';
import { continueQuotations } from './rules/continued-quotation.ts';
import { labelledLines } from './rules/labelled-line.ts';
import { outspoken } from './rules/outspoken.ts';
import { shareSources } from './rules/shared-source.ts';
import { signedPosts } from './rules/signed-post.ts';
import { signedQuotations } from './rules/signed-quotation.ts';
import { wholeQuotation } from './rules/whole-quotation.ts';

/** The statements of a reading as drafts: those of the network's cues, then what the rules add. */
export function draftsOf(reading: Reading): readonly Placed[] {
  const states = quotationStates(reading, (offset) => wordFrom(reading.words, offset));
  const decoded = outspoken(reading, (cue) => decodeCue(reading, cue, states));
  const read = wholeQuotation(
    reading,
    decoded.filter((draft) => draft.score >= DECODING.least),
  );
  const cued = new Set(read.flatMap(({ cue }) => (cue === undefined ? [] : [cue[0], cue[1]])));
  const phrased = accordingTo(reading, (word) => cued.has(word));
  const ruled = [...signedPosts(reading), ...signedQuotations(reading), ...labelledLines(reading)];
  const placed = resolve(
    withoutBlamed(reading, shareSources(reading, inOrder([...withoutRivals([...read, ...phrased], ruled), ...ruled]))),
  );
  const top = placed.filter((p) => p.within === undefined).map((p) => p.draft);
  const grown = continueQuotations(reading, inOrder(top));
  const grownOf = new Map(grown.map((draft) => [draft.cue ?? draft.content[0]!, draft]));
  const follow = (draft: Draft) => grownOf.get(draft.cue ?? draft.content[0]!) ?? draft;
  return [
    ...grown.map((draft) => ({ draft, within: undefined })),
    ...placed.flatMap((p) => (p.within === undefined ? [] : [{ draft: p.draft, within: follow(p.within) }])),
  ].sort((a, b) => beginOf(a.draft) - beginOf(b.draft) || sizeOf(b.draft.content) - sizeOf(a.draft.content));
}

const inOrder = (drafts: readonly Draft[]): Draft[] => [...drafts].sort((a, b) => beginOf(a) - beginOf(b));

/** A post or a labelled line is told by its signature or label: what the network says of the same words yields. */
function withoutRivals(read: readonly Draft[], ruled: readonly Draft[]): readonly Draft[] {
  if (ruled.length === 0) return read;
  return read.filter((draft) => {
    const size = sizeOf(draft.content);
    return !ruled.some((rule) => {
      const shared = sharedWords(draft.content, rule.content);
      return shared > 0 && shared / (size + sizeOf(rule.content) - shared) >= 0.5;
    });
  });
}
