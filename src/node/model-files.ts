import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { JudgeWeights, Labels } from '../model/index.ts';

/** The name of the model that this version is made for. */
export const MODEL_NAME = 'en-news-1';

/** What `model.json` says. */
export interface ModelFile {
  readonly name: string;
  readonly format: number;
  readonly files: Readonly<Record<string, { readonly sha256: string; readonly bytes: number }>>;
  readonly labels: Labels;
  readonly calibration: readonly (readonly [number, number])[];
  /** Of a model that judges statements: what the numbers of `judge.bin` stand for. */
  readonly judge?: Omit<JudgeWeights, NumbersOfJudge> & { readonly hidden: number };
}

type NumbersOfJudge = 'hidden' | 'hiddenBias' | 'out' | 'outBias' | 'ask' | 'askBias' | 'nobody' | 'nobodyBias' | 'zones';

export interface LoadedModel {
  readonly about: ModelFile;
  readonly weights: Uint8Array;
  readonly vocabulary: readonly string[];
  readonly judge: JudgeWeights | undefined;
}

/** The folder of the model that comes with the package. */
export const defaultModelDir = (): string => join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'models', MODEL_NAME);

const advice = (folder: string): string =>
  `Restore ${folder} from the package (reinstall it, or \`git checkout -- models\` in a clone), or name another model with --model.`;

function bytesOf(folder: string, name: string): Uint8Array {
  try {
    return readFileSync(join(folder, name));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new Error(`the model file ${join(folder, name)} cannot be read (${code}). ${advice(folder)}`);
  }
}

/**
 * Reads a model's files and checks each against the sha256 that `model.json` gives.
 *
 * @throws with advice if a file is missing, damaged, or of a format that this version does not know
 * @example loadModel(defaultModelDir()).about.name // 'en-news-1'
 */
export function loadModel(folder: string): LoadedModel {
  let about: ModelFile;
  const raw = bytesOf(folder, 'model.json');
  try {
    about = JSON.parse(Buffer.from(raw).toString('utf8'));
  } catch {
    throw new Error(`${join(folder, 'model.json')} is not JSON; it is damaged. ${advice(folder)}`);
  }
  if (about.format !== 1 || about.files?.['model.onnx'] === undefined) {
    throw new Error(`${join(folder, 'model.json')} has format ${about.format}; this version of hearsay reads format 1. ${advice(folder)}`);
  }
  const checked = (name: string): Uint8Array => {
    const bytes = bytesOf(folder, name);
    const found = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
    const expected = about.files[name]?.sha256;
    if (found !== expected) {
      throw new Error(
        `the model file ${join(folder, name)} is damaged: expected ${expected}, found ${found} (${bytes.length} bytes). ${advice(folder)}`,
      );
    }
    return bytes;
  };
  const vocabulary = Buffer.from(checked('vocab.txt'))
    .toString('utf8')
    .split('\n')
    .filter((piece) => piece !== '');
  const judge = about.judge === undefined ? undefined : judgeOf(about.judge, checked('judge.bin'));
  return { about, weights: checked('model.onnx'), vocabulary, judge };
}

/** The perceptron's numbers out of one row of little-endian 32-bit reals. */
function judgeOf({ hidden: width, ...names }: NonNullable<ModelFile['judge']>, bytes: Uint8Array): JudgeWeights {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  const take = (count: number): Float32Array => Float32Array.from({ length: count }, () => view.getFloat32(4 * at++, true));
  const scores = names.acts.length + 1 + names.wrongs.length + names.statuses.length;
  const hidden = take(width * names.values * (names.queries + 2));
  return {
    ...names,
    hidden,
    hiddenBias: take(width),
    out: take(scores * width),
    outBias: take(scores),
    ask: take(names.keys * width),
    askBias: take(names.keys),
    nobody: take(width),
    nobodyBias: take(1),
    zones: take(3),
  };
}
