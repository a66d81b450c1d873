/** Where it was said; only what the report says or plainly shows, else `unknown`. */
export const CHANNELS = {
  'press-conference': 'a press conference or briefing',
  speech: 'a speech, rally, sermon or testimony to a crowd',
  debate: 'a debate between candidates or in a chamber',
  interview: 'told to a reporter, or a quoted exchange',
  broadcast: 'said on air',
  'social-media': 'a post',
  'written-statement': 'a statement, article, letter, email or press release',
  document: 'a document speaks for itself',
  court: 'a court: ruling, filing, hearing',
  conversation: 'a talk between people, a call, a meeting',
  unknown: 'the report does not say',
} as const;
export type Channel = keyof typeof CHANNELS;
