/** What is done by saying it. */
export const ACTS = {
  state: 'says, finds, shows: the plain case',
  accuse: 'says that somebody did a wrong',
  criticise: 'disapproves, without saying what wrong was done',
  deny: 'says that something held against somebody is not so',
  admit: 'owns up to something',
  demand: 'urges, orders, asks for',
  promise: 'commits to, plans',
  warn: 'warns, threatens',
  support: 'praises, backs, agrees',
  ask: 'asks a question',
  believe: 'thinks, hopes, feels, expects: no utterance',
  decide: 'rules, votes, decrees',
  decline: 'will not comment, did not answer',
} as const;
export type Act = keyof typeof ACTS;
