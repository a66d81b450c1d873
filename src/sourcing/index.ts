/** The sourcing room: takes a Reading, Statement[] and Speaker[], gives each statement's act and Sourcing, and checks house rules. */
export { type Context, type Sourced, sourceStatements, type Voices } from './source-statements.ts';
