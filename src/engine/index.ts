/**
 * The engine: takes an Article and a Network, gives an Analysis, and holds it against house rules; takes Analyses, gives how they relate. The only
 * place that knows the order of the stages.
 */
export { type Related, type Relations, VersionMismatch } from '../corroboration/index.ts';
export { defaultProfile, parseProfile } from '../sourcing/index.ts';
export { createEngine, type Engine } from './engine.ts';
export { createRelations, type RelateOptions, relate } from './relate.ts';
export { ENGINE_VERSION } from './version.ts';
