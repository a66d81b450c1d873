/** The language room: takes the text of an Article and a Network, gives a Reading. */

export { guessOtherLanguage } from './guess-language.ts';
export type { Network, NetworkOutput, NetworkWindow } from './network.ts';
export { createPieces, type Pieces } from './pieces.ts';
export { quotationsOf } from './quotations.ts';
export { readText } from './read-text.ts';
export { WINDOW } from './windows.ts';
export { cutWords } from './words.ts';
