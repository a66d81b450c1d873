import type { Network, NetworkOutput, NetworkWindow } from '../language/index.ts';
import { loadModel } from './model-files.ts';

/**
 * Opens a model behind the `Network` port, on one thread that does not spin.
 *
 * @param folder the model's folder; its files are checked against their sha256
 * @throws with advice if the model is missing or damaged
 * @example const engine = createEngine(await createNetwork(defaultModelDir()));
 */
export async function createNetwork(folder: string): Promise<Network> {
  const { about, weights, vocabulary, judge } = loadModel(folder);
  // Loaded when first needed: the native library takes a tenth of a second.
  const { InferenceSession, Tensor } = await import('onnxruntime-node');
  const column = (data: Int32Array) => new Tensor('int32', data, [data.length]);
  const session = await InferenceSession.create(weights, {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    executionMode: 'sequential',
    graphOptimizationLevel: 'all',
    logSeverityLevel: 3,
    extra: { session: { intra_op: { allow_spinning: '0' }, inter_op: { allow_spinning: '0' } } },
  });
  // The session has a copy of its own and holds on to this one: its bytes are let go.
  if (weights.buffer instanceof ArrayBuffer) structuredClone(weights.buffer, { transfer: [weights.buffer] });
  const read = async (window: NetworkWindow): Promise<NetworkOutput> => {
    const out = await session.run({
      pieces: column(window.pieces),
      gap: column(window.gap),
      letters: column(window.letters),
      quote: column(window.quote),
      at: column(window.at),
      paragraph: column(window.paragraph),
      marks: column(window.marks),
      core: column(window.core),
    });
    const whole = (name: string) => out[name]!.data as Int32Array;
    const real = (name: string) => out[name]!.data as Float32Array;
    return {
      cueFirst: whole('cue_first'),
      cueLast: whole('cue_last'),
      roles: real('roles'),
      begins: real('begins'),
      pos: whole('pos'),
      entity: whole('entity'),
      relation: whole('relation'),
      head: whole('head'),
      sentence: whole('sentence'),
      ...(judge === undefined ? {} : { senses: out.senses!.data as Int8Array }),
    };
  };
  const hash = about.files['model.onnx']!.sha256;
  return {
    name: about.name,
    hash,
    labels: about.labels,
    calibration: about.calibration,
    vocabulary,
    ...(judge === undefined ? {} : { judge }),
    read,
  };
}
