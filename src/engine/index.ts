/** The engine: takes an Article and a Network, gives an Analysis. The only place that knows the order of the stages. */
export { createEngine, ENGINE_VERSION, type Engine } from './engine.ts';
