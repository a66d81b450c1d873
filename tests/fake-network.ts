import type { Network, NetworkOutput } from '../src/language/index.ts';

/**
 * A network for tests that need no weights: the word "said" is a cue, the word before it the source, and the rest of its
 * paragraph the content. Tags are all alike.
 */
export const fakeNetwork: Network = {
  name: 'fake',
  hash: 'sha256:fake',
  labels: { pos: ['X'], entity: ['O'], relation: ['dep'] },
  vocabulary: ['[UNK]', '[CLS]', '[SEP]', '[PAD]', 'said', 'a', '##a'],
  calibration: [
    [-10, 0],
    [10, 1],
  ],
  async read(window): Promise<NetworkOutput> {
    const count = window.at.length;
    const said = [...window.at.keys()].filter((i) => window.pieces[window.at[i]!] === 4);
    const cues = said.filter((i) => window.core[i] === 1);
    const roles = new Float32Array(cues.length * count * 3);
    cues.forEach((cue, c) => {
      for (let i = 0; i < count; i++) {
        const role = i === cue - 1 ? 1 : i !== cue && window.paragraph[i] === window.paragraph[cue] ? 2 : 0;
        roles[(c * count + i) * 3 + role] = 8;
      }
    });
    return {
      cueFirst: Int32Array.from(cues),
      cueLast: Int32Array.from(cues),
      roles,
      begins: Float32Array.from(window.at, (_, i) => (said.includes(i) ? 0.95 : 0.01)),
      pos: new Int32Array(count),
      entity: new Int32Array(count),
      relation: new Int32Array(count),
      head: Int32Array.from(window.at.keys()),
      sentence: new Int32Array(count),
    };
  },
};

/** An article around a text, with nothing else known of it. */
export const articleAround = (text: string) => ({
  id: 'test',
  text,
  credits: [],
  sourceHash: 'sha256:0',
  textHash: 'sha256:0',
  map: { text: [0], source: [0] },
  notices: [],
});
