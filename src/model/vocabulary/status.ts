/** How an allegation stands, as the report tells it. */
export const STATUSES = {
  alleged: 'somebody says so',
  denied: 'the speaker says that it is not so',
  admitted: 'the speaker owns up to it',
  investigated: 'an inquiry is open',
  charged: 'a prosecutor has charged it',
  convicted: 'a court has found it',
  cleared: 'a court or inquiry has found that it was not so',
  hypothetical: 'if, would, might; a fear of the future',
} as const;
export type Status = keyof typeof STATUSES;
