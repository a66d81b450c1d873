/** The language room: takes the text of an Article and a Network, gives a Reading. */

export { guessOtherLanguage } from './guess-language.ts';
export { answering, type Judgement, type JudgementOf, judge, judgeAll, judged } from './judgement.ts';
export { lemmaIn } from './lemma.ts';
export type { Network, NetworkOutput, NetworkWindow } from './network.ts';
export { createPieces, type Pieces } from './pieces.ts';
export { quotationsOf } from './quotations.ts';
export { readText } from './read-text.ts';
export { WINDOW } from './windows.ts';
export { find, findAll, tableOf, type WordTable } from './word-table.ts';
export { cutWords } from './words.ts';
