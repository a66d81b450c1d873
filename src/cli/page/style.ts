/** What a piece of the page is; colour only repeats what place, sign or word already tell. */
export type Role = 'title' | 'source' | 'cue' | 'quiet' | 'mark' | 'warning';

export type Paint = (role: Role, text: string) => string;

const CODES: Readonly<Record<Role, readonly [on: number, off: number]>> = {
  title: [1, 22],
  source: [36, 39],
  cue: [33, 39],
  quiet: [2, 22],
  mark: [7, 27],
  warning: [35, 39],
};

/** Paints with the sixteen colours that every terminal lets its owner choose, or not at all. */
export const paintWith = (colour: boolean): Paint => (colour ? (role, text) => painted(CODES[role], text) : (_role, text) => text);

const painted = ([on, off]: readonly [number, number], text: string): string => (text === '' ? '' : `\u001B[${on}m${text}\u001B[${off}m`);
