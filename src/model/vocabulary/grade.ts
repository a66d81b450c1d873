/** How well the report lets its reader check the speaker, best first. */
export const GRADES = {
  named: 'the speaker is named',
  document: 'the speaker is a document that is identified',
  described: 'unnamed, but with a role or a link to the facts: "a Treasury official who saw the letter"',
  collective: 'a group speaking as one: "Republicans", "experts"',
  bare: 'unnamed and without a role: "sources", "people", "reports say"',
  author: 'the reporter',
  none: 'nobody is said to have spoken',
} as const;
export type Grade = keyof typeof GRADES;
