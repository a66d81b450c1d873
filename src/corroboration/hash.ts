/** A 32-bit number of a text, spread evenly: FNV-1a with the end mix of MurmurHash3. */
export function hashText(text: string, seed = 0): number {
  let h = 0x811c9dc5 ^ seed;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return mix(h);
}

/** Spreads the bits of a number evenly (the end mix of MurmurHash3). */
export function mix(n: number): number {
  let h = n | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) | 0;
}

/** A 32-bit number of two, in their order. */
export const pair = (a: number, b: number): number => mix(Math.imul(a, 0x9e3779b1) ^ (b + 0x7f4a7c15));

/** A number of a run of numbers, exact up to 2^53, for use as a key. */
export function hashRun(run: ArrayLike<number>, from = 0, to = run.length): number {
  let [a, b] = [0x2545f491, 0x9e3779b9];
  for (let i = from; i < to; i++) {
    a = Math.imul(a ^ run[i]!, 0x01000193);
    b = Math.imul(b, 31) + mix(run[i]!);
  }
  return (mix(a) >>> 0) * 0x200000 + (mix(b) >>> 11);
}

const hex = (n: number): string => (n >>> 0).toString(16).padStart(8, '0');

/**
 * An id made of what it stands for, so that it is the same on every machine and in every order of input.
 * @example idOf('c', 'report', 's1') // 'c-5f2d…', 16 hexadecimal digits
 */
export const idOf = (prefix: string, ...parts: readonly string[]): string => {
  const text = parts.join('\u0000');
  return `${prefix}-${hex(hashText(text, 1))}${hex(hashText(text, 2))}`;
};
