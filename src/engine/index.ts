/** The engine: takes an Article and a Network, gives an Analysis; takes Analyses, gives how they relate. The only place that knows the order. */
export { type Related, type Relations, VersionMismatch } from '../corroboration/index.ts';
export { createEngine, type Engine } from './engine.ts';
export { createRelations, type RelateOptions, relate } from './relate.ts';
export { ENGINE_VERSION } from './version.ts';
