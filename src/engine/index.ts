/** The engine: takes an Article and a Network, gives an Analysis, and holds it against house rules. The only place that knows the order of the stages. */
export { defaultProfile, parseProfile } from '../sourcing/index.ts';
export { createEngine, ENGINE_VERSION, type Engine } from './engine.ts';
