/** The sourcing room: takes a Reading, Statement[] and Speaker[], gives each statement's act and Sourcing, and checks house rules. */

export type { Checked, CheckedStatement } from './house-rules/check.ts';
export { checkRules } from './house-rules/check-rules.ts';
export { CHECKS } from './house-rules/checks.ts';
export { defaultProfile, parseProfile } from './house-rules/profile.ts';
export { type Context, type Sourced, sourceStatements, type Voices } from './source-statements.ts';
