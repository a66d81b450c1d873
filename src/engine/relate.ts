import { createRelations as createAny, type Related, type Relations, relate as relateAny } from '../corroboration/index.ts';
import type { Analysis } from '../model/index.ts';
import { ENGINE_VERSION } from './version.ts';

export interface RelateOptions {
  /** ISO date of today, so that a report dated later gives a notice; without it none does. */
  readonly today?: string;
}

/**
 * Relates the reports of a collection: who speaks in several of them, which statements are one, and which answer, change or return another.
 * The order of the analyses does not matter.
 *
 * @throws VersionMismatch for an analysis of another version than this engine's
 * @example relate(analyses).relations.filter((relation) => relation.kind === 'cluster')
 */
export const relate = (analyses: Iterable<Analysis>, options: RelateOptions = {}): Related =>
  relateAny(analyses, { version: ENGINE_VERSION, ...options });

/** The same, report by report: what was compared is kept, so that one more report costs no more than its own comparisons. */
export const createRelations = (options: RelateOptions = {}): Relations => createAny({ version: ENGINE_VERSION, ...options });
