import type { JudgeWeights, Labels } from '../model/index.ts';

/** One window of a text as the network takes it. Columns of pieces hold [CLS] and [SEP] too. */
export interface NetworkWindow {
  readonly pieces: Int32Array;
  readonly gap: Int32Array;
  readonly letters: Int32Array;
  readonly quote: Int32Array;
  /** For each word of the window, the index of its first piece. */
  readonly at: Int32Array;
  /** For each word, its paragraph and the quotation marks before it. */
  readonly paragraph: Int32Array;
  readonly marks: Int32Array;
  /** For each word, 1 where a cue that begins here is to be read in this window. */
  readonly core: Int32Array;
}

/** What the network says of one window; word indices count from the window's first word. */
export interface NetworkOutput {
  /** First and last word of each cue. */
  readonly cueFirst: Int32Array;
  readonly cueLast: Int32Array;
  /** For each cue and each word three scores (logits): neither, source, content. */
  readonly roles: Float32Array;
  /** For each word the probability that a cue begins there. */
  readonly begins: Float32Array;
  /** For each word: indices into the labels, the head's word, and whether a sentence starts. */
  readonly pos: Int32Array;
  readonly entity: Int32Array;
  readonly relation: Int32Array;
  readonly head: Int32Array;
  readonly sentence: Int32Array;
  /** For each word its sense, if the network judges statements: see `Senses`. */
  readonly senses?: Int8Array;
}

/** The port behind which the network runs. The engine keeps no reference to files or threads. */
export interface Network {
  readonly name: string;
  /** "sha256:…" of the weights. */
  readonly hash: string;
  readonly labels: Labels;
  /** The pieces of the vocabulary in the order of their ids. */
  readonly vocabulary: readonly string[];
  /** Reads acts and allegations from the senses of words. */
  readonly judge?: JudgeWeights;
  /** From a statement's raw score to a probability: see `calibrate`. */
  readonly calibration: readonly (readonly [score: number, probability: number])[];
  read(window: NetworkWindow): Promise<NetworkOutput>;
}
