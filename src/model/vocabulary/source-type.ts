/** Who speaks (decided: a campaign or a court is an organisation; "critics" are a group; one man kept unnamed is `unnamed`). */
export const SOURCE_TYPES = {
  person: 'a named person',
  organisation: 'a named body: a state, government, court, campaign, company or medium',
  document: 'a report, poll, email, law, video or other record',
  group: 'people spoken of as one: "voters", "critics", "Democrats"',
  unnamed: 'one person or a few who are kept unnamed: "a senior official"',
  author: 'the reporter',
  none: 'nobody is said to have spoken',
} as const;
export type SourceType = keyof typeof SOURCE_TYPES;
