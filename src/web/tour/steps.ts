/** A step of the tour of the example story. */
export interface Step {
  readonly to: string;
  readonly title: string;
  readonly words: string;
  /** What is brought into view. */
  readonly target: string;
}

export const STEPS: readonly Step[] = [
  {
    to: '/reports',
    title: 'Fourteen reports',
    words:
      'Each row is a report as it came in. The search takes words and fields, as in accused:army wrong:killing; the lists on the left narrow it down. Your own files can be dropped anywhere in this window.',
    target: '.table-wrap',
  },
  {
    to: '/reports/r1?s=s2',
    title: 'Who said what, and on whose word',
    words:
      'In the text: who speaks is underlined, the verb of saying is dotted, what was said stands between brackets. The card beside it tells how well it is sourced, and what else says the same. Everything dashed is the machine’s suggestion; only people decide.',
    target: '.m-source',
  },
  {
    to: '/review',
    title: 'Deciding',
    words:
      'What matters most comes first: grave allegations, unnamed sources, doubtful readings. Press a to accept, x to reject, e to correct, n for a note, u to undo. A second reader signs off on a tab of its own.',
    target: '.review-card',
  },
  {
    to: '/echoes',
    title: 'One voice, six reports',
    words:
      'The harbour master’s roll call stands in six reports, but only one agency and one reporter heard him. Open a row to see who copied whom, and which words were changed on the way.',
    target: '.cards',
  },
  {
    to: '/accusations',
    title: 'Who accuses whom',
    words:
      'A line is as thick as the number of first voices behind it, however many outlets print it. Denials stand beside what they deny. The same is there as a table and a matrix.',
    target: '.graph, .table-wrap',
  },
  {
    to: '/history',
    title: 'Nothing changes unseen',
    words:
      'Every file, finding and decision is a row of a log in which each row seals the one before. “Prove the case” checks every byte and every quotation. That is all: now drop in a report of your own.',
    target: '.cards',
  },
];
