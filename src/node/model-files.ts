import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Labels } from '../model/index.ts';

/** The name of the model that this version is made for. */
export const MODEL_NAME = 'en-news-1';

/** What `model.json` says. */
export interface ModelFile {
  readonly name: string;
  readonly format: number;
  readonly files: Readonly<Record<string, { readonly sha256: string; readonly bytes: number }>>;
  readonly labels: Labels;
  readonly calibration: readonly (readonly [number, number])[];
}

export interface LoadedModel {
  readonly about: ModelFile;
  readonly weights: Uint8Array;
  readonly vocabulary: readonly string[];
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
  return { about, weights: checked('model.onnx'), vocabulary };
}
