import type { Because } from '../model/index.ts';

/**
 * Lets reasons that are worded alike share their words. Each statement's are put together anew, and of the half million of a book most are
 * alike: kept apart they take a sixth of all memory.
 *
 * @example share([{ rule: 'said', at: [], note: 'the day of the report' }]) // the same reasons, whose notes are known ones
 */
export function noteSharer(): (because: readonly Because[]) => readonly Because[] {
  const known = new Map<string, string>();
  return (because) =>
    because.map((one) => {
      const note = known.get(one.note);
      if (note === undefined) known.set(one.note, one.note);
      return { ...one, note: note ?? one.note };
    });
}
